using System.Globalization;
using Dapper;
using Marsad.Language.Text;
using Marsad.Relating.Entities;
using Marsad.Relating.Spelling;
using Marsad.Store.Queries;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Search;

/// <summary>
/// What a query's fields demand: as an expression of the index's facts, which leads to the rows, and as SQL over "a" (article) and "s" (statement), which decides. Several values of one field are alternatives; fields add up.
/// </summary>
internal sealed class SearchConditions(SqliteConnection connection, WordForms forms)
{
    // A word that more speakers share leads to nobody: it is looked for in the names themselves.
    private const int MostSpeakers = 50;
    private const int MostEntities = 3000;
    private const int MostForms = 24;
    private const int MostOutlets = 60;
    private const int MostMonths = 40;

    private readonly Dictionary<SearchField, List<Demand>> _wanted = [];
    private readonly List<(SearchField Field, string Sql)> _unwanted = [];
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public bool Any => _wanted.Count + _unwanted.Count > 0;

    public string? From { get; private set; }

    public string? To { get; private set; }

    /// <summary>What must stand among the facts of a row; "" where nothing is known that must.</summary>
    public string Facts
    {
        get
        {
            var all = _wanted.Values.Where(demands => demands.TrueForAll(demand => demand.Facts is not null)).Select(demands => Either(demands.Select(demand => demand.Facts!))).Append(Months()).OfType<string>();
            return string.Join(" AND ", all) is { Length: > 0 } facts ? $"facts : ({facts})" : "";
        }
    }

    /// <summary>Adds a part that has a field. Null where that is possible, else what is wrong with it.</summary>
    public SearchFaultKind? Add(QueryPart part)
    {
        if (SearchFields.Of(part.Field!) is not { } field) return SearchFaultKind.UnknownField;
        if (!part.Words.Any(char.IsLetterOrDigit)) return SearchFaultKind.NoValue;
        return field switch
        {
            SearchField.From or SearchField.To => AddDay(field, part),
            SearchField.Type when SearchFields.Act(part.Words) is null => SearchFaultKind.UnknownType,
            _ => Keep(field, part.IsUnwanted, DemandOf(field, part)),
        };
    }

    /// <summary>Leaves out articles that match an expression of the index.</summary>
    public void Without(string match) => _unwanted.Add((SearchField.Outlet, $"a.id IN (SELECT rowid FROM article_search WHERE article_search MATCH {Value(match)})"));

    /// <summary>For articles: what is said of statements must hold of one and the same statement of theirs.</summary>
    public string OfArticles()
    {
        var (ofStatements, ofArticles) = (Join(OnStatements), Join(OnArticles));
        return ofStatements.Length == 0 || IsToldByFacts ? ofArticles : $"{ofArticles} AND EXISTS (SELECT 1 FROM statement s WHERE s.article_id = a.id{ofStatements})";
    }

    public string OfStatements() => Join(OnArticles) + Join(OnStatements);

    public DynamicParameters Parameters(object more)
    {
        var parameters = new DynamicParameters(more);
        foreach (var (name, value) in _values) parameters.Add(name, value);
        return parameters;
    }

    // An act or a medium alone: the facts say no less than the statements do.
    private bool IsToldByFacts => !_unwanted.Exists(u => OnStatements(u.Field)) && _wanted.Keys.Where(OnStatements).ToList() is [SearchField.Type or SearchField.Via];

    private static bool OnStatements(SearchField field) => field is SearchField.Speaker or SearchField.Via or SearchField.Type;

    private static bool OnArticles(SearchField field) => !OnStatements(field);

    private string Join(Func<SearchField, bool> on) => string.Concat(
        _wanted.Where(w => on(w.Key)).Select(w => $" AND ({string.Join(" OR ", w.Value.Select(demand => demand.Sql))})").Concat(_unwanted.Where(u => on(u.Field)).Select(u => $" AND NOT coalesce({u.Sql}, 0)")));

    private SearchFaultKind? Keep(SearchField field, bool isUnwanted, Demand demand)
    {
        if (isUnwanted) _unwanted.Add((field, demand.Sql));
        else if (_wanted.TryGetValue(field, out var alternatives)) alternatives.Add(demand);
        else _wanted.Add(field, [demand]);
        return null;
    }

    private Demand DemandOf(SearchField field, QueryPart part) => field switch
    {
        SearchField.Type => new Demand($"s.type = {Value(SearchFields.Act(part.Words)!)}", Quoted(SearchFacts.Type(SearchFields.Act(part.Words)!))),
        SearchField.Via => new Demand($"{SearchFunctions.HasPhrase}(s.via, {Value(SearchFacts.FormOf(part.Words).Folded)})", Quoted(SearchFacts.Via(part.Words))),
        SearchField.Outlet => OfOutlet(part),
        SearchField.Speaker => OfSpeaker(part),
        _ => OfPlace(part),
    };

    // Few distinct ones, so they are compared here with the reader's folding rather than by SQL; from one to the next along the index, not through every row.
    private Demand OfOutlet(QueryPart part)
    {
        const string distinct = """
            WITH RECURSIVE known(value) AS (SELECT min(outlet) FROM article WHERE outlet IS NOT NULL
                UNION ALL SELECT (SELECT min(outlet) FROM article WHERE outlet > known.value) FROM known WHERE known.value IS NOT NULL)
            SELECT value FROM known WHERE value IS NOT NULL
            """;
        var asked = NameForm.Of(part.Words).Folded;
        var outlets = connection.Query<string>(distinct).Where(known => NameForm.Of(known).Folded.Contains(asked, StringComparison.Ordinal)).ToList();
        return new Demand($"a.outlet IN {Value(outlets)}", outlets.Count is 0 or > MostOutlets ? null : Either(outlets.Select(outlet => Quoted(SearchFacts.Outlet(outlet)))));
    }

