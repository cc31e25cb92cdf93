using Marsad.Archive;
using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Reading.Links;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>
/// Takes one page of the work list one step on: fetches it into the archive, or walks it, or looks whether it was edited. Each step ends in a row, and each
/// can be done again without harm, so that it does not matter where a process is killed.
/// </summary>
internal sealed class PageErrand(StationStore store, CaptureArchive archive, Fetcher fetcher, WalkPage walk, CollectorOptions options, FetchOptions fetching)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private readonly PageFetch _pages = new(fetcher, fetching);

    private DateTimeOffset Now => store.Clock.GetUtcNow();

    public async Task FetchAsync(WorkItem item, CancellationToken stop)
    {
        var looksAgain = item.State != WorkState.Waiting;
        var seen = looksAgain ? new Validators(item.ETag, item.LastModified) : null;
        switch (await _pages.AskAsync(new FetchRequest(item.Url, fetching.LargestPage, seen), stop))
        {
            case FetchOutcome.Fetched fetched:
                Keep(item, fetched, looksAgain);
                break;
            case FetchOutcome.Failed failed when !looksAgain:
                Fail(item, failed);
                break;
            case FetchOutcome.NotModified same:
                KeepWord(item, same);
                break;
            default:
                store.Work.Rechecked(item.Id, NextLook(item.Rechecks + 1));
                break;
        }
    }

    /// <summary>Walks a page that stands in the archive.</summary>
    public void Walk(WorkItem item)
    {
        if (item.Digest is not { } digest || archive.TryRead(digest, out var body) is not null || store.Captures.Latest(item.Url, digest, body) is not { } capture)
        {
            store.Work.FetchAnew(item.Id);
            return;
        }

        var end = walk(new CollectedPage(item, capture, digest));
        // It may have been parked under the address that was asked for, before it could be fetched.
        if (end != WorkState.Parked) store.Parked.Release(item.Url.AbsoluteUri);
        // A page looked at again that brings nothing new is still an article that may be edited.
        store.Work.Ended(item.Id, end, end == WorkState.Filed || item.Rechecks > 0 ? NextLook(item.Rechecks) : null);
    }

    // That a page still stood there unchanged is worth as much as that it did once. A page is looked at a few times only, so this ends.
    private void KeepWord(WorkItem item, FetchOutcome.NotModified same)
    {
        if (item.Digest is { } digest && archive.TryRead(digest, out var body) is null) archive.Keep(same.Of(item.Url, body));
        store.Work.Rechecked(item.Id, NextLook(item.Rechecks + 1));
    }

    private void Keep(WorkItem item, FetchOutcome.Fetched fetched, bool looksAgain)
    {
        var (digest, entry) = archive.Keep(fetched.Capture);
        if (looksAgain && digest == item.Digest)
        {
            store.Work.Rechecked(item.Id, NextLook(item.Rechecks + 1));
            return;
        }

        var head = HeadLinks.Of(fetched.Capture.Body.Span, fetched.Capture.ContentType, fetched.Capture.FinalUrl);
        store.Write(_ =>
        {
            store.Captures.Add(fetched.Capture, digest, entry, item.Source.Id);
            store.Work.Fetched(item.Id, digest, fetched.Validators.ETag, fetched.Validators.LastModified);
            if (looksAgain) store.Work.Rechecked(item.Id, null);
            if (IsEdition(item, fetched.Capture.FinalUrl, head)) store.Work.Ended(item.Id, WorkState.Skipped, null);
        });
    }

    // What a page says of other sites' pages, or sends on to them, is not for it to say: else one outlet could keep another's articles from being read.
    private bool IsEdition(WorkItem item, Uri final, HeadLinks head)
    {
        Uri? Own(Uri? said) => said is not null && said.AbsolutePath.Length > 1 && PageKey.IsSameSite(said, item.Url) ? said : null;
        return store.Work.Learn(item, Own(head.Canonical), ((Uri?[])[Own(final), Own(head.Amp)]).OfType<Uri>());
    }

    private void Fail(WorkItem item, FetchOutcome.Failed failed)
    {
        // A host that wants peace says nothing about this page.
        var counts = failed.Trouble.Code is not ("FT011" or "FT012");
        if (!failed.IsPassing || (counts && item.Attempts + 1 >= options.MostAttempts)) store.Work.Park(item, "Fetch", failed.Trouble);
        else store.Work.Postpone(item.Id, Now + Wait(item.Attempts, failed.RetryAfter), counts);
    }

    private static TimeSpan Wait(int attempts, TimeSpan? asked)
    {
        var wait = FirstWait * Math.Pow(3, Math.Min(attempts, 8));
        wait = wait < LongestWait ? wait : LongestWait;
        return asked is { } least && least > wait ? least : wait;
    }

    private DateTimeOffset? NextLook(int looks) => looks < options.Rechecks.Count ? Now + options.Rechecks[looks] : null;
}
