using Marsad.Archive;
using Marsad.Reading;

namespace Marsad.Flow;

/// <summary>What enters the walk.</summary>
/// <param name="Place">Its URL, or its path and line: what people know it by.</param>
/// <param name="At">When it was captured, or handed in.</param>
public abstract record Arrival(string Place, DateTimeOffset At)
{
    /// <summary>The source it was followed from; null for what was handed in.</summary>
    public long? Source { get; init; }

    /// <summary>Its row in the work list; null for what was handed in.</summary>
    public long? Work { get; init; }

    /// <summary>A page whose body is in the archive.</summary>
    /// <param name="Capture">The body's digest.</param>
    public sealed record Page(string Place, DateTimeOffset At, ReadOnlyMemory<byte> Body, Digest Capture) : Arrival(Place, At)
    {
        /// <summary>The Content-Type header as it came.</summary>
        public string? ContentType { get; init; }

        /// <summary>The outlet's name where the source is known.</summary>
        public string? Outlet { get; init; }

        /// <summary>When the feed says it was published: stands in where the page does not say.</summary>
        public DateTimeOffset? FeedTime { get; init; }

        /// <summary>An instant that it was published before, where neither page nor feed say when: it was last changed then. Null if nothing is known, or nothing that tells it from news.</summary>
        public DateTimeOffset? NotAfter { get; init; }

        /// <summary>The file's name up to its first dot; null for what came over HTTP.</summary>
        public string? Id { get; init; }
    }

    /// <summary>An article that came clean.</summary>
    /// <param name="Path">The file it came from.</param>
    public sealed record Given(string Place, DateTimeOffset At, string Path, string Id, Article Article) : Arrival(Place, At)
    {
        /// <summary>The id came with the article and tells it from all others; else it only numbers a line.</summary>
        public bool HasOwnId { get; init; }
    }

    /// <summary>What could not even be opened, and why.</summary>
    public sealed record Unreadable(string Place, DateTimeOffset At, Trouble Reason) : Arrival(Place, At);
}
