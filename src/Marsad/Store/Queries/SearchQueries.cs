using System.Runtime.InteropServices;
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
    // Common words say little of what is best, and to weigh every article that has them takes a second at a million articles: of more than these the latest filed are weighed and counted.
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
        var ids = Best(store, Index.Statements, query, query.Match, limit, offset, order);
        return store.Query<StatementRow>(
            $"SELECT {StatementRow.Columns} FROM {Places} JOIN statement s ON s.id = place.value JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id ORDER BY place.key",
            new { ids = Rows.List(ids) }).AsList();
    }

    /// <summary>How what was found divides: by outlet, by month, by what is said in it and by whom. Counts articles, of the latest thousand.</summary>
    public static SearchFacets FacetsOf(this SqliteConnection store, SearchQuery query, int each = 8)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = Found(store, Index.Articles, query, query.Match, SearchOrder.Best);
        var (acts, entities, speakers) = (new Tally<string>(), new Tally<long>(), new Tally<string>());
        using (var said = store.ExecuteReader(
            $"SELECT s.article_id, s.type, s.entity_id, s.speaker FROM {Places} CROSS JOIN statement s INDEXED BY statement_of_article ON s.article_id = place.value", new { ids = Rows.List(found.Select(one => one.Id)) }))
            while (said.Read())
            {
                acts.Add(said.GetString(1), said.GetInt64(0));
                if (!said.IsDBNull(2)) entities.Add(said.GetInt64(2), said.GetInt64(0));
                else if (!said.IsDBNull(3)) speakers.Add(said.GetString(3), said.GetInt64(0));
            }

        return new SearchFacets(
            found.Count,
            found.Count == Weighed,
            Most(found.Select(one => one.Outlet).OfType<string>().CountBy(outlet => outlet, StringComparer.Ordinal), each),
            Most(found.CountBy(one => one.At[..7], StringComparer.Ordinal), each),
            Most(acts.Counts, each),
            Most(Named(store, entities.Counts.OrderByDescending(entity => entity.Value).Take(2 * each)).Concat(speakers.Counts), each));
    }

    private static IEnumerable<KeyValuePair<string, int>> Named(SqliteConnection store, IEnumerable<KeyValuePair<long, int>> entities)
    {
        var counts = entities.ToDictionary();
        return store.Query<(long Id, string Name)>($"SELECT e.id, e.name FROM {Places} CROSS JOIN entity e ON e.id = place.value", new { ids = Rows.List(counts.Keys) })
            .Select(entity => KeyValuePair.Create(entity.Name, counts[entity.Id]));
    }

    private static List<Facet> Most(IEnumerable<KeyValuePair<string, int>> counts, int most) =>
        [.. counts.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).DistinctBy(v => v.Key).Take(most).Select(v => new Facet { Value = v.Key, Articles = v.Value })];

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
        var ids = Best(store, Index.Articles, query, match, limit, offset, order, weighedBy);
        return store.Query<ArticleRow>($"SELECT {ArticleRow.Columns} FROM {Places} JOIN article a ON a.id = place.value ORDER BY place.key", new { ids = Rows.List(ids) }).AsList();
    }

    // First which, then in what order, then what is shown of them: an order over whole rows would make each of them first.
    private static List<long> Best(SqliteConnection store, Index index, SearchQuery query, string match, int limit, int offset, SearchOrder order, string? weighedBy = null)
    {
        var found = Found(store, index, query, match, order);
        var ranks = order == SearchOrder.Best && match.Length > 0 && found.Count > 0 ? Ranks(store, index, query, match, weighedBy ?? match, found) : [];
        var ordered = order == SearchOrder.Oldest
            ? found.OrderBy(one => one.At, StringComparer.Ordinal).ThenBy(one => one.Id)
            : found.OrderBy(one => ranks.GetValueOrDefault(one.Id)).ThenByDescending(one => one.At, StringComparer.Ordinal).ThenBy(one => one.Id);
        return [.. ordered.Skip(offset).Take(limit).Select(one => one.Id)];
    }

    // Where more were found than are weighed, those come first whose head has the words.
    private static Dictionary<long, double> Ranks(SqliteConnection store, Index index, SearchQuery query, string match, string weighedBy, List<(long Id, string At, string? Outlet)> found)
    {
        SampledBm25.AddTo(store);
        var isCut = found.Count == Weighed;
        var words = isCut ? $"{index.Head} : ({match})" : weighedBy;
        return store.Query<(long Id, double Rank)>(
            $"SELECT rowid, {(isCut ? "-1.0" : index.Rank)} FROM {index.Name} WHERE {index.Name} MATCH @asked AND rowid BETWEEN @least AND @most AND +rowid IN (SELECT value FROM json_each(@ids))",
            new { asked = query.With(words), phrases = words.Count(c => c == '"') / 2, least = found.Min(one => one.Id), most = found.Max(one => one.Id), ids = Rows.List(found.Select(one => one.Id)) })
            .ToDictionary(one => one.Id, one => one.Rank);
    }

    // The latest filed, or the first: the index is read from one end, and no further than needed.
    private static List<(long Id, string At, string? Outlet)> Found(SqliteConnection store, Index index, SearchQuery query, string match, SearchOrder order)
    {
        var (asked, direction) = (query.With(match), order == SearchOrder.Oldest ? "ASC" : "DESC");
        var key = $"{index.Name} {direction} {asked}";
        if (query.Found.TryGetValue(key, out var known)) return known;
        var (rows, by) = asked.Length > 0 ? ($"{index.From} WHERE {index.Name} MATCH @asked AND", index.Name + ".rowid") : ($"{index.Shown} WHERE", "a.published_at");
        return query.Found[key] = store.Query<(long, string, string?)>(
            $"SELECT {index.Item}.id, a.published_at, a.outlet FROM {rows} a.current = 1 AND a.copy_of IS NULL{index.Conditions(query)} ORDER BY {by} {direction} LIMIT @most",
            query.Conditions.Parameters(new { asked, most = Weighed })).AsList();
    }

    /// <summary>One of the two search indexes.</summary>
    /// <param name="From">Its rows with their articles, in SQL.</param>
    /// <param name="Shown">The same without it: all articles that are shown.</param>
    /// <param name="Item">What its rows are, in SQL.</param>
    /// <param name="Head">The column that says most of what it is about.</param>
    private sealed record Index(string Name, string From, string Shown, string Item, string Head, string Rank, Func<SearchQuery, string> Conditions)
    {
        public static readonly Index Articles = new(
            "article_search", "article_search CROSS JOIN article a INDEXED BY article_found ON a.id = article_search.rowid", "article a INDEXED BY article_shown",
            "a", "title", SampledBm25.Name + "(article_search, 8.0, 2.0, 1.0, 0.0, @phrases)", query => query.Conditions.OfArticles());

        public static readonly Index Statements = new(
            "statement_search", "statement_search CROSS JOIN statement s ON s.id = statement_search.rowid CROSS JOIN article a INDEXED BY article_found ON a.id = s.article_id",
            "article a INDEXED BY article_shown CROSS JOIN statement s ON s.article_id = a.id", "s", "speaker", SampledBm25.Name + "(statement_search, 3.0, 2.0, 1.0, 0.0, @phrases)",
            query => query.Conditions.OfStatements());
    }

    /// <summary>In how many articles a value stands, the rows of one article given one after another.</summary>
    private sealed class Tally<T>
        where T : notnull
    {
        private readonly Dictionary<T, (int Count, long Last)> _counts = [];

        public IEnumerable<KeyValuePair<T, int>> Counts => _counts.Select(value => KeyValuePair.Create(value.Key, value.Value.Count));

        public void Add(T value, long article)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out var isKnown);
            if (!isKnown || count.Last != article) count = (count.Count + 1, article);
        }
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
