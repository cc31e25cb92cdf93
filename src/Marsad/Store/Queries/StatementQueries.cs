using Dapper;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Reads statements over all articles.</summary>
public static class StatementQueries
{
    /// <summary>Statements, the latest first; those of copies are left out and counted.</summary>
    /// <param name="speaker">Only of this speaker, by the name known across articles or as the article gives it; null for all.</param>
    /// <param name="type">Only of this act, such as "call"; null for all.</param>
    public static IReadOnlyList<StatementRow> Statements(this SqliteConnection store, string? speaker, string? type, int limit, int offset = 0) =>
        store.Query<StatementRow>(
            $"""
            SELECT {StatementRow.Columns} FROM statement s JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id
            WHERE a.current = 1 AND a.copy_of IS NULL
              AND (@speaker IS NULL OR e.name = @speaker OR s.speaker = @speaker) AND (@type IS NULL OR s.type = @type)
            ORDER BY a.published_at DESC, s.article_id DESC, s.id LIMIT @limit OFFSET @offset
            """,
            new { speaker, type, limit, offset }).AsList();

    /// <summary>Statements by their numbers, in that order.</summary>
    public static IReadOnlyList<StatementRow> StatementsBy(this SqliteConnection store, IEnumerable<long> ids) =>
        store.Query<StatementRow>(
            $"SELECT {StatementRow.Columns} FROM json_each(@ids) place CROSS JOIN statement s ON s.id = place.value JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id ORDER BY place.key",
            new { ids = Rows.List(ids) }).AsList();

    /// <summary>Statements of some articles, in their order.</summary>
    public static IReadOnlyList<StatementRow> StatementsOfArticles(this SqliteConnection store, IEnumerable<long> articles) =>
        store.Query<StatementRow>(
            $"SELECT {StatementRow.Columns} FROM json_each(@ids) place CROSS JOIN article a ON a.id = place.value JOIN statement s ON s.article_id = a.id LEFT JOIN entity e ON e.id = s.entity_id ORDER BY place.key, s.id",
            new { ids = Rows.List(articles) }).AsList();

    /// <summary>Statements of one version of an article, in its order.</summary>
    public static IReadOnlyList<StatementRow> StatementsOfArticle(this SqliteConnection store, long article) =>
        store.Query<StatementRow>(
            $"SELECT {StatementRow.Columns} FROM statement s JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id WHERE a.id = @article ORDER BY s.id",
            new { article }).AsList();
}
