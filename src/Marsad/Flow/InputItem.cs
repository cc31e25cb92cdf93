using Marsad.Fetch;
using Marsad.Reading;

namespace Marsad.Flow;

/// <summary>One thing that was handed in to be read: from a file, a line of a file, a URL, or standard input.</summary>
/// <param name="Path">The file or URL it came from; "-" for standard input.</param>
/// <param name="Line">The line or element in that file, from 1; 0 where the file is one item.</param>
public abstract record InputItem(string Path, int Line)
{
    /// <summary>Where it stands, for people: the path, and the line where there is one.</summary>
    public string Place => Line == 0 ? Path : $"{Path}:{Line}";

    /// <summary>An article that came as JSON: its text is taken exactly as given.</summary>
    public sealed record Given(string Path, int Line, string Id, Article Article) : InputItem(Path, Line)
    {
        /// <summary>The id came with the article; else it is made of the file's name and the line.</summary>
        public bool HasOwnId { get; init; }
    }

    /// <summary>The bytes of a page whose article must be read first.</summary>
    /// <param name="Id">The file name up to its first dot; null for standard input, then the digest of the bytes serves.</param>
    public sealed record Page(string Path, string? Id, string? ContentType, ReadOnlyMemory<byte> Body) : InputItem(Path, 0)
    {
        /// <summary>Where it was fetched; null for files.</summary>
        public Uri? Url { get; init; }

        /// <summary>The input file; null for what came over HTTP or on standard input.</summary>
        public string? File => Url is null && Path != InputFiles.StandardInput ? Path : null;
    }

    /// <summary>A page out of somebody's archive, with the time that it was captured at.</summary>
    /// <param name="Line">The number of its record in the file.</param>
    public sealed record Archived(string Path, int Line, Capture Capture) : InputItem(Path, Line);

    /// <summary>What could not be read, and why. The items after it go on.</summary>
    public sealed record Unreadable(string Path, int Line, Trouble Reason) : InputItem(Path, Line);
}
