using System.Diagnostics;
using System.Globalization;
using Dapper;
using Marsad.Flow;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Bench.Soak;

/// <summary>
/// `soak MARSAD MINUTES [SOURCES]`: `marsad serve` follows a farm of outlets for so long; printed every half minute are its memory, processor time and articles. At the end every
/// article that an honest outlet published must have been filed exactly once.
/// </summary>
internal static class SoakRun
{
    private const double Hostile = 0.02;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static async Task<int> RunAsync(string marsad, double minutes, int sources)
    {
        var clock = TimeProvider.System;
        var start = clock.GetUtcNow();
        var end = start + TimeSpan.FromMinutes(minutes);
        var outlets = Enumerable.Range(1, sources).Select(i => new FarmOutlet(i, MannerOf(i, sources), start, end)).ToList();
        await using var farm = await Farm.StartAsync(outlets, clock);
        var data = Directory.CreateTempSubdirectory("marsad-soak-").FullName;
        Follow(outlets, data, clock);
        using var serve = Serve(marsad, data, outlets, farm);
        try
        {
            Console.WriteLine($"{sources} sources, {outlets.Count(o => o.IsHostile)} hostile, in {data}");
            Console.WriteLine("| minute | filed | of published | requests | resident MB | processor s |\n|--:|--:|--:|--:|--:|--:|");
            while (clock.GetUtcNow() < end + Patience && !serve.HasExited)
            {
                await Task.Delay(Tick, clock);
                if (Tell(serve, farm, data, outlets, start, clock.GetUtcNow()) && clock.GetUtcNow() > end) break;
            }

            return Judge(data, outlets, farm, clock.GetUtcNow(), serve.HasExited);
        }
        finally
        {
            if (!serve.HasExited) serve.Kill();
        }
    }

    private static Manner MannerOf(int number, int sources)
    {
        var every = (int)(1 / Hostile);
        if (number % every == 0) return (Manner)((int)Manner.Endless + (number / every % 7));
        return (number % 20) switch
        {
            < 13 => Manner.Rss,
            < 16 => Manner.Atom,
            < 18 => Manner.Sitemap,
            _ => Manner.FrontPage,
        };
    }

    private static void Follow(List<FarmOutlet> outlets, string data, TimeProvider clock)
    {
        using var store = StationStore.Open(DataDirectory.Database(data), clock);
        foreach (var outlet in outlets)
            store.Sources.Add(new NewSource(outlet.Address, outlet.Host, "ar") { Kind = outlet.Manner switch { Manner.FrontPage => SourceKind.Page, Manner.Sitemap => SourceKind.Sitemap, _ => SourceKind.Feed } });
    }

    private static Process Serve(string marsad, string data, List<FarmOutlet> outlets, Farm farm)
    {
        string[] settings = ["serve", "--data", data, "--urls", "http://127.0.0.1:0", "--gap", "0.2", "--poll-soonest", "1", "--poll-latest", "10", "--contact", "mailto:soak@farm.example"];
        return Process.Start(new ProcessStartInfo(marsad, [.. settings, .. outlets.SelectMany(o => (string[])["--host", $"{o.Host}={farm.Place}"])]))
            ?? throw new InvalidOperationException($"{marsad} did not start");
    }

    /// <returns>Whether all that was published is filed.</returns>
    private static bool Tell(Process serve, Farm farm, string data, List<FarmOutlet> outlets, DateTimeOffset start, DateTimeOffset now)
    {
        serve.Refresh();
        using var db = Open(data);
        var filed = db.ExecuteScalar<long>("SELECT count(*) FROM article");
        var published = outlets.Where(o => !o.IsHostile).Sum(o => o.Published(now));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(now - start).TotalMinutes:0.0} | {filed} | {published} | {farm.Requests} | {serve.WorkingSet64 >> 20} | {serve.TotalProcessorTime.TotalSeconds:0} |"));
        return filed >= published;
    }

    private static int Judge(string data, List<FarmOutlet> outlets, Farm farm, DateTimeOffset now, bool died)
    {
        using var db = Open(data);
        var filed = db.Query<(string Url, long Rows)>("SELECT url, count(*) FROM article GROUP BY url").ToDictionary(row => row.Url, row => row.Rows);
        var published = outlets.Where(o => !o.IsHostile).SelectMany(o => Enumerable.Range(0, o.Published(now)).Select(o.Url)).ToList();
        var missing = published.Where(url => !filed.ContainsKey(url)).ToList();
        var twice = filed.Where(row => row.Value > 1).ToList();
        var strange = filed.Keys.Except(published).ToList();
        Console.WriteLine($"published {published.Count}, filed once {published.Count - missing.Count - twice.Count}, missing {missing.Count}, twice {twice.Count}, strange {strange.Count}; requests inward {farm.Inward}; ended by itself: {died}");
        foreach (var url in missing.Concat(twice.Select(row => row.Key)).Concat(strange).Take(10)) Console.WriteLine("  " + url);
        foreach (var (state, code, count) in db.Query<(string, string?, long)>("SELECT state, trouble_code, count(*) FROM source WHERE failures > 0 GROUP BY state, trouble_code")) Console.WriteLine($"  sources in trouble: {count} {code} ({state})");
        foreach (var (code, count) in db.Query<(string, long)>("SELECT code, count(*) FROM parked GROUP BY code")) Console.WriteLine($"  parked: {count} {code}");
        return missing.Count + twice.Count + strange.Count + farm.Inward == 0 && !died ? 0 : 1;
    }

    private static SqliteConnection Open(string data)
    {
        var db = new SqliteConnection($"Data Source={DataDirectory.Database(data)};Mode=ReadOnly;Default Timeout=60");
        db.Open();
        return db;
    }
}
