using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Reading;
using Marsad.Reading.Links;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>What stands at an address that somebody wants to follow.</summary>
public abstract record ProbeResult
{
    private ProbeResult()
    {
    }

    /// <summary>Something that can be followed.</summary>
    /// <param name="Address">Where it is; may differ from the address that was asked.</param>
    /// <param name="Sample">What its newest page was read as; null where it names no page.</param>
    public sealed record Found(Uri Address, SourceKind Kind, FeedReading Reading, PageReading? Sample) : ProbeResult
    {
        /// <summary>Other feeds that the page names, of sections or in other forms.</summary>
        public IReadOnlyList<Uri> Others { get; init; } = [];
    }

    /// <summary>Nothing to follow, neither there nor named there.</summary>
    public sealed record NotFound(Trouble Trouble) : ProbeResult;
}

/// <summary>
/// Finds what to follow of a site, the best first: a feed at the address itself, one that the page there names, one where sites usually have it, a sitemap that robots.txt
/// names, and else the page itself, if it links to articles. Asks with the manners of the collector.
/// </summary>
public sealed class SourceProbe : IDisposable
{
    // The places of WordPress, Drupal, Blogger, Ghost and hand-made sites.
    private static readonly string[] UsualPlaces = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/feed.json"];

    // Fewer links than this are a notice or a page of the site's own, not a front page.
    private const int FewestLinks = 5;

    private readonly Fetcher _fetcher;
    private readonly bool _ownsFetcher;
    private readonly FetchOptions _options;
    private readonly FeedReader _reader;
    private readonly PageFetch _pages;

    public SourceProbe(FetchOptions options, TimeProvider clock)
        : this(new Fetcher(options, clock), options) => _ownsFetcher = true;

    internal SourceProbe(Fetcher fetcher, FetchOptions options)
    {
        (_fetcher, _options, _reader) = (fetcher, options, new FeedReader(Station.MonthNames()));
        _pages = new PageFetch(fetcher, options);
    }

    /// <exception cref="OperationCanceledException">Only if <paramref name="stop"/> was.</exception>
    public async Task<ProbeResult> FindAsync(Uri url, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(url);
        var (capture, trouble) = await FetchAsync(url, _options.LargestFeed, stop);
        if (capture is null) return new ProbeResult.NotFound(trouble!);
        var reading = SourcePoll.Read(_reader, SourceKind.Feed, capture);
        if (reading.Kind != FeedKind.None) return await FoundAsync(capture.Url, reading, [], stop);
        var named = HeadLinks.Of(capture.Body.Span, capture.ContentType, capture.FinalUrl).Feeds.Distinct().OrderBy(IsOfComments).ToList();
        foreach (var place in named.Concat(UsualPlaces.Select(path => new Uri(capture.FinalUrl, path))).Distinct())
            if (await FeedAtAsync(place, stop) is { } feed) return await FoundAsync(place, feed, named, stop);
        return await SitemapAsync(capture.FinalUrl, stop) ?? await PageAsync(capture, reading.Troubles[0], stop);
    }

    /// <summary>Asks one source as the collector would, whatever it knows already, and reads a sample.</summary>
    /// <exception cref="OperationCanceledException">Only if <paramref name="stop"/> was.</exception>
    public async Task<ProbeResult> CheckAsync(Source source, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.FeedUrl.IsFile) return await CheckFileAsync(source, stop);
        var (capture, trouble) = await FetchAsync(source.FeedUrl, _options.LargestFeed, stop);
        if (capture is null) return new ProbeResult.NotFound(trouble!);
        var reading = SourcePoll.Read(_reader, source.Kind, capture);
        return reading.Kind is FeedKind.None ? new ProbeResult.NotFound(reading.Troubles[0]) : await FoundAsync(source.FeedUrl, reading, [], stop);
    }

    public void Dispose()
    {
        if (_ownsFetcher) _fetcher.Dispose();
    }

    private async Task<ProbeResult> CheckFileAsync(Source source, CancellationToken stop)
    {
        if (!File.Exists(source.FeedUrl.LocalPath)) return new ProbeResult.NotFound(FeedTrouble.NoFile(source.FeedUrl.LocalPath));
        var reading = _reader.Read(await File.ReadAllBytesAsync(source.FeedUrl.LocalPath, stop), new FeedHints(source.FeedUrl));
        return reading.Kind is FeedKind.None ? new ProbeResult.NotFound(reading.Troubles[0]) : await FoundAsync(source.FeedUrl, reading, [], stop);
    }

    // WordPress names the feed of comments beside that of articles.
    private static bool IsOfComments(Uri feed) => feed.AbsolutePath.Contains("comments", StringComparison.OrdinalIgnoreCase);

    private async Task<FeedReading?> FeedAtAsync(Uri place, CancellationToken stop) =>
        (await FetchAsync(place, _options.LargestFeed, stop)).Capture is { } capture && SourcePoll.Read(_reader, SourceKind.Feed, capture) is { Kind: not FeedKind.None } reading ? reading : null;

    private async Task<ProbeResult?> SitemapAsync(Uri site, CancellationToken stop)
    {
        // A sitemap of news names the articles of two days; others name all that the site ever had.
        foreach (var place in (await _fetcher.SitemapsAsync(site, stop)).OrderByDescending(url => url.AbsolutePath.Contains("news", StringComparison.OrdinalIgnoreCase)))
            if (await FeedAtAsync(place, stop) is { Kind: FeedKind.Sitemap or FeedKind.SitemapIndex } reading) return await FoundAsync(place, reading, [], stop);
        return null;
    }

    private async Task<ProbeResult> PageAsync(Capture capture, Trouble trouble, CancellationToken stop)
    {
        var reading = SourcePoll.Read(_reader, SourceKind.Page, capture);
        return reading.Kind is FeedKind.Page && reading.Entries.Count >= FewestLinks ? await FoundAsync(capture.Url, reading, [], stop) : new ProbeResult.NotFound(trouble);
    }

    private async Task<(Capture? Capture, Trouble? Trouble)> FetchAsync(Uri url, int largest, CancellationToken stop) =>
        await _pages.AskAsync(new FetchRequest(url, largest), stop) switch
        {
            FetchOutcome.Fetched fetched => (fetched.Capture, null),
            FetchOutcome.Failed failed => (null, failed.Trouble),
            _ => throw new InvalidOperationException("An unconditional request was answered with \"not modified\"."),
        };

    private async Task<ProbeResult> FoundAsync(Uri address, FeedReading reading, List<Uri> named, CancellationToken stop)
    {
        var found = new ProbeResult.Found(address, SourcePoll.KindOf(reading.Kind), reading, null) { Others = [.. named.Where(other => other != address)] };
        // Entries of a list of sitemaps are sitemaps.
        if (reading.Kind is FeedKind.SitemapIndex || reading.Entries is not [var newest, ..]) return found;
        var (capture, trouble) = await FetchAsync(newest.Link, _options.LargestPage, stop);
        return found with
        {
            Sample = capture is null ? new PageReading.NotAnArticle(trouble!) : PageReader.Read(capture.Body, new PageHints(capture.FinalUrl, capture.ContentType, reading.Title)),
        };
    }
}