    private Demand OfSpeaker(QueryPart part)
    {
        var called = EntitiesCalled(part, "PER", "ORG", "LOC") is { Count: <= MostSpeakers } few ? few : [];
        var asked = WordsOf(part);
        var named = part.IsPhrase
            ? $"{SearchFunctions.HasPhrase}(s.speaker, {Value(SearchFacts.FormOf(part.Words).Folded)})"
            : $"{SearchFunctions.HasWords}(s.speaker, {Value(string.Join(' ', asked.Select(alternatives => string.Join('|', alternatives))))})";
        return new Demand($"(s.entity_id IN {Value(called)} OR {named})", FactsOf(SearchField.Speaker, asked, called));
    }

    private Demand OfPlace(QueryPart part)
    {
        var called = EntitiesCalled(part, "LOC");
        return new Demand($"EXISTS (SELECT 1 FROM name n WHERE n.article_id = a.id AND n.entity_id IN {Value(called)})", FactsOf(SearchField.Place, WordsOf(part), called));
    }

    // Of each word that was asked for the stems that it may have.
    private List<List<string>> WordsOf(QueryPart part) => part.IsPhrase
        ? [.. SearchFacts.FormOf(part.Words).Words.Select(word => new List<string> { LightStem.Of(word).ToString() })]
        : [.. forms.Each(part.Words, !part.IsUnwanted).Select(alternatives => new List<string>(alternatives.Skip(1).Prepend(LightStem.Of(alternatives[0]).ToString())))];

    // The words themselves, or another form of those who are called so. A person goes by the last of his names too, which is no form that tells who he is. Null where they are too many.
    private string? FactsOf(SearchField field, List<List<string>> asked, List<long> called)
    {
        var known = connection.Query<(string Folded, string Type)>(
            """
            WITH RECURSIVE one(id) AS (SELECT value FROM json_each(@called) UNION
                SELECT d.other_id FROM one JOIN entity_decision d ON d.entity_id = one.id WHERE d.kind = 'merge' AND d.undone_at IS NULL)
            SELECT DISTINCT v.folded, e.type FROM one JOIN entity_variant v ON v.entity_id = one.id JOIN entity e ON e.id = one.id
            """,
            new { called = Rows.List(called) });
        var others = known.Select(form => Told(SearchFacts.StemsOf(form.Folded), form.Type == "PER")).Where(stems => !asked.TrueForAll(alternatives => alternatives.Exists(stems.Contains)))
            .Select(stems => All(stems.Select(stem => Fact(field, stem)))).Distinct(StringComparer.Ordinal).Take(MostForms + 1).ToList();
        return others.Count > MostForms ? null : Either(others.Prepend(All(asked.Select(alternatives => Either(alternatives.Distinct(StringComparer.Ordinal).Select(stem => Fact(field, stem)))))));
    }

    private static List<string> Told(List<string> stems, bool isPerson) => isPerson ? stems[^1..] : stems;

    private static string Fact(SearchField field, string stem) => Quoted(SearchFacts.Word(field, stem));

    private static string All(IEnumerable<string> expressions) => $"({string.Join(" AND ", expressions)})";

    private List<long> EntitiesCalled(QueryPart part, params string[] types)
    {
        var name = NameForm.Of(part.Words).Folded;
        var match = part.IsPhrase ? forms.Phrase(name, !part.IsUnwanted) : forms.Any(name, !part.IsUnwanted);
        if (match.Length == 0) return [];
        return connection.Query<long>(
            "SELECT DISTINCT coalesce(e.merged_into, e.id) FROM entity_search JOIN entity e ON e.id = entity_search.entity_id WHERE entity_search MATCH @match AND e.type IN @types LIMIT @most",
            new { match, types, most = MostEntities }).AsList();
    }

    private string? Months()
    {
        if (From is null && To is null) return null;
        var (first, end) = (Day(From ?? Published("min")), Day(To ?? Published("max")));
        var months = new List<string>();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= end && months.Count <= MostMonths; month = month.AddMonths(1))
        {
            var isWhole = month.Month == 1 && month.AddYears(1) <= end;
            months.Add(Quoted(isWhole ? SearchFacts.Year(month.Year) : SearchFacts.Month(month.Year, month.Month)));
            if (isWhole) month = month.AddMonths(11);
        }

        return months.Count is 0 or > MostMonths ? null : Either(months);
    }

    private string Published(string edge) => connection.ExecuteScalar<string?>($"SELECT {edge}(published_at) FROM article")?[..10] ?? "2000-01-01";

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Either(IEnumerable<string> expressions) => $"({string.Join(" OR ", expressions)})";

    private static string Quoted(string words) => $"\"{words}\"";

    private SearchFaultKind? AddDay(SearchField field, QueryPart part)
    {
        if (part.IsUnwanted || (field == SearchField.From ? From : To) is not null) return SearchFaultKind.OnlyOnce;
        if (DaysOf(Folding.Fold(part.Words)) is not { } days) return SearchFaultKind.NotADay;
        if (field == SearchField.From) From = Text(days.First);
        else To = Text(days.Next);
        if (From is not null && To is not null && string.CompareOrdinal(From, To) >= 0) return SearchFaultKind.SpanReversed;
        return Keep(field, false, new Demand(field == SearchField.From ? $"a.published_at >= {Value(From!)}" : $"a.published_at < {Value(To!)}", null));
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

    /// <param name="Sql">What decides.</param>
    /// <param name="Facts">What must stand among the facts where it holds; null where that is not known.</param>
    private sealed record Demand(string Sql, string? Facts);
}
