using Dapper;
using Marsad.Store.Search;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Finds articles and statements by words, however newsrooms spell them (see <see cref="SearchQuery"/>).</summary>
public static class SearchQueries
{
    /// <summary>Current articles, the best match first; a headline counts more than the text; copies are left out and counted.</summary>
    public static IReadOnlyList<ArticleHit> FindArticles(this SqliteConnection store, SearchQuery query, int limit, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = store.Query<ArticleRow>(
            $"""
            SELECT {ArticleRow.Columns} FROM article_search JOIN article a ON a.id = article_search.rowid
            WHERE article_search MATCH @Match AND a.current = 1 AND a.copy_of IS NULL
            ORDER BY bm25(article_search, 8.0, 2.0, 1.0), a.published_at DESC LIMIT @limit OFFSET @offset
            """,
            new { query.Match, limit, offset }).AsList();
        return [.. rows.Select(row => new ArticleHit(row, TextOf(store, row.Id)))];
    }

    /// <summary>Statements by speaker or words, the best match first; those of copies are left out and counted.</summary>
    public static IReadOnlyList<StatementRow> FindStatements(this SqliteConnection store, SearchQuery query, int limit, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        return store.Query<StatementRow>(
            $"""
            SELECT {StatementRow.Columns} FROM statement_search JOIN statement s ON s.id = statement_search.rowid
            JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id
            WHERE statement_search MATCH @Match AND a.current = 1 AND a.copy_of IS NULL
            ORDER BY bm25(statement_search, 3.0, 2.0, 1.0), a.published_at DESC LIMIT @limit OFFSET @offset
            """,
            new { query.Match, limit, offset }).AsList();
    }

    private static string TextOf(SqliteConnection store, long articleId) =>
        store.ExecuteScalar<string>("SELECT json_extract(CAST(record AS TEXT), '$.text') FROM article WHERE id = @articleId", new { articleId }) ?? "";
}

/// <summary>An article that was found, with its text for the passage.</summary>
public sealed record ArticleHit(ArticleRow Article, string Text);
