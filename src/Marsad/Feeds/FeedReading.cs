namespace Marsad.Feeds;

/// <summary>What the answer to a poll turned out to be.</summary>
public enum FeedKind
{
    /// <summary>No feed: a web page, an empty body, something else.</summary>
    None,
    Rss,
    Atom,
    Json,

    /// <summary>A sitemap (sitemaps.org), with or without the news extension.</summary>
    Sitemap,

    /// <summary>A list of sitemaps: its entries are sitemaps, not pages.</summary>
    SitemapIndex,

    /// <summary>Plain text with an address a line.</summary>
    List,

    /// <summary>The links of a front or section page.</summary>
    Page,
}

/// <summary>What is known of a feed's bytes before they are read.</summary>
/// <param name="Url">Where they came from; relative links count from here.</param>
/// <param name="ContentType">The Content-Type header; null if there was none.</param>
public sealed record FeedHints(Uri Url, string? ContentType = null);

/// <summary>What was read off a feed: all that could be, and what was wrong with it.</summary>
/// <param name="Title">The feed's own name; null if it has none.</param>
/// <param name="Site">The site it belongs to; null if unsaid.</param>
/// <param name="Language">As the feed says it ("ar", "ar-eg"); null if unsaid.</param>
/// <param name="Entries">In the feed's order, each page once.</param>
/// <param name="Troubles">Empty for a clean feed; the first is the gravest.</param>
public sealed record FeedReading(
    FeedKind Kind,
    string? Title,
    Uri? Site,
    string? Language,
    IReadOnlyList<FeedEntry> Entries,
    IReadOnlyList<Trouble> Troubles)
{
    internal static FeedReading Nothing(Trouble trouble) => new(FeedKind.None, null, null, null, [], [trouble]);
}
