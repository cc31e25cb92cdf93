using System.Text.Json;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Store.Queries;

namespace Marsad.Cli.Demo;

/// <summary>A station that follows the demo's outlets as any other sources: by their feeds, over HTTP, through the collector. Only their place on the network is known beforehand.</summary>
internal static class DemoStation
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Situation Situation { get; } =
        JsonSerializer.Deserialize<Situation>(DemoFiles.Text("situation.json"), Json) ?? throw new InvalidDataException("situation.json is empty");

    /// <summary>Outlets on this machine are ours: they need not be spared, and edits are to be seen while one looks.</summary>
    public static StationOptions Options(string directory, DemoWeb web) => new(directory)
    {
        Fetch = new FetchOptions { Hosts = new HostMap(web.Outlets.Select(o => KeyValuePair.Create(o.Settings.Host, web.Address))), Gap = TimeSpan.FromMilliseconds(5) },
        Collector = new CollectorOptions { ShortestInterval = TimeSpan.FromSeconds(1), LongestInterval = TimeSpan.FromMinutes(5), Pause = TimeSpan.FromMilliseconds(100) },
    };

    public static void Follow(Station station, DemoWeb web)
    {
        station.Store.Situations.Follow(Situation);
        foreach (var outlet in web.Outlets)
            station.Store.Sources.Add(new NewSource(outlet.FeedUrl, outlet.Settings.Name, outlet.Settings.Language, outlet.Settings.Country));
    }

    /// <summary>How far the station has come.</summary>
    public static DemoProgress Progress(Station station) => station.Store.Read(store => new DemoProgress(
        store.Sources().Count(s => s.PolledAt is not null), store.CountArticles(), store.CountWaiting(), store.CountParked(), store.CountAlerts()));
}

/// <summary>How far the demo's station has come.</summary>
/// <param name="Waiting">Pages that a feed named and that are not read yet.</param>
internal sealed record DemoProgress(int SourcesPolled, long Articles, long Waiting, long Parked, long Alerts)
{
    public bool IsFilled(int sources) => SourcesPolled == sources && Waiting == 0;
}
