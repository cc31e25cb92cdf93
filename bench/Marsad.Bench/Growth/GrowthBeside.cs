using System.Globalization;
using Marsad.Flow;

namespace Marsad.Bench.Growth;

/// <summary>
/// `growth-beside FOLDER FOLDER …`: files articles into stores of several sizes, grown before, in turns of a few seconds: what other programs do to the processor at a moment, they do to all of them.
/// </summary>
internal static class GrowthBeside
{
    private const int Turn = 500;
    private const int Turns = 20;

    // A store that was just opened has none of its pages at hand.
    private const int WarmUp = 8;

    public static int Run(string crawl, IReadOnlyList<string> folders)
    {
        var stores = folders.Select(folder => new Grown(crawl, folder)).ToList();
        for (var turn = 0; turn < WarmUp + Turns; turn++)
        {
            foreach (var store in stores) store.File(isCounted: turn >= WarmUp);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turn + 1,3} of {WarmUp + Turns}: {string.Join(", ", stores.Select(store => store.Told()))}"));
        }

        foreach (var store in stores) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store.Told()} a second of processor time, {100 * store.Rate / stores[0].Rate:0} % of the first"));
        stores.ForEach(store => store.Dispose());
        return 0;
    }

    /// <summary>One store, and the articles that come next in it.</summary>
    private sealed class Grown : IDisposable
    {
        private readonly Station _station;
        private readonly IEnumerator<Func<Understanding>> _next;
        private readonly long _articles;
        private double _seconds;
        private int _filed;

        public Grown(string crawl, string folder)
        {
            _articles = new GrowthTable(Path.Combine(folder, "growth.csv")).Articles;
            _station = Station.Open(new StationOptions(folder), TimeProvider.System);
            _next = new GrownCrawl(crawl, Path.Combine(folder, "readings.jsonl")).Readings(_articles).GetEnumerator();
        }

        public double Rate => _filed / _seconds;

        public void File(bool isCounted)
        {
            var readings = new List<Understanding>();
            while (readings.Count < Turn && _next.MoveNext()) readings.Add(_next.Current());
            var cost = Cost.Now();
            foreach (var batch in readings.Chunk(Ingest.Batch)) _station.Store.Write(_ => batch.Select(_station.PageWalk.File).ToList());
            if (!isCounted) return;
            _seconds += (Cost.Now() - cost).Filing;
            _filed += readings.Count;
        }

        public string Told() => string.Create(CultureInfo.InvariantCulture, $"{_articles:N0}: {(_filed > 0 ? Rate : 0):0}");

        public void Dispose()
        {
            _next.Dispose();
            _station.Dispose();
        }
    }
}
