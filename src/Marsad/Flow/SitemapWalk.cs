using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>What was read off sitemaps.</summary>
internal sealed class SitemapPages
{
    /// <summary>The pages they name that may be new.</summary>
    public List<FeedEntry> Entries { get; } = [];

    /// <summary>Which sitemaps were read, and what their hosts say they are known by: to be kept in the transaction that takes the entries.</summary>
    public List<(Uri Url, Validators Validators)> Read { get; } = [];

    /// <summary>Those that named a page that may be new, as they came.</summary>
    public List<Capture> Answers { get; } = [];

    /// <summary>Of the first that could not be had; null if all could.</summary>
    public Trouble? Trouble { get; private set; }

    /// <summary>Asking again later may bring one that could not be had.</summary>
    public bool MayCome { get; private set; }

    public void Take(Capture answer, IReadOnlyList<FeedEntry> recent)
    {
        Entries.AddRange(recent);
        if (recent.Count > 0 && SourceEvidence.IsKept(answer)) Answers.Add(answer);
    }

    public void Missed(Uri url, Trouble why, bool isPassing)
    {
        Trouble ??= FeedTrouble.BadSitemap(url, why);
        // A sitemap that is not there has a place of its own in what robots.txt says or convention guesses; it is not awaited.
        MayCome |= isPassing && why.Code != "FT014";
    }
}

/// <summary>Reads sitemaps and lists of them for pages since a time: the newest first, those that have not changed not at all, and never more than a few at once.</summary>
internal sealed class SitemapWalk(StationStore store, Fetcher fetcher, FeedReader reader, int largest)
{
    // A site's whole past stands in its lists: what is read at one poll is bounded, and the newest comes first.
    private const int MostAtOnce = 20, Deepest = 3;

    /// <param name="since">Pages and sitemaps that say they are older are left; those that do not say are not.</param>
    public async Task<SitemapPages> ReadAsync(IEnumerable<Uri> sitemaps, DateTimeOffset since, CancellationToken stop)
    {
        var found = new SitemapPages();
        var open = new Queue<(Uri Url, int Depth)>(sitemaps.Select(url => (url, 1)));
        for (var read = 0; read < MostAtOnce && open.TryDequeue(out var next); read++)
        {
            var (capture, reading) = await AskAsync(next.Url, found, stop);
            if (reading?.Kind is FeedKind.SitemapIndex && next.Depth < Deepest) Chosen(reading, since).ForEach(url => open.Enqueue((url, next.Depth + 1)));
            else if (capture is not null && reading?.Kind is not FeedKind.SitemapIndex) found.Take(capture, [.. Recent(reading?.Entries ?? [], since)]);
        }

        return found;
    }

    /// <summary>The sitemaps of a list that may name pages since a time, the likeliest first.</summary>
    public static List<Uri> Chosen(FeedReading index, DateTimeOffset since)
    {
        var dated = index.Entries.Where(entry => entry.Updated >= since).OrderByDescending(entry => entry.Updated).Select(entry => entry.Link);
        var undated = index.Entries.Where(entry => entry.Updated is null).Select(entry => entry.Link).ToList();
        // Lists without dates grow at their end or, more seldom, at their beginning.
        var ends = undated.Count <= MostAtOnce ? undated : [.. undated[^(MostAtOnce / 2)..], .. undated[..(MostAtOnce / 2)]];
        return [.. dated.Concat(ends).OrderByDescending(IsNews).Take(MostAtOnce)];
    }

    public static IEnumerable<FeedEntry> Recent(IEnumerable<FeedEntry> entries, DateTimeOffset since) => entries.Where(entry => (entry.Published ?? entry.Updated) is not { } at || at >= since);

    private async Task<(Capture? Capture, FeedReading? Reading)> AskAsync(Uri url, SitemapPages found, CancellationToken stop)
    {
        var seen = store.Sitemaps.Seen(url) is var (etag, modified) ? new Validators(etag, modified) : null;
        var outcome = await fetcher.FetchAsync(new FetchRequest(url, largest, seen), stop);
        if (outcome is FetchOutcome.Failed failed) found.Missed(url, failed.Trouble, failed.IsPassing);
        if (outcome is not FetchOutcome.Fetched { Capture: var capture } fetched) return default;
        var reading = reader.Read(capture.Body.Span, new FeedHints(capture.FinalUrl, capture.ContentType));
        if (reading.Kind is FeedKind.None) found.Missed(url, reading.Troubles[0], isPassing: false);
        // A list that does not change may still name sitemaps that do.
        else if (reading.Kind is not FeedKind.SitemapIndex) found.Read.Add((url, fetched.Validators));
        return (capture, reading);
    }

    private static bool IsNews(Uri url) => url.AbsolutePath.Contains("news", StringComparison.OrdinalIgnoreCase);
}
