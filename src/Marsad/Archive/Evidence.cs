using System.Globalization;
using Marsad.Archive.Chain;

namespace Marsad.Archive;

/// <summary>What the archive's log says of one capture.</summary>
/// <param name="Entry">The number of its line.</param>
/// <param name="Digest">Of its body, codings taken off.</param>
/// <param name="Record">The WARC-Record-ID of what answered.</param>
/// <param name="Type">Of that record: "response", "revisit" or "resource".</param>
/// <param name="Segment">The WARC file.</param>
/// <param name="Offset">Of the record in it, in bytes.</param>
/// <param name="Length">Of the record in it, in bytes.</param>
/// <param name="Origin">Where it came from, if the station did not fetch it itself.</param>
/// <param name="Hash">Of its line: the next line carries it.</param>
public sealed record Evidence(
    long Entry, Uri Url, Uri FinalUrl, DateTimeOffset CapturedAt, Digest Digest, string Record, string Type, string Segment, long Offset, long Length, string? Origin, string Hash)
{
    /// <summary>Nothing came but the host's word that the body is still what stands there.</summary>
    public bool IsWordOnly => Status == Fetch.Capture.StillThere;

    /// <summary>The HTTP status; 304 where the host said that a page is still what it was; 200 for a file.</summary>
    public int Status { get; init; }

    /// <summary>The Content-Type as it came, or as the file was taken for; null if there was none.</summary>
    public string? ContentType { get; init; }

    internal static Evidence Of(LogLine line)
    {
        var entry = line.Entry;
        var answer = entry.Answer();
        _ = Digest.TryParse(entry.Digest, out var digest);
        return new Evidence(
            entry.N, new Uri(entry.Url!), new Uri(entry.FinalUrl ?? entry.Url!), DateTimeOffset.Parse(entry.Captured!, CultureInfo.InvariantCulture), digest, entry.Record!, answer.Type,
            answer.Segment, answer.Offset, answer.Length, entry.Origin, line.Hash)
        { Status = entry.Status ?? 0, ContentType = entry.ContentType };
    }
}

/// <summary>How a capture stands in the archive now.</summary>
/// <param name="IsWhole">Its bytes are the ones that its line in the log names.</param>
/// <param name="IsSigned">A checkpoint after it carries a signature that holds.</param>
/// <param name="Checkpoint">The number of that checkpoint's line; null where none has come yet.</param>
/// <param name="Stamp">What an authority says of that checkpoint, or of the first later one that was stamped; null if nothing.</param>
public sealed record Standing(bool IsWhole, bool IsSigned, long? Checkpoint, Stamp? Stamp);
