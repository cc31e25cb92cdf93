using System.Globalization;
using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Flow;

/// <summary>Takes files into the store. What a run did is kept in batches; a run that was stopped or killed is continued by the next, with nothing twice and nothing lost.</summary>
/// <remarks>Pages are understood on all cores and filed in the order of the input, so that any number of interruptions ends in the same rows as none.</remarks>
public sealed class Ingest(StationStore store, PageWalk walk, CaptureArchive archive)
{
    // At a commit the search index writes out what it holds back, in pieces that it must merge later: large batches make few. A killed process redoes less than a batch.
    internal const int Batch = 200;

    /// <summary>How many items the paths hold; what cannot be opened counts as one.</summary>
    public static long Count(IEnumerable<string> paths, CancellationToken stop) =>
        paths.SelectMany(path => InputFiles.Open(path, () => Stream.Null)).TakeWhile(_ => !stop.IsCancellationRequested).LongCount();

    /// <summary>Ingests all paths.</summary>
    /// <param name="paths">Files, folders, or "-" for standard input.</param>
    /// <param name="report">Told after each batch.</param>
    /// <param name="stop">Stops cleanly after the item at hand.</param>
    /// <exception cref="SqliteException">The store is down; what was reported stands.</exception>
    public IngestCount Run(IEnumerable<string> paths, Func<Stream> standardInput, Action<IngestCount> report, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(report);
        var count = IngestCount.None;
        var items = Stamped(paths.SelectMany(path => InputFiles.Open(path, standardInput)));
        foreach (var batch in InOrder.Select(items, Understand, ahead: Batch).Chunk(Batch))
        {
            count = FileBatch(batch, count, stop);
            report(count);
            if (stop.IsCancellationRequested) break;
        }

        return count;
    }

    // All pages in one write; where one of them hurts, each in its own, so that only that one is parked.
    private IngestCount FileBatch(IReadOnlyList<Step> batch, IngestCount count, CancellationToken stop)
    {
        try
        {
            return store.Write(_ => FileAll(batch, count, stop));
        }
        catch (Exception fault) when (fault is not SqliteException { SqliteErrorCode: not SQLitePCL.raw.SQLITE_CONSTRAINT })
        {
            return FileAll(batch, count, stop);
        }
    }

    private IngestCount FileAll(IReadOnlyList<Step> batch, IngestCount count, CancellationToken stop)
    {
        Step? last = null;
        foreach (var step in batch)
        {
            if (stop.IsCancellationRequested) break;
            if (last is not null && last.Item.Path != step.Item.Path) Move(last);
            count = step.Understanding is { } understanding ? count.Add(File(understanding, step.Item is not InputItem.Archived)) : count.Skip();
            last = step;
        }

        if (last is not null) Move(last);
        return count;
    }

    // What was handed in by name was meant to be an article: where it is none, a person is told. An archive holds whatever its crawler met.
    private WalkEnd File(Understanding understanding, bool isNamed)
    {
        var end = walk.File(understanding);
        return end is WalkEnd.NoArticle no && isNamed ? walk.Park(understanding.Arrival, "Reading", no.Reason) : end;
    }

    private void Move(Step step)
    {
        if (step.Stamp is not null && step.Understanding is not null) store.Intake.Move(Path.GetFullPath(step.Item.Path), step.Stamp, step.Number);
    }

    // Numbers the items of each file. The look at how far it was taken in is made once a file.
    private IEnumerable<Step> Stamped(IEnumerable<InputItem> items)
    {
        string? path = null, stamp = null;
        long number = 0, dealt = 0;
        foreach (var item in items)
        {
            if (item.Path != path)
            {
                (path, number) = (item.Path, 0);
                stamp = StampOf(path);
                dealt = stamp is null ? 0 : store.Intake.Dealt(Path.GetFullPath(path), stamp);
            }

            number++;
            // A revisit comes after the page that it refers to: both are kept in that order, on whatever thread each is read.
            var isDealt = number <= dealt;
            yield return new Step(item, stamp, number, isDealt, null) { Queued = !isDealt && item is InputItem.Archived { Capture: var capture } ? archive.Queue(capture) : null };
        }
    }

    private Step Understand(Step step) => step.IsDealt ? step : step with { Understanding = walk.Understand(ArrivalOf(step)) };

    private Arrival ArrivalOf(Step step)
    {
        var now = store.Clock.GetUtcNow();
        return step.Item switch
        {
            InputItem.Given given => new Arrival.Given(given.Place, now, given.Path, given.Id, given.Article) { HasOwnId = given.HasOwnId },
            InputItem.Page page => new Arrival.Page(Path.GetFullPath(page.Path), now, page.Body, archive.Keep(CaptureOf(page, now)).Digest) { ContentType = page.ContentType, Id = page.Id },
            InputItem.Archived { Capture: var capture } => new Arrival.Page(capture.FinalUrl.AbsoluteUri, capture.CapturedAt, capture.Body, step.Queued!.Value.Keep().Digest) { ContentType = capture.ContentType },
            InputItem.Unreadable unreadable => new Arrival.Unreadable(unreadable.Place, now, unreadable.Reason),
            _ => throw new ArgumentException("Not an input item.", nameof(step)),
        };
    }

    private static Capture CaptureOf(InputItem.Page page, DateTimeOffset now)
    {
        var file = new Uri(Path.GetFullPath(page.Path));
        // A record must say what it holds, or no reader of archives takes it for a page.
        return new Capture(file, file, now, 200, page.ContentType ?? "text/html", page.Body) { Origin = page.Path };
    }

    private static string? StampOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}") : null;
    }

    private sealed record Step(InputItem Item, string? Stamp, long Number, bool IsDealt, Understanding? Understanding)
    {
        /// <summary>Where the item is a capture: its place in the archive's queue.</summary>
        public QueuedCapture? Queued { get; init; }
    }
}
