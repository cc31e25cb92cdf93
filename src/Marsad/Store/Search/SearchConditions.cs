using System.Globalization;
using Dapper;
using Marsad.Language.Text;
using Marsad.Relating;
using Marsad.Relating.Entities;
using Marsad.Store.Queries;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Search;

/// <summary>What a query's fields demand, as SQL over "a" (article) and "s" (statement). Several values of one field are alternatives; fields add up.</summary>
internal sealed class SearchConditions(SqliteConnection connection, WordForms forms)
{
    private const int MostFew = 3000;

    private readonly Dictionary<SearchField, List<string>> _wanted = [];
    private readonly List<(SearchField Field, string Sql)> _unwanted = [];
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public bool Any => _wanted.Count + _unwanted.Count > 0;

    public string? From { get; private set; }

    public string? To { get; private set; }

    /// <summary>The articles that a speaker or a place which was asked for is found in, where they are few: what else is asked need not be looked for elsewhere. Null where there is no such field.</summary>
    public List<long>? Few { get; private set; }

    public string OfFew() => Few is null ? "" : " AND +a.id IN (SELECT value FROM json_each(@few))";

    /// <summary>Adds a part that has a field. Null where that is possible, else what is wrong with it.</summary>
    public SearchFaultKind? Add(QueryPart part)
    {
        if (SearchFields.Of(part.Field!) is not { } field) return SearchFaultKind.UnknownField;
        if (!part.Words.Any(char.IsLetterOrDigit)) return SearchFaultKind.NoValue;
        return field switch
        {
            SearchField.From or SearchField.To => AddDay(field, part),
            SearchField.Type when SearchFields.Act(part.Words) is null => SearchFaultKind.UnknownType,
            SearchField.Speaker => KeepFew(part, Keep(field, part, Sql(field, part)), InArticlesOf(part)),
            SearchField.Place => KeepFew(part, Keep(field, part, Sql(field, part)), $"SELECT article_id FROM name WHERE entity_id IN {EntitiesCalled(part, "LOC")}"),
            _ => Keep(field, part, Sql(field, part)),
        };
    }

    /// <summary>Leaves out articles that match an expression of the index.</summary>
    public void Without(string match) => _unwanted.Add((SearchField.Outlet, $"a.id IN (SELECT rowid FROM article_search WHERE article_search MATCH {Value(match)})"));

    /// <summary>For articles: what is said of statements must hold of one and the same statement of theirs.</summary>
    public string OfArticles()
    {
        var (ofStatements, ofArticles) = (Join(OnStatements), Join(OnArticles));
        return ofStatements.Length == 0 ? ofArticles : $"{ofArticles} AND EXISTS (SELECT 1 FROM statement s WHERE s.article_id = a.id{ofStatements})";
    }

    public string OfStatements() => Join(OnArticles) + Join(OnStatements);

    public DynamicParameters Parameters(object more)
    {
        var parameters = new DynamicParameters(more);
        if (Few is not null) parameters.Add("few", Rows.List(Few));
        foreach (var (name, value) in _values) parameters.Add(name, value);
        return parameters;
    }

    private static bool OnStatements(SearchField field) => field is SearchField.Speaker or SearchField.Via or SearchField.Type;

    private static bool OnArticles(SearchField field) => !OnStatements(field);

    private string Join(Func<SearchField, bool> on) => string.Concat(
        _wanted.Where(w => on(w.Key)).Select(w => $" AND ({string.Join(" OR ", w.Value)})").Concat(_unwanted.Where(u => on(u.Field)).Select(u => $" AND NOT coalesce({u.Sql}, 0)")));

    private SearchFaultKind? Keep(SearchField field, QueryPart part, string sql)
    {
        if (part.IsUnwanted) _unwanted.Add((field, sql));
        else if (_wanted.TryGetValue(field, out var alternatives)) alternatives.Add(sql);
        else _wanted.Add(field, [sql]);
        return null;
    }

    // Of several values of one field any will do, so that one of them leads nowhere.
    private SearchFaultKind? KeepFew(QueryPart part, SearchFaultKind? fault, string articles)
    {
        if (part.IsUnwanted || fault is not null) return fault;
        var field = SearchFields.Of(part.Field!)!.Value;
        if (_wanted[field].Count > 1)
        {
            Few = null;
            return fault;
        }

        var few = connection.Query<long>($"SELECT DISTINCT article_id FROM ({articles} LIMIT {MostFew + 1})", Parameters(new { })).AsList();
        if (few.Count <= MostFew) Few = few;
        return fault;
    }

