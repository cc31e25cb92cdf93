using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>Polls one source: asks for its feed, puts what is new on the work list, and keeps how it went. Both stand in one transaction, so a poll that is killed is a poll that never was.</summary>
internal sealed class SourcePoll(StationStore store, Fetcher fetcher, FeedReader reader, CollectorOptions options, int largestFeed)
{
    private readonly PollSchedule _schedule = new(options);

    private DateTimeOffset Now => store.Clock.GetUtcNow();

    /// <returns>How many pages entered the work list.</returns>
    public async Task<int> PollAsync(Source source, CancellationToken stop)
    {
        var request = new FetchRequest(source.FeedUrl, largestFeed, new Validators(source.ETag, source.LastModified));
        return await fetcher.FetchAsync(request, stop) switch
        {
            FetchOutcome.Fetched fetched => Take(source, fetched),
            FetchOutcome.Failed failed => Fail(source, failed.Trouble, failed.RetryAfter),
            _ => Unchanged(source),
        };
    }

    /// <summary>Something of ours broke: the source is told apart from one that is broken itself, and is polled again.</summary>
    public void Fail(Source source, Trouble trouble) => Fail(source, trouble, null);

    private int Take(Source source, FetchOutcome.Fetched fetched)
    {
        var reading = reader.Read(fetched.Capture.Body.Span, new FeedHints(fetched.Capture.FinalUrl, fetched.Capture.ContentType));
        if (reading.Kind is FeedKind.None) return Fail(source, reading.Troubles[0], null);
        return store.Write(_ =>
        {
            var entered = store.Work.Enqueue(source, reading.Entries);
            var (interval, next) = _schedule.AfterSuccess(Now, source.Interval, entered, source.FeedUrl.AbsoluteUri);
            store.Sources.Polled(source, new PollEnd(next, interval, reading.Troubles is [var gravest, ..] ? gravest : null, Failed: false)
            {
                Seen = (fetched.Validators.ETag, fetched.Validators.LastModified),
                MovedTo = fetched.MovedTo,
            });
            return entered;
        });
    }

    private int Unchanged(Source source)
    {
        var (interval, next) = _schedule.AfterSuccess(Now, source.Interval, 0, source.FeedUrl.AbsoluteUri);
        // What was odd about the feed is still odd: it is the same feed. What kept it from being read is over.
        store.Sources.Polled(source, new PollEnd(next, interval, source.Failures == 0 ? source.Trouble : null, Failed: false));
        return 0;
    }

    private int Fail(Source source, Trouble trouble, TimeSpan? asked)
    {
        var (interval, next) = _schedule.AfterFailure(Now, source.Interval, source.Failures + 1, asked, source.FeedUrl.AbsoluteUri);
        store.Sources.Polled(source, new PollEnd(next, interval, trouble, Failed: true) { Ended = trouble.Code == "FT015" });
        return 0;
    }
}
