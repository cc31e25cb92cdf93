namespace Marsad.Store;

/// <summary>What stands at a source's address.</summary>
public enum SourceKind
{
    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A sitemap or a list of sitemaps.</summary>
    Sitemap,

    /// <summary>A front or section page, read for its links to articles.</summary>
    Page,

    /// <summary>A list of addresses, on the web or in a file.</summary>
    List,
}

/// <summary>How far an outlet is trusted: a person's judgement, shown with what it says.</summary>
public enum SourceTrust
{
    High,
    Usual,
    Low,
}

/// <summary>A source that is to be followed.</summary>
/// <param name="FeedUrl">Where its feed, sitemap, page or list is.</param>
/// <param name="Outlet">The outlet's name for people.</param>
/// <param name="Language">BCP 47 tag such as "ar"; null if unknown.</param>
/// <param name="Country">ISO 3166 code such as "KZ"; null if unknown.</param>
public sealed record NewSource(Uri FeedUrl, string Outlet, string? Language = null, string? Country = null)
{
    public SourceKind Kind { get; init; }

    public SourceTrust Trust { get; init; } = SourceTrust.Usual;
}

/// <summary>What a person says of a followed source. What is null stays as it is.</summary>
public sealed record SourceChange(string? Outlet = null, string? Language = null, string? Country = null, SourceTrust? Trust = null);

/// <summary>A followed source, as the collector needs it; how it fares is read by the desk's queries.</summary>
public sealed record Source(long Id, Uri FeedUrl, string Outlet, string? Language)
{
    public SourceKind Kind { get; init; }

    public SourceTrust Trust { get; init; }

    public string? Country { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>Failed polls in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Between the last two polls; null before the second.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>"followed", "paused", or "ended" when the host said that it is gone for good.</summary>
    public string State { get; init; } = "followed";

    /// <summary>Trouble of the last poll; null if it went well or never was.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>The last poll that could be read; null if there was none.</summary>
    public DateTimeOffset? OkAt { get; init; }

    /// <summary>Since when pages may have fallen out of its feed unseen; null if none can have.</summary>
    public DateTimeOffset? MissedSince { get; init; }
}

/// <summary>How a poll ended.</summary>
/// <param name="NextAt">When to poll again.</param>
/// <param name="Trouble">Null clears the trouble that the source had.</param>
/// <param name="Failed">Whether nothing could be read at all.</param>
internal sealed record PollEnd(DateTimeOffset NextAt, TimeSpan Interval, Trouble? Trouble, bool Failed)
{
    /// <summary>What the host says the feed's bytes are known by; null leaves what was known.</summary>
    public (string? ETag, string? LastModified)? Seen { get; init; }

    /// <summary>Where the feed lives from now on; null if it has not moved.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>What came; null leaves what was known.</summary>
    public SourceKind? Kind { get; init; }

    public bool Ended { get; init; }

    /// <summary>Since when its feed may have lost entries unseen; null leaves what was known.</summary>
    public DateTimeOffset? MissedSince { get; init; }
}
