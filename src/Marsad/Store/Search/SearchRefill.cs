using System.Text.Json;
using Dapper;
using Marsad.Records;
using Marsad.Records.Corrections;

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
                foreach (var article in waiting) Add(store, article);
                connection.Execute("DELETE FROM search_waiting WHERE article_id BETWEEN @first AND @last", new { first = waiting[0], last = waiting[^1] });
            });
    }

    private static void Add(StationStore store, long article)
    {
        var at = Instant.Parse((string)store.Prepared("SELECT published_at FROM article WHERE id = $1").Value(article)!);
        if (Read(store, article) is not { } reviewed) return;
        var (index, holds) = (new SearchIndex(store), reviewed.Holds);
        index.Add(article, holds, at, new Relating.ArticleWords(holds.Article.Title ?? ""), new Relating.ArticleWords(holds.Article.Text));
        var facts = new SearchFacts(holds.Article.Outlet, at, holds.Record);
        var rows = store.Prepared("SELECT local_id, id FROM statement WHERE article_id = $1").Rows(row => (Key: row.GetString(0), Row: row.GetInt64(1)), article).ToDictionary(row => row.Key, row => row.Row);
        foreach (var statement in holds.Record.Statements)
            if (rows.TryGetValue(statement.Id, out var row)) index.AddStatement(row, statement, statement.Content.In(holds.Article.Text), facts);
    }

    // A damaged record is not found by words; the store opens all the same.
    private static ReviewedRecord? Read(StationStore store, long article)
    {
        var identity = (string)store.Prepared("SELECT identity FROM article WHERE id = $1").Value(article)!;
        try
        {
            var record = RecordJson.Read((byte[])store.Prepared("SELECT record FROM article WHERE id = $1").Value(article)!);
            return ReviewedRecord.Of(record, store.Articles.StandingOn(identity));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
