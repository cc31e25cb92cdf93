using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>
/// Finds what fell out of a feed between two polls. A feed in which nothing is known from the last poll has turned over as a whole, and more may have come and gone
/// meanwhile; the sitemaps of the site name it still. That they are to be asked is a mark on the source, set with the poll's own rows, so it outlives a kill.
/// </summary>
internal sealed class CatchUp(StationStore store, SourceEvidence evidence, Fetcher fetcher, SitemapWalk walk)
{
    // Before the last good poll: clocks of sites differ, and a page may be listed later than it is dated.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(6);

    private static readonly string[] UsualPlaces = ["/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml"];

    /// <returns>How many pages entered the work list.</returns>
    public async Task<int> RunAsync(Source source, DateTimeOffset missedSince, IReadOnlyList<FeedEntry> feed, CancellationToken stop)
    {
        var since = missedSince - Margin;
        var site = SiteOf(source, feed);
        var named = await fetcher.SitemapsAsync(site, stop);
        var pages = await walk.ReadAsync(named.Count > 0 ? named : UsualPlaces.Select(path => new Uri(site, path)), since, stop);
        if (pages.Read.Count == 0 && pages.MayCome) return 0;
        var missed = pages.Entries.Where(entry => (entry.Published ?? entry.Updated) >= since && Belongs(entry, feed)).ToList();
        return store.Write(_ =>
        {
            var entered = store.Work.Enqueue(source, missed);
            if (entered > 0) evidence.KeepAnswers(pages.Answers);
            foreach (var (url, validators) in pages.Read) store.Sitemaps.Keep(url, validators.ETag, validators.LastModified);
            store.Sources.CaughtUp(source, entered, pages.Read.Count == 0 ? FeedTrouble.NothingToCatchUpFrom(site) : null);
            return entered;
        });
    }

    /// <summary>Whether the feed may have lost entries since its last poll: none of them was known before.</summary>
    public static bool IsDue(Source source, FeedReading reading, int entered) =>
        source.OkAt is not null && reading.Kind is FeedKind.Rss or FeedKind.Atom or FeedKind.Json && entered > 1 && entered == reading.Entries.DistinctBy(entry => PageKey.Of(entry.Link)).Count();

    // Feeds are often served from a host of their own: the site is where their pages are.
    private static Uri SiteOf(Source source, IReadOnlyList<FeedEntry> feed) =>
        feed.GroupBy(entry => entry.Link.GetLeftPart(UriPartial.Authority)).MaxBy(group => group.Count()) is { } most ? new Uri(most.Key) : new Uri(source.FeedUrl, "/");

    // A section's feed does not stand for the whole site: where all its pages begin with one segment, so does what it lost.
    private static bool Belongs(FeedEntry entry, IReadOnlyList<FeedEntry> feed)
    {
        var sections = feed.Select(e => Section(e.Link)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return sections is not [{ Length: > 0 } only] || Section(entry.Link) == only;
    }

    private static string Section(Uri page) => page.Segments is [_, var first, _, ..] ? first : "";
}
