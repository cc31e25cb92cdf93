using Dapper;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Watching;
using Microsoft.Data.Sqlite;

namespace Marsad.Bench.Growth;

/// <summary>How fast the same few articles are filed into a store of ten thousand: what other programs do to the processor at this moment, they do to both.</summary>
internal static class SmallStore
{
    public const long Articles = 10_000;
    private const string Kept = "small.db";
    private const int Few = 600;

    /// <summary>Keeps the store as it is.</summary>
    public static void Keep(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "marsad.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var kept = new SqliteConnection($"Data Source={Path.Combine(folder, Kept)};Pooling=False");
        connection.BackupDatabase(kept);
    }

    /// <summary>Articles a second of processor time; 0 where none was kept. Its pages are read first: the store that is compared with it has had them in its cache for long.</summary>
    public static double Rate(GrownCrawl crawl, IReadOnlyList<Watch> watches, string folder)
    {
        if (!File.Exists(Path.Combine(folder, Kept))) return 0;
        var copy = Directory.CreateTempSubdirectory("marsad-growth-").FullName;
        try
        {
            File.Copy(Path.Combine(folder, Kept), Path.Combine(copy, "marsad.db"));
            using var store = StationStore.Open(Path.Combine(copy, "marsad.db"), TimeProvider.System);
            var walk = new PageWalk(store, watches);
            var batches = crawl.Readings(Articles).Take(Ingest.Batch + Few).Select(reading => reading()).Chunk(Ingest.Batch).ToList();
            store.Write(connection => connection.ExecuteScalar<string>("PRAGMA quick_check"));
            store.Write(_ => batches[0].Select(walk.File).ToList());
            var cost = Cost.Now();
            foreach (var batch in batches.Skip(1)) store.Write(_ => batch.Select(walk.File).ToList());
            return Few / (Cost.Now() - cost).Filing;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