    private string InArticlesOf(QueryPart part) =>
        $"SELECT article_id FROM statement WHERE entity_id IN {EntitiesCalled(part, "PER", "ORG", "LOC")} UNION ALL SELECT s.article_id FROM statement_search CROSS JOIN statement s ON s.id = statement_search.rowid WHERE statement_search MATCH {Value($"speaker : ({Speaker(part)})")}";

    private string Sql(SearchField field, QueryPart part) => field switch
    {
        SearchField.Type => $"s.type = {Value(SearchFields.Act(part.Words)!)}",
        SearchField.Via => Among("s.via", "statement", "via", part.Words),
        SearchField.Outlet => Among("a.outlet", "article", "outlet", part.Words),
        SearchField.Speaker => $"(s.id IN (SELECT rowid FROM statement_search WHERE statement_search MATCH {Value($"speaker : ({Speaker(part)})")}) OR s.entity_id IN {EntitiesCalled(part, "PER", "ORG", "LOC")})",
        _ => $"EXISTS (SELECT 1 FROM name n WHERE n.article_id = a.id AND n.entity_id IN {EntitiesCalled(part, "LOC")})",
    };

    // Few distinct ones, so they are compared here with the reader's folding rather than by SQL; from one to the next along the index, not through every row.
    private string Among(string name, string table, string column, string words)
    {
        var asked = Bare(words);
        var distinct = $"""
            WITH RECURSIVE known(value) AS (SELECT min({column}) FROM {table} WHERE {column} IS NOT NULL
                UNION ALL SELECT (SELECT min({column}) FROM {table} WHERE {column} > known.value) FROM known WHERE known.value IS NOT NULL)
            SELECT value FROM known WHERE value IS NOT NULL
            """;
        return $"{name} IN {Value(connection.Query<string>(distinct).Where(known => Bare(known).Contains(asked, StringComparison.Ordinal)).ToList())}";
    }

    private static string Bare(string words) => NameForm.Of(words).Folded;

    // Speakers stand in the index as they are named, with or without the article.
    private string Speaker(QueryPart part) => part.IsPhrase
        ? forms.Phrase(part.Words, !part.IsUnwanted)
        : $"({forms.Any(part.Words, !part.IsUnwanted)}) OR \"{string.Join(' ', Words(part.Words).Select(word => "\u0627\u0644" + word))}\"";

    private static IEnumerable<string> Words(string text)
    {
        var words = new ArticleWords(text);
        return Enumerable.Range(0, words.Count).Select(i => words[i].ToString());
    }

    private string EntitiesCalled(QueryPart part, params string[] types)
    {
        var name = Bare(part.Words);
        var match = part.IsPhrase ? forms.Phrase(name, !part.IsUnwanted) : forms.Any(name, !part.IsUnwanted);
        if (match.Length == 0) return "(NULL)";
        return Value(connection.Query<long>(
            "SELECT DISTINCT coalesce(e.merged_into, e.id) FROM entity_search JOIN entity e ON e.id = entity_search.entity_id WHERE entity_search MATCH @match AND e.type IN @types", new { match, types }).ToList());
    }

    private SearchFaultKind? AddDay(SearchField field, QueryPart part)
    {
        if (part.IsUnwanted || (field == SearchField.From ? From : To) is not null) return SearchFaultKind.OnlyOnce;
        if (DaysOf(Folding.Fold(part.Words)) is not { } days) return SearchFaultKind.NotADay;
        if (field == SearchField.From) From = Text(days.First);
        else To = Text(days.Next);
        if (From is not null && To is not null && string.CompareOrdinal(From, To) >= 0) return SearchFaultKind.SpanReversed;
        return Keep(field, part, field == SearchField.From ? $"a.published_at >= {Value(From!)}" : $"a.published_at < {Value(To!)}");
    }

    // A year, a month or a day, as the days that it begins and that follows it.
    private static (DateOnly First, DateOnly Next)? DaysOf(string words)
    {
        if (DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (day, day.AddDays(1));
        if (DateOnly.TryParseExact(words, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return (month, month.AddMonths(1));
        return DateOnly.TryParseExact(words, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) && year.Year < 9999 ? (year, year.AddYears(1)) : null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Value(object value)
    {
        var name = "w" + _values.Count.ToString(CultureInfo.InvariantCulture);
        _values.Add(name, value);
        return "@" + name;
    }
}
