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
    // Counting every hit of a common word would take longer than finding the best: facets say how the latest of them divide.
    private const int Faceted = 1000;

    // Common words say little of what is best, and to weigh every article that has them takes a second at a million articles: of more than these the latest filed are weighed.
    private const int Weighed = 1000;

    private const string Places = "json_each(@ids) place";

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
                rows.AddRange(Articles(store, query, match, Few, 0, order, query.Any).ExceptBy(rows.Select(row => row.Id).ToList(), row => row.Id).Take(Math.Min(Few, limit) - rows.Count));
        return [.. rows.Select(row => new ArticleHit(row, TextOf(store, row.Id)))];
    }

    /// <summary>Statements by speaker or words; those of copies are left out and counted.</summary>
    public static IReadOnlyList<StatementRow> FindStatements(this SqliteConnection store, SearchQuery query, int limit, int offset = 0, SearchOrder order = SearchOrder.Best)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = query.Match.Length > 0;
        var ids = words
            ? Best(store, Index.Statements, query, query.Match, limit, offset, order)
            : store.Query<long>(
                $"""
                SELECT s.id FROM {Shown(query)} CROSS JOIN statement s ON s.article_id = a.id
                WHERE a.current = 1 AND a.copy_of IS NULL{query.Conditions.OfStatements()} ORDER BY {Order(order)}, s.id LIMIT @limit OFFSET @offset
                """,
                query.Conditions.Parameters(new { limit, offset })).AsList();
        return store.Query<StatementRow>(
            $"SELECT {StatementRow.Columns} FROM {Places} JOIN statement s ON s.id = place.value JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id ORDER BY place.key",
            new { ids = Rows.List(ids) }).AsList();
    }

    /// <summary>How what was found divides: by outlet, by month, by what is said in it and by whom. Counts articles, of the latest thousand.</summary>
    public static SearchFacets FacetsOf(this SqliteConnection store, SearchQuery query, int each = 8)
    {
        ArgumentNullException.ThrowIfNull(query);
        var ids = Latest(store, Index.Articles, query, query.Match, Faceted).ConvertAll(found => found.Id);
        var hits = new { ids = Rows.List(ids) };
        var articles = store.Query<(string? Outlet, string Month)>($"SELECT a.outlet, substr(a.published_at, 1, 7) FROM {Places} CROSS JOIN article a INDEXED BY article_found ON a.id = place.value", hits).AsList();
        var said = store.Query<(long Article, string Type, long? Entity, string? Speaker)>(
            $"SELECT s.article_id, s.type, s.entity_id, s.speaker FROM {Places} CROSS JOIN statement s INDEXED BY statement_of_article ON s.article_id = place.value", hits).AsList();
        var names = NamesOf(store, said.Select(s => s.Entity).OfType<long>().Distinct());
        return new SearchFacets(
            ids.Count,
            ids.Count == Faceted,
            Divided(articles.Select(article => article.Outlet), each),
            Divided(articles.Select(article => article.Month), each),
            Divided(said.Select(s => (s.Article, s.Type)).Distinct().Select(s => s.Type), each),
            Divided(said.Select(s => (s.Article, Speaker: s.Entity is { } entity ? names.GetValueOrDefault(entity, s.Speaker) : s.Speaker)).Distinct().Select(s => s.Speaker), each));
    }

    private static Dictionary<long, string?> NamesOf(SqliteConnection store, IEnumerable<long> entities) => store.Query<(long Id, string? Name)>(
        $"SELECT e.id, e.name FROM {Places} CROSS JOIN entity e ON e.id = place.value", new { ids = Rows.List(entities) }).ToDictionary(entity => entity.Id, entity => entity.Name);

    private static List<Facet> Divided(IEnumerable<string?> values, int most) =>
        [.. values.OfType<string>().CountBy(value => value, StringComparer.Ordinal).OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Take(most).Select(v => new Facet { Value = v.Key, Articles = v.Value })];

    /// <summary>Persons, bodies and places whose names begin so, those with the most articles first.</summary>
    /// <param name="beginning">What was typed so far: the last word may be unfinished.</param>
    public static IReadOnlyList<Suggestion> Suggest(this SqliteConnection store, string beginning, int limit)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        var words = NameForm.Of(beginning).Words.Select(Bare).Where(word => word.Length > 0).ToList();
        if (words.Count == 0) return [];
        return store.Query<Suggestion>(
            """
            SELECT e.name AS Name, e.type AS Type, (SELECT count(DISTINCT n.article_id) FROM (SELECT article_id FROM name WHERE entity_id = e.id LIMIT 500) n) AS Articles
            FROM entity e WHERE e.id IN (SELECT coalesce(k.merged_into, k.id) FROM entity_search s JOIN entity k ON k.id = s.entity_id WHERE entity_search MATCH @match LIMIT 200)
            ORDER BY 3 DESC, e.id LIMIT @limit
            """,
            new { match = string.Join(" AND ", words.Select(word => $"\"{word}\"*")), limit }).AsList();
    }

    private static List<ArticleRow> Articles(SqliteConnection store, SearchQuery query, string match, int limit, int offset, SearchOrder order, string? weighedBy = null)
    {
        var ids = match.Length > 0
            ? Best(store, Index.Articles, query, match, limit, offset, order, weighedBy)
            : store.Query<long>(
                $"SELECT a.id FROM {Shown(query)} WHERE a.current = 1 AND a.copy_of IS NULL{query.Conditions.OfArticles()} ORDER BY {Order(order)} LIMIT @limit OFFSET @offset",
                query.Conditions.Parameters(new { limit, offset })).AsList();
        return store.Query<ArticleRow>($"SELECT {ArticleRow.Columns} FROM {Places} JOIN article a ON a.id = place.value ORDER BY place.key", new { ids = Rows.List(ids) }).AsList();
    }

    // First which, then in what order, then what is shown of them: an order over whole rows would make each of them first.
    private static List<long> Best(SqliteConnection store, Index index, SearchQuery query, string match, int limit, int offset, SearchOrder order, string? weighedBy = null)
    {
        var found = Latest(store, index, query, match, Weighed);
        var ranks = order == SearchOrder.Best && found.Count > 0 ? Ranks(store, index, match, weighedBy ?? match, found) : [];
        var ordered = order == SearchOrder.Oldest
            ? found.OrderBy(one => one.At, StringComparer.Ordinal).ThenBy(one => one.Id)
            : found.OrderBy(one => ranks.GetValueOrDefault(one.Id)).ThenByDescending(one => one.At, StringComparer.Ordinal).ThenBy(one => one.Id);
        return [.. ordered.Skip(offset).Take(limit).Select(one => one.Id)];
    }

    // Where more were found than are weighed, those come first whose head has the words.
    private static Dictionary<long, double> Ranks(SqliteConnection store, Index index, string match, string weighedBy, List<(long Id, string At)> found)
    {
        SampledBm25.AddTo(store);
        var (rank, asked) = found.Count == Weighed ? ("-1.0", $"{index.Head} : ({match})") : (index.Rank, weighedBy);
        return store.Query<(long Id, double Rank)>(
            $"SELECT rowid, {rank} FROM {index.Name} WHERE {index.Name} MATCH @asked AND rowid BETWEEN @least AND @most AND +rowid IN (SELECT value FROM json_each(@ids))",
            new { asked, least = found.Min(one => one.Id), most = found.Max(one => one.Id), ids = Rows.List(found.Select(one => one.Id)) }).ToDictionary(one => one.Id, one => one.Rank);
    }

    // The latest filed first: the index is read from its end, and no further than needed.
    private static List<(long Id, string At)> Latest(SqliteConnection store, Index index, SearchQuery query, string match, int most) => store.Query<(long, string)>(
        match.Length > 0
            ? $"SELECT {index.Item}.id, a.published_at FROM {index.From} WHERE {index.Name} MATCH @match AND a.current = 1 AND a.copy_of IS NULL{query.Conditions.OfFew()}{index.Conditions(query)} ORDER BY {index.Name}.rowid DESC LIMIT @most"
            : $"SELECT a.id, a.published_at FROM {Shown(query)} WHERE a.current = 1 AND a.copy_of IS NULL{query.Conditions.OfArticles()} ORDER BY a.published_at DESC LIMIT @most",
        query.Conditions.Parameters(new { match, most })).AsList();

    // Who is asked for by a field and is found in few articles leads to them; else the articles are gone through as they are shown.
    private static string Shown(SearchQuery query) => query.Conditions.Few is null ? "article a INDEXED BY article_shown" : "json_each(@few) few CROSS JOIN article a ON a.id = few.value";

    private static string Order(SearchOrder order) => order == SearchOrder.Oldest ? "a.published_at" : "a.published_at DESC";

    /// <summary>One of the two search indexes.</summary>
    /// <param name="Item">What its rows are, in SQL.</param>
    /// <param name="Head">The column that says most of what it is about.</param>
    private sealed record Index(string Name, string From, string Item, string Head, string Rank, Func<SearchQuery, string> Conditions)
    {
        public static readonly Index Articles = new(
            "article_search", "article_search CROSS JOIN article a INDEXED BY article_found ON a.id = article_search.rowid", "a", "title", SampledBm25.Name + "(article_search, 8.0, 2.0, 1.0)", query => query.Conditions.OfArticles());

        public static readonly Index Statements = new(
            "statement_search", "statement_search CROSS JOIN statement s ON s.id = statement_search.rowid CROSS JOIN article a INDEXED BY article_found ON a.id = s.article_id", "s", "speaker", SampledBm25.Name + "(statement_search, 3.0, 2.0, 1.0)",
            query => query.Conditions.OfStatements());
    }

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
