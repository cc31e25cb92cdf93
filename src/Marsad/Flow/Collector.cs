using Marsad.Archive;
using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Flow;

/// <summary>
/// Follows the sources: polls the ones that are due, and takes every page they named through fetching, archive and walk. All it knows is in the store; what it holds
/// in memory is only what is under way, so it may be stopped or killed at any moment and goes on where it was.
/// </summary>
public sealed class Collector
{
    private const int PerHost = 8;
    private const int InHand = 500;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    // After a fault of ours or of the disk a step rests, lest the collector spin on it.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly StationStore _store;
    private readonly SourcePoll _poll;
    private readonly PageErrand _errand;
    private readonly CollectorOptions _options;
    private readonly Action<Trouble> _tell;
    private readonly Dictionary<string, DateTimeOffset> _resting = new(StringComparer.Ordinal);

    internal Collector(StationStore store, CaptureArchive archive, Fetcher fetcher, FeedReader feeds, WalkPage walk, StationOptions options, Action<Trouble>? tell = null)
    {
        _store = store;
        _options = options.Collector;
        _poll = new SourcePoll(store, new SourceEvidence(archive), fetcher, feeds, _options, options.Fetch);
        _errand = new PageErrand(store, archive, fetcher, walk, _options, options.Fetch);
        _tell = tell ?? (_ => { });
    }

    /// <summary>Collects until <paramref name="stop"/>; steps under way are ended or left undone, never half done.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await CollectDueAsync(stop);
            }
            catch (Exception fault)
            {
                // Whatever it is, a station that goes on after a moment collects more than one that has ended.
                _tell(IsDown(fault) ? CollectorTrouble.Down(fault) : CollectorTrouble.OurFault(fault));
            }

            await Task.Delay(_options.Pause, _store.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does all that is due now, and what becomes due by it.</summary>
    /// <returns>How many steps were made.</returns>
    public async Task<int> CollectDueAsync(CancellationToken stop)
    {
        var underWay = new StepsUnderWay(_options, _store.Clock);
        try
        {
            return await CollectDueAsync(underWay, stop);
        }
        finally
        {
            await underWay.AllEndAsync();
        }
    }

    private async Task<int> CollectDueAsync(StepsUnderWay underWay, CancellationToken stop)
    {
        var (steps, looked) = (0, 0L);
        List<Step> due = [];
        while (!stop.IsCancellationRequested)
        {
            var started = underWay.Start(due, step => RunAsync(step, stop));
            steps += started;
            if (started > 0) continue;
            // Looking what is due costs a few milliseconds on a long list: not after every step.
            if (underWay.IsEmpty || _store.Clock.GetElapsedTime(looked) > Breath)
            {
                due = Due(underWay);
                looked = _store.Clock.GetTimestamp();
                if (due.Count == 0 && underWay.IsEmpty) break;
                if (underWay.CanStart(due)) continue;
            }

            await underWay.AnyEndsAsync(Breath);
        }

        return steps;
    }

    private List<Step> Due(StepsUnderWay underWay)
    {
        var now = _store.Clock.GetUtcNow();
        var polls = _store.Sources.Due(now).Select(Poll);
        var pages = _store.Work.DueItems(now, PerHost, InHand).Select(Page);
        return polls.Concat(pages).Where(step => !underWay.Has(step.Key) && !IsResting(step, now)).ToList();
    }

    private Step Poll(Source source) => new($"source {source.Id}", source.FeedUrl.Host, stop => _poll.PollAsync(source, stop), trouble => _poll.Fail(source, trouble));

    private Step Page(WorkItem item) => item.State == WorkState.Fetched
        ? new Step($"page {item.Id}", null, _ => Task.Run(() => _errand.Walk(item), CancellationToken.None), trouble => _store.Work.Park(item, "Flow", trouble))
        : new Step($"page {item.Id}", item.Url.Host, stop => _errand.FetchAsync(item, stop), trouble => _store.Work.Park(item, "Flow", trouble));

    private async Task RunAsync(Step step, CancellationToken stop)
    {
        try
        {
            await step.Run(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Its row says that it is still to be done.
        }
        catch (Exception down) when (IsDown(down))
        {
            LetRest(step, CollectorTrouble.Down(down));
        }
        catch (Exception fault)
        {
            SetAside(step, CollectorTrouble.OurFault(fault));
        }
    }

    private static bool IsDown(Exception fault) => fault is IOException or SqliteException or UnauthorizedAccessException;

    private void SetAside(Step step, Trouble trouble)
    {
        try
        {
            step.SetAside(trouble);
            _tell(trouble);
        }
        catch (Exception down)
        {
            LetRest(step, CollectorTrouble.Down(down));
        }
    }

    private void LetRest(Step step, Trouble trouble)
    {
        lock (_resting) _resting[step.Key] = _store.Clock.GetUtcNow() + Rest;
        _tell(trouble);
    }

    private bool IsResting(Step step, DateTimeOffset now)
    {
        lock (_resting)
        {
            if (!_resting.TryGetValue(step.Key, out var until)) return false;
            if (now < until) return true;
            return !_resting.Remove(step.Key);
        }
    }
}
