using System.Globalization;
using Marsad.Archive;
using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Language.Data;
using Marsad.Store;
using Marsad.Watching;
using Microsoft.Data.Sqlite;

namespace Marsad.Flow;

/// <summary>A station put together on a data directory: the store, the archive, and the collector that fills them. One per process and directory.</summary>
public sealed class Station : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private readonly Fetcher _fetcher;
    private readonly StationOptions _options;
    private readonly Action<Trouble>? _tell;

    private Station(StationOptions options, TimeProvider clock, Action<Trouble>? tell)
    {
        (_options, _tell) = (options, tell);
        Store = StationStore.Open(DataDirectory.Database(options.DataDirectory), clock);
        Archive = StationArchive.Open(options.DataDirectory, Store, tell);
        _fetcher = new Fetcher(options.Fetch, clock, new SourceEvidence(Archive).KeepRules);
        var watches = WatchFolder.Open(DataDirectory.Watches(options.DataDirectory));
        foreach (var trouble in watches.Troubles) tell?.Invoke(trouble);
        Watches = watches.Watches;
        PageWalk = new PageWalk(Store, watches.Watches);
        Probe = new SourceProbe(_fetcher, options.Fetch);
        Collector = new Collector(Store, Archive, _fetcher, new FeedReader(MonthNames()), Walk, options, tell);
    }

    public StationStore Store { get; }

    public CaptureArchive Archive { get; }

    public Collector Collector { get; }

    /// <summary>Finds what to follow of a site, in turn with the collector: a host is asked by one of them at a time.</summary>
    public SourceProbe Probe { get; }

    /// <summary>Leads pages through the rooms; the desk tries parked ones again with it.</summary>
    public PageWalk PageWalk { get; }

    public IReadOnlyList<Watch> Watches { get; }

    /// <summary>Opens the station, making its data directory where needed.</summary>
    /// <param name="tell">Hears of trouble that belongs to no page and no source; null where nobody listens.</param>
    public static Station Open(StationOptions options, TimeProvider clock, Action<Trouble>? tell = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        Directory.CreateDirectory(options.DataDirectory);
        return new Station(options, clock, tell);
    }

    /// <summary>Makes this process the one that collects into the data directory; null where another one does. Disposing what is given ends it, and so does the process's death.</summary>
    public IDisposable? TryClaim()
    {
        try
        {
            return new FileStream(_options.CollectorLockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Tries a parked page again. Null where it is not parked (any more), or where nothing of it was kept.</summary>
    public WalkEnd? Retry(long parked) => PageWalk.Retry(parked, digest => Archive.Read(digest));

    /// <summary>Has the authority of the options vouch for the archive, now and then, until <paramref name="stop"/>; does nothing where there is none.</summary>
    /// <remarks>One that cannot be had is asked again after an hour.</remarks>
    public async Task StampAsync(CancellationToken stop)
    {
        if (_options.Authority is not { } authority) return;
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(1) };
        while (!stop.IsCancellationRequested)
        {
            var trouble = await StampOnceAsync(authority, client, stop);
            if (trouble is not null) _tell?.Invoke(trouble);
            var wait = trouble is null || _options.AuthorityInterval < Again ? _options.AuthorityInterval : Again;
            await Task.Delay(wait, Store.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Trouble?> StampOnceAsync(Uri authority, HttpClient client, CancellationToken stop)
    {
        try
        {
            return await Archive.StampAsync(authority, client, stop);
        }
        catch (Exception down) when (down is IOException or SqliteException or UnauthorizedAccessException)
        {
            return CollectorTrouble.Down(down);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        Archive.Dispose();
        Store.Dispose();
    }

    private WorkState Walk(CollectedPage page)
    {
        var (item, capture) = (page.Item, page.Capture);
        var arrival = new Arrival.Page(capture.FinalUrl.AbsoluteUri, capture.CapturedAt, capture.Body, page.Digest)
        {
            ContentType = capture.ContentType,
            Outlet = item.Source.Outlet,
            FeedTime = item.Published,
            NotAfter = item.ChangedBefore(capture.CapturedAt),
            Source = item.Source.Id,
            Work = item.Id,
        };
        return PageWalk.Walk(arrival) switch
        {
            WalkEnd.Filed or WalkEnd.Unchanged => WorkState.Filed,
            WalkEnd.Parked => WorkState.Parked,
            _ => WorkState.Skipped,
        };
    }

    // Feeds may not look ahead at Language; the months' names are handed to it.
    internal static IEnumerable<KeyValuePair<string, int>> MonthNames() =>
        Table.Rows("months.tsv").Where(row => row[1] == "gregorian").Select(row => KeyValuePair.Create(row[0], int.Parse(row[2], CultureInfo.InvariantCulture)));
}
