using Dapper;
using Marsad.Relating.Entities;
using Marsad.Store.Search;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>In which order search answers.</summary>
public enum SearchOrder
{
    /// <summary>The best match first; without words, the newest.</summary>
    Best,

    /// <summary>The latest published first.</summary>
    Newest,

    /// <summary>The first published first.</summary>
    Oldest,
}

/// <summary>Finds articles and statements by words, however newsrooms spell them, and by fields (see <see cref="SearchQuery"/>).</summary>
public static class SearchQueries
{
    // Counting every hit of a common word would take longer than finding the best: facets say how the first of them divide.
    private const int Faceted = 2000;

    // Where fewer have all the words, those with most of them follow.
    private const int Few = 10;

    /// <summary>Current articles; a headline counts more than the text; copies are left out and counted.</summary>
    /// <remarks>The best first, where fewer than ten have every word: then those that lack one follow up to ten, then those that lack two.</remarks>
    public static IReadOnlyList<ArticleHit> FindArticles(this SqliteConnection store, SearchQuery query, int limit, int offset = 0, SearchOrder order = SearchOrder.Best)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = Articles(store, query, query.Match, limit, offset, order);
        if (offset == 0 && order == SearchOrder.Best)
            foreach (var match in query.Looser.TakeWhile(_ => rows.Count < Math.Min(Few, limit)))
                rows.AddRange(Articles(store, query, match, Few, 0, order).ExceptBy(rows.Select(row => row.Id).ToList(), row => row.Id).Take(Math.Min(Few, limit) - rows.Count));
        return [.. rows.Select(row => new ArticleHit(row, TextOf(store, row.Id)))];
    }

    /// <summary>Statements by speaker or words; those of copies are left out and counted.</summary>
    public static IReadOnlyList<StatementRow> FindStatements(this SqliteConnection store, SearchQuery query, int limit, int offset = 0, SearchOrder order = SearchOrder.Best)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = query.Match.Length > 0;
        return store.Query<StatementRow>(
            $"""
            SELECT {StatementRow.Columns}
            FROM {(words ? "statement_search JOIN statement s ON s.id = statement_search.rowid" : "statement s")}
            JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id
            WHERE {(words ? "statement_search MATCH @Match AND " : "")}a.current = 1 AND a.copy_of IS NULL{query.Conditions.OfStatements()}
            ORDER BY {Order(order, words ? "bm25(statement_search, 3.0, 2.0, 1.0)" : null)}, s.id LIMIT @limit OFFSET @offset
            """,
            query.Conditions.Parameters(new { query.Match, limit, offset })).AsList();
    }

    /// <summary>How what was found divides: by outlet, by month, by what is said in it and by whom. Counts articles, of the best two thousand.</summary>
    public static SearchFacets FacetsOf(this SqliteConnection store, SearchQuery query, int each = 8)
    {
        ArgumentNullException.ThrowIfNull(query);
        var ids = store.Query<long>(
            $"SELECT a.id {FromArticles(query)} ORDER BY {(query.Match.Length > 0 ? "rank" : "a.published_at DESC")} LIMIT {Faceted}", query.Conditions.Parameters(new { query.Match })).AsList();
        var hits = "[" + string.Join(',', ids) + "]";
        List<Facet> Count(string what, string from) => store.Query<Facet>(
            $"SELECT {what} AS Value, count(DISTINCT h.value) AS Articles FROM json_each(@hits) h {from} WHERE {what} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT @each", new { hits, each }).AsList();
        const string Statements = "JOIN statement s ON s.article_id = h.value LEFT JOIN entity e ON e.id = s.entity_id";
        return new SearchFacets(
            ids.Count,
            ids.Count == Faceted,
            Count("a.outlet", "JOIN article a ON a.id = h.value"),
            Count("substr(a.published_at, 1, 7)", "JOIN article a ON a.id = h.value"),
            Count("s.type", Statements),
            Count("coalesce(e.name, s.speaker)", Statements));
    }

    /// <summary>Persons, bodies and places whose names begin so, those with the most articles first.</summary>
    /// <param name="beginning">What was typed so far: the last word may be unfinished.</param>
    public static IReadOnlyList<Suggestion> Suggest(this SqliteConnection store, string beginning, int limit)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        var words = NameForm.Of(beginning).Words.Select(Bare).Where(word => word.Length > 0).ToList();
        if (words.Count == 0) return [];
        return store.Query<Suggestion>(
            """
            SELECT e.name AS Name, e.type AS Type, (SELECT count(DISTINCT n.article_id) FROM name n WHERE n.entity_id = e.id) AS Articles
            FROM entity e WHERE e.id IN (SELECT coalesce(k.merged_into, k.id) FROM entity_search s JOIN entity k ON k.id = s.entity_id WHERE entity_search MATCH @match LIMIT 200)
            ORDER BY 3 DESC, e.id LIMIT @limit
            """,
            new { match = string.Join(" AND ", words.Select(word => $"\"{word}\"*")), limit }).AsList();
    }

    private static List<ArticleRow> Articles(SqliteConnection store, SearchQuery query, string match, int limit, int offset, SearchOrder order) => store.Query<ArticleRow>(
        $"SELECT {ArticleRow.Columns} {FromArticles(query)} ORDER BY {Order(order, match.Length > 0 ? "bm25(article_search, 8.0, 2.0, 1.0)" : null)} LIMIT @limit OFFSET @offset",
        query.Conditions.Parameters(new { Match = match, limit, offset })).AsList();

    private static string FromArticles(SearchQuery query) =>
        $"FROM {(query.Match.Length > 0 ? "article_search JOIN article a ON a.id = article_search.rowid WHERE article_search MATCH @Match AND" : "article a WHERE")} a.current = 1 AND a.copy_of IS NULL{query.Conditions.OfArticles()}";

    private static string Order(SearchOrder order, string? rank) => order switch
    {
        SearchOrder.Oldest => "a.published_at",
        SearchOrder.Best when rank is not null => rank + ", a.published_at DESC",
        _ => "a.published_at DESC",
    };

    private static string Bare(string word) => new([.. word.Where(char.IsLetterOrDigit)]);

    private static string TextOf(SqliteConnection store, long articleId) =>
        store.ExecuteScalar<string>("SELECT json_extract(CAST(record AS TEXT), '$.text') FROM article WHERE id = @articleId", new { articleId }) ?? "";
}

/// <summary>An article that was found, with its text for the passage.</summary>
public sealed record ArticleHit(ArticleRow Article, string Text);

/// <summary>One value of a facet.</summary>
public sealed record Facet
{
    public string Value { get; init; } = "";

    /// <summary>How many of the articles that were found have it.</summary>
    public long Articles { get; init; }
}

/// <summary>How the articles that were found divide.</summary>
/// <param name="Articles">How many were found; where <paramref name="IsCut"/>, how many of them were counted.</param>
/// <param name="IsCut">Whether there are more than were counted.</param>
/// <param name="Months">"2022-01".</param>
/// <param name="Types">Acts, as the data contract calls them.</param>
public sealed record SearchFacets(int Articles, bool IsCut, IReadOnlyList<Facet> Outlets, IReadOnlyList<Facet> Months, IReadOnlyList<Facet> Types, IReadOnlyList<Facet> Speakers);

/// <summary>A name that begins as was typed.</summary>
public sealed record Suggestion
{
    public string Name { get; init; } = "";

    /// <summary>PER, ORG or LOC.</summary>
    public string Type { get; init; } = "";

    /// <summary>How many articles name it.</summary>
    public long Articles { get; init; }
}
