using System.Text.Json;
using Dapper;
using Marsad.Records;
using Marsad.Records.Corrections;
using Marsad.Relating;

namespace Marsad.Store.Search;

/// <summary>Fills the search indexes of a store that an older program wrote, a batch at a time: a run that was stopped goes on where it was.</summary>
internal static class SearchRefill
{
    private const int Batch = 1000;

    public static void Run(StationStore store)
    {
        while (store.Write(connection => connection.Query<long>("SELECT article_id FROM search_waiting ORDER BY article_id LIMIT @Batch", new { Batch }).AsList()) is { Count: > 0 } waiting)
            store.Write(connection =>
            {
                var rows = waiting.SelectMany(article => Rows(store, article)).ToList();
                foreach (var read in rows.AsParallel().AsOrdered().Select(Read)) Add(store, read);
                connection.Execute("DELETE FROM search_waiting WHERE article_id BETWEEN @first AND @last", new { first = waiting[0], last = waiting[^1] });
            });
    }

    private static List<Row> Rows(StationStore store, long article) => store.Prepared("SELECT identity, published_at, record FROM article WHERE id = $1")
        .Rows(row => new Row(article, row.GetString(1), row.GetBytes(2), store.Articles.StandingOn(row.GetString(0))), article);

    // A damaged record is not found by words; the store opens all the same.
    private static ReadRow? Read(Row row)
    {
        try
        {
            var holds = ReviewedRecord.Of(RecordJson.Read(row.Record), row.Corrections).Holds;
            return new ReadRow(row.Article, Instant.Parse(row.At), holds, new ArticleWords(holds.Article.Title ?? ""), new ArticleWords(holds.Article.Text));
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return null;
        }
    }

    private static void Add(StationStore store, ReadRow? read)
    {
        if (read is null) return;
        var (index, facts) = (new SearchIndex(store), new SearchFacts(read.Holds.Article.Outlet, read.At, read.Holds.Record));
        index.Add(read.Article, read.Holds, read.At, read.Title, read.Text);
        var rows = store.Prepared("SELECT local_id, id FROM statement WHERE article_id = $1").Rows(row => (Key: row.GetString(0), Row: row.GetInt64(1)), read.Article).ToDictionary(row => row.Key, row => row.Row);
        foreach (var statement in read.Holds.Record.Statements)
            if (rows.TryGetValue(statement.Id, out var row)) index.AddStatement(row, statement, statement.Content.In(read.Holds.Article.Text), facts);
    }

    private sealed record Row(long Article, string At, byte[] Record, IReadOnlyList<Correction> Corrections);

    private sealed record ReadRow(long Article, DateTimeOffset At, ArticleRecord Holds, ArticleWords Title, ArticleWords Text);
}
