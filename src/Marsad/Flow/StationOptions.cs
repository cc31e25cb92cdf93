using Marsad.Fetch;

namespace Marsad.Flow;

/// <summary>Where a station keeps what it has, and how it behaves.</summary>
/// <param name="DataDirectory">Holds everything: <c>marsad.db</c>, <c>archive/</c>, <c>watches/</c>. A copy of it, made while nothing runs, is a backup.</param>
public sealed record StationOptions(string DataDirectory)
{
    internal string CollectorLockPath => Path.Combine(DataDirectory, "collector.lock");

    public FetchOptions Fetch { get; init; } = new();

    public CollectorOptions Collector { get; init; } = new();

    /// <summary>A time-stamping authority (RFC 3161) that vouches for the archive; null for none.</summary>
    public Uri? Authority { get; init; }

    /// <summary>The time between two of its stamps.</summary>
    public TimeSpan AuthorityInterval { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>How often the collector asks, and how much it does at once.</summary>
public sealed record CollectorOptions
{
    /// <summary>The least time between two polls of a source that publishes all the time.</summary>
    public TimeSpan ShortestInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The most time between two polls of a source that is silent.</summary>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The most time between two polls of a source that fails.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How far back the pages are taken that a sitemap dates: it may name a site's whole past.</summary>
    public TimeSpan SitemapReach { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Requests under way at once, each to another host.</summary>
    public int Requests { get; init; } = 16;

    /// <summary>Pages read and related at once.</summary>
    public int Walks { get; init; } = Environment.ProcessorCount;

    /// <summary>Failed fetches of a page before it is parked.</summary>
    public int MostAttempts { get; init; } = 6;

    /// <summary>How long after its filing, and after each look, a page is looked at again for a silent edit.</summary>
    public IReadOnlyList<TimeSpan> Rechecks { get; init; } = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(3)];

    /// <summary>How long the collector rests when nothing is due.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);
}
