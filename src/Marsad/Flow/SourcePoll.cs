using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Reading.Links;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>Polls one source: asks for its feed, sitemap, page or list, puts what is new on the work list, and keeps how it went. Both stand in one transaction, so a poll that is killed is a poll that never was.</summary>
internal sealed class SourcePoll(StationStore store, SourceEvidence evidence, Fetcher fetcher, FeedReader reader, CollectorOptions options, FetchOptions fetching)
{
    private readonly PollSchedule _schedule = new(options);
    private readonly PageFetch _pages = new(fetcher, fetching);
    private readonly SitemapWalk _sitemaps = new(store, fetcher, reader, fetching.LargestFeed);
    private readonly CatchUp _catchUp = new(store, evidence, fetcher, new SitemapWalk(store, fetcher, reader, fetching.LargestFeed));

    private DateTimeOffset Now => store.Clock.GetUtcNow();

    /// <returns>How many pages entered the work list.</returns>
    public async Task<int> PollAsync(Source source, CancellationToken stop)
    {
        if (source.FeedUrl.IsFile) return TakeFile(source);
        var request = new FetchRequest(source.FeedUrl, fetching.LargestFeed, new Validators(source.ETag, source.LastModified));
        return await _pages.AskAsync(request, stop) switch
        {
            FetchOutcome.Fetched fetched => await TakeAsync(source, fetched, stop),
            FetchOutcome.Failed failed => Fail(source, failed.Trouble, failed.RetryAfter),
            _ => await UnchangedAsync(source, stop),
        };
    }

    /// <summary>Something of ours broke: the source is told apart from one that is broken itself, and is polled again.</summary>
    public void Fail(Source source, Trouble trouble) => Fail(source, trouble, null);

    /// <summary>Reads what came from a source's address.</summary>
    public static FeedReading Read(FeedReader reader, SourceKind kind, Capture capture)
    {
        var hints = new FeedHints(capture.FinalUrl, capture.ContentType);
        var reading = reader.Read(capture.Body.Span, hints);
        return kind is SourceKind.Page && reading.Kind is FeedKind.None ? FrontPage.Read(capture.Body.Span, hints) : reading;
    }

    public static SourceKind KindOf(FeedKind kind) => kind switch
    {
        FeedKind.Sitemap or FeedKind.SitemapIndex => SourceKind.Sitemap,
        FeedKind.List => SourceKind.List,
        FeedKind.Page => SourceKind.Page,
        _ => SourceKind.Feed,
    };

    private async Task<int> TakeAsync(Source source, FetchOutcome.Fetched fetched, CancellationToken stop)
    {
        var reading = Read(reader, source.Kind, fetched.Capture);
        if (reading.Kind is FeedKind.None) return Fail(source, reading.Troubles[0], null);
        var since = Since(source);
        var sitemaps = reading.Kind is FeedKind.SitemapIndex ? await _sitemaps.ReadAsync(SitemapWalk.Chosen(reading, since), since, stop) : null;
        var entries = sitemaps?.Entries ?? (reading.Kind is FeedKind.Sitemap ? [.. SitemapWalk.Recent(reading.Entries, since)] : reading.Entries);
        // What is a list of sitemaps one day may be a sitemap the next: it is asked for anew each time, and what stands in it is known by itself.
        var seen = reading.Kind is FeedKind.SitemapIndex ? default : (fetched.Validators.ETag, fetched.Validators.LastModified);
        var end = new Poll(reading, entries, seen, fetched.MovedTo, sitemaps) { Answers = [fetched.Capture, .. sitemaps?.Answers ?? []] };
        var isDue = Keep(source, end, out var entered);
        if (isDue || source.MissedSince is not null) entered += await _catchUp.RunAsync(source, source.MissedSince ?? source.OkAt ?? Now, entries, stop);
        return entered;
    }

    private bool Keep(Source source, Poll poll, out int entered)
    {
        var (count, isDue) = store.Write(_ =>
        {
            var fresh = store.Work.Enqueue(source, poll.Entries);
            if (fresh > 0) evidence.KeepAnswers(poll.Answers);
            foreach (var (url, validators) in poll.Sitemaps?.Read ?? []) store.Sitemaps.Keep(url, validators.ETag, validators.LastModified);
            var (interval, next) = _schedule.AfterSuccess(Now, source.Interval, fresh, source.FeedUrl.AbsoluteUri);
            var missed = CatchUp.IsDue(source, poll.Reading, fresh);
            store.Sources.Polled(source, new PollEnd(next, interval, poll.Trouble, Failed: false)
            {
                Seen = poll.Seen,
                MovedTo = poll.MovedTo,
                Kind = KindOf(poll.Reading.Kind),
                MissedSince = missed ? source.OkAt : null,
            });
            return (fresh, missed);
        });
        entered = count;
        return isDue;
    }

    // A file of the operator's own, read whole: its time of change is what it is known by.
    private int TakeFile(Source source)
    {
        var file = new FileInfo(source.FeedUrl.LocalPath);
        if (!file.Exists || file.Length > fetching.LargestFeed) return Fail(source, FeedTrouble.NoFile(file.FullName), null);
        var reading = reader.Read(File.ReadAllBytes(file.FullName), new FeedHints(source.FeedUrl));
        if (reading.Kind is FeedKind.None) return Fail(source, reading.Troubles[0], null);
        Keep(source, new Poll(reading, reading.Entries, default, null, null), out var entered);
        return entered;
    }

    private async Task<int> UnchangedAsync(Source source, CancellationToken stop)
    {
        var (interval, next) = _schedule.AfterSuccess(Now, source.Interval, 0, source.FeedUrl.AbsoluteUri);
        // What was odd about the feed is still odd: it is the same feed. What kept it from being read is over.
        store.Sources.Polled(source, new PollEnd(next, interval, source.Failures == 0 ? source.Trouble : null, Failed: false));
        return source.MissedSince is { } since ? await _catchUp.RunAsync(source, since, [], stop) : 0;
    }

    private int Fail(Source source, Trouble trouble, TimeSpan? asked)
    {
        var (interval, next) = _schedule.AfterFailure(Now, source.Interval, source.Failures + 1, asked, source.FeedUrl.AbsoluteUri);
        store.Sources.Polled(source, new PollEnd(next, interval, trouble, Failed: true) { Ended = trouble.Code == "FT015" });
        return 0;
    }

    // A sitemap may name a site's whole past. A source is followed from when it was added; after a rest, from the last good poll.
    private DateTimeOffset Since(Source source)
    {
        var reach = Now - options.SitemapReach;
        return source.OkAt is { } ok && ok - options.SitemapReach < reach ? ok - options.SitemapReach : reach;
    }

    private sealed record Poll(FeedReading Reading, IReadOnlyList<FeedEntry> Entries, (string? ETag, string? LastModified) Seen, Uri? MovedTo, SitemapPages? Sitemaps)
    {
        /// <summary>What named the entries, as it came.</summary>
        public IReadOnlyList<Capture> Answers { get; init; } = [];

        public Trouble? Trouble => Reading.Troubles is [var gravest, ..] ? gravest : Sitemaps?.Trouble;
    }
}
