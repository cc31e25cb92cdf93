using System.Globalization;
using Marsad.Flow;

namespace Marsad.Bench.Growth;

/// <summary>
/// `growth N [--store FOLDER]`: files the crawl, repeated with other words, until the store has N articles, and times it as it grows; then asks the desk for situations and searches.
/// Most articles are filed as they were read once, with other words in the record; some windows go the whole way, reading included. A run that was stopped goes on where it was; a second run with more articles lets the store grow further.
/// </summary>
internal static class GrowthRun
{
    private const int Window = 5_000;
    private const int First = 15_000;
    private const int Wholes = 20;

    public static async Task<int> RunAsync(string crawl, long articles, string folder)
    {
        if (!File.Exists(crawl))
        {
            Console.Error.WriteLine($"no crawl at {crawl}");
            return 1;
        }

        Directory.CreateDirectory(folder);
        var table = new GrowthTable(Path.Combine(folder, "growth.csv"));
        using var station = Station.Open(new StationOptions(folder), TimeProvider.System);
        Questions.Follow(station.Store);
        if (table.Articles < articles) Fill(station, new GrownCrawl(crawl, Path.Combine(folder, "readings.jsonl")), articles, folder, table);
        GrowthCurve.Draw(table.Rows, Path.Combine(folder, "growth.svg"));
        await DeskTimes.RunAsync(station, table.Articles);
        return 0;
    }

    private static void Fill(Station station, GrownCrawl crawl, long articles, string folder, GrowthTable table)
    {
        for (var done = table.Articles; done < articles; done = table.Articles)
        {
            var row = IsWhole(done + Window, articles) ? FileWhole(station, crawl, done, folder) : FileRead(station, crawl, done, folder);
            table.Add(row);
            Console.WriteLine(row.Told());
        }
    }

    // The first ones, and one after each fiftieth of the whole.
    private static bool IsWhole(long end, long articles) => end <= First || end % Math.Max(Window, articles / Wholes / Window * Window) == 0;

    // As `marsad ingest` does it. The same bytes and the same time for the same window: where a run was killed within it, the next goes on within it.
    private static GrowthRow FileWhole(Station station, GrownCrawl crawl, long before, string folder)
    {
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"articles-{before:0000000}.jsonl"));
        File.WriteAllLines(file, crawl.Articles(before).Take(Window));
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        var cost = Cost.Now();
        var count = new Ingest(station.Store, station.PageWalk, station.Archive).Run([file], () => Stream.Null, _ => { }, CancellationToken.None);
        var spent = Cost.Now() - cost;
        File.Delete(file);
        return GrowthRow.Of(before + Window, true, count.Filed, count.Copies, spent, folder);
    }

    // Relating and storing alone: in the transactions that Ingest would make.
    private static GrowthRow FileRead(Station station, GrownCrawl crawl, long before, string folder)
    {
        var (cost, ends) = (Cost.Now(), new List<WalkEnd>());
        foreach (var batch in InOrder.Select(crawl.Readings(before).Take(Window), reading => reading(), ahead: Ingest.Batch).Chunk(Ingest.Batch))
            ends.AddRange(station.Store.Write(_ => batch.Select(station.PageWalk.File).ToList()));
        var (spent, filed) = (Cost.Now() - cost, ends.OfType<WalkEnd.Filed>().ToList());
        return GrowthRow.Of(before + Window, false, filed.Count, filed.Count(end => end.IsCopy), spent, folder);
    }
}
