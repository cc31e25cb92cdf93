using AngleSharp.Html.Parser;
using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Reading;

namespace Marsad.Flow;

/// <summary>What stands at an address that somebody wants to follow.</summary>
public abstract record ProbeResult
{
    private ProbeResult()
    {
    }

    /// <summary>A feed.</summary>
    /// <param name="Feed">Where it is; may differ from the address that was asked.</param>
    /// <param name="Sample">What its newest page was read as; null where it names no page.</param>
    public sealed record Found(Uri Feed, FeedReading Reading, PageReading? Sample) : ProbeResult;

    /// <summary>No feed, neither there nor named there.</summary>
    public sealed record NotFound(Trouble Trouble) : ProbeResult;
}

/// <summary>Finds the feed of a site: at the address itself, where the page there names one, or where sites usually have one.</summary>
public sealed class SourceProbe(FetchOptions options, TimeProvider clock) : IDisposable
{
    private static readonly string[] UsualPlaces = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/feed.json"];

    private readonly Fetcher _fetcher = new(options, clock);
    private readonly FeedReader _reader = new(Station.MonthNames());

    public async Task<ProbeResult> FindAsync(Uri url, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(url);
        var (capture, trouble) = await FetchAsync(url, options.LargestFeed, stop);
        if (capture is null) return new ProbeResult.NotFound(trouble!);
        var reading = Read(capture);
        if (reading.Kind != FeedKind.None) return await FoundAsync(capture.Url, reading, stop);
        foreach (var place in Named(capture).Concat(UsualPlaces.Select(path => new Uri(capture.FinalUrl, path))).Distinct())
        {
            if ((await FetchAsync(place, options.LargestFeed, stop)).Capture is not { } other) continue;
            if (Read(other) is { Kind: not FeedKind.None } feed) return await FoundAsync(place, feed, stop);
        }

        return new ProbeResult.NotFound(reading.Troubles[0]);
    }

    public void Dispose() => _fetcher.Dispose();

    private FeedReading Read(Capture capture) => _reader.Read(capture.Body.Span, new FeedHints(capture.FinalUrl, capture.ContentType));

    private async Task<(Capture? Capture, Trouble? Trouble)> FetchAsync(Uri url, int largest, CancellationToken stop) =>
        await _fetcher.FetchAsync(new FetchRequest(url, largest), stop) switch
        {
            FetchOutcome.Fetched fetched => (fetched.Capture, null),
            FetchOutcome.Failed failed => (null, failed.Trouble),
            _ => throw new InvalidOperationException("An unconditional request was answered with \"not modified\"."),
        };

    private async Task<ProbeResult> FoundAsync(Uri feed, FeedReading reading, CancellationToken stop)
    {
        if (reading.Entries is not [var newest, ..]) return new ProbeResult.Found(feed, reading, null);
        var (capture, trouble) = await FetchAsync(newest.Link, options.LargestPage, stop);
        var sample = capture is null
            ? new PageReading.NotAnArticle(trouble!)
            : PageReader.Read(capture.Body, new PageHints(capture.FinalUrl, capture.ContentType, reading.Title));
        return new ProbeResult.Found(feed, reading, sample);
    }

    // <link rel="alternate" type="application/rss+xml" href="…">, as browsers and feed readers have looked for it since 2002.
    private static IEnumerable<Uri> Named(Capture page)
    {
        using var stream = new MemoryStream(page.Body.ToArray());
        using var document = new HtmlParser().ParseDocument(stream);
        return document.QuerySelectorAll("link[rel~=alternate][href]")
            .Where(link => link.GetAttribute("type")?.ToLowerInvariant() is "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rdf+xml")
            .Select(link => PageAddress.Resolve(link.GetAttribute("href"), page.FinalUrl)).OfType<Uri>().ToList();
    }
}
