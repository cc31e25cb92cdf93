using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Relating;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Search;

/// <summary>
/// What a reader asked for. Every word must stand in the article, in any form that light stemming joins and in any spelling of a foreign name;
/// "words in quotes" as they are; -word not at all; fields such as speaker: and from: say what must hold of article and statement (docs/search.md).
/// Prepositions between other words ask for nothing.
/// </summary>
public sealed class SearchQuery
{
    private const int MostParts = 24;

    // Of eight words there are 56 ways to leave out three.
    private const int MostLoosened = 8;

    private static readonly FrozenSet<string> Prepositions =
        Table.Rows("words.tsv").Where(row => row[1].Split(' ').Contains("prep")).Select(row => Folding.Fold(row[0])).ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stems;

    private SearchQuery(List<string> wanted, List<string> unwanted, SearchConditions conditions, WordForms forms)
    {
        Match = Expression(wanted, unwanted, conditions);
        Any = Without(string.Join(" OR ", wanted), unwanted);
        Looser = wanted.Count > MostLoosened ? [] : LeavingOut(wanted).Select(match => Without(match, unwanted));
        Conditions = conditions;
        OtherSpellings = [.. forms.Spellings];
        _stems = forms.Stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The right side of MATCH, "" where only fields were asked for. Never a syntax error, whatever was asked.</summary>
    public string Match { get; }

    /// <summary>The same with one word left out, whichever, then with two, up to half of them: what to ask where too few articles have all.</summary>
    public IEnumerable<string> Looser { get; }

    /// <summary>Any of the words: what answers to <see cref="Looser"/> are weighed by, for there every choice of words would be weighed by itself.</summary>
    internal string Any { get; }

    /// <summary>The spellings of names that were added.</summary>
    public IReadOnlyList<string> OtherSpellings { get; }

    /// <summary>What the fields demand.</summary>
    internal SearchConditions Conditions { get; }

    /// <summary>The right side of MATCH for words and fields together; "" where neither leads to rows.</summary>
    internal string With(string match) => (match, Conditions.Facts) switch
    {
        ("", var facts) => facts,
        (_, "") => match,
        var (_, facts) => $"({match}) AND ({facts})",
    };

    /// <summary>What was found already: lists and facets of one page ask for the same.</summary>
    internal Dictionary<string, List<(long Id, string At, string? Outlet)>> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads plain words, in which a colon means nothing. Null where they ask for nothing: no word, or only words that must not stand there.</summary>
    /// <param name="connection">Asked for the other spellings of names.</param>
    public static SearchQuery? Read(SqliteConnection connection, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Read(connection, words.Replace(':', ' '), out _);
    }

    /// <summary>Reads a query with its fields. Null where it asks for nothing, and where it is wrong: then <paramref name="fault"/> says what and where.</summary>
    /// <param name="connection">Asked for the spellings of names, outlets and media.</param>
    public static SearchQuery? Read(SqliteConnection connection, string query, out SearchFault? fault)
    {
        ArgumentNullException.ThrowIfNull(query);
        fault = null;
        SearchFunctions.AddTo(connection);
        var forms = new WordForms(connection);
        var conditions = new SearchConditions(connection, forms);
        List<string> wanted = [], unwanted = [];
        foreach (var part in WithoutPrepositions([.. QueryPart.Split(query).Take(MostParts)]))
        {
            if (part.Field is null) Add(part, forms, part.IsUnwanted ? unwanted : wanted);
            else if (conditions.Add(part) is { } kind) fault = new SearchFault(kind, part.At, part.Length, kind == SearchFaultKind.UnknownField ? part.Field : part.Words);
            if (fault is not null) return null;
        }

        return wanted.Count == 0 && !conditions.Any ? null : new SearchQuery(wanted, unwanted, conditions, forms);
    }

    /// <summary>Where the words that were asked for stand in a text, in order.</summary>
    public IEnumerable<Span> HitsIn(string text)
    {
        var words = new ArticleWords(text);
        for (var i = 0; i < words.Count; i++)
            if (_stems.Contains(words.Stem(i))) yield return words.Cover(i, i + 1);
    }

    private static void Add(QueryPart part, WordForms forms, List<string> terms)
    {
        var term = part.IsPhrase ? forms.Phrase(part.Words, !part.IsUnwanted) : forms.Any(part.Words, !part.IsUnwanted);
        if (term.Length > 0) terms.Add(term);
    }

    private static List<QueryPart> WithoutPrepositions(List<QueryPart> parts)
    {
        var telling = parts.Where(part => part.IsPhrase || part.IsUnwanted || part.Field is not null || !Prepositions.Contains(Folding.Fold(part.Words))).ToList();
        return telling.Exists(part => !part.IsUnwanted && part.Field is null) ? telling : parts;
    }

    // FTS5 knows no bare NOT: beside fields alone, words that must not stand there are a condition.
    private static string Expression(List<string> wanted, List<string> unwanted, SearchConditions conditions)
    {
        if (wanted.Count > 0) return Without(string.Join(" AND ", wanted), unwanted);
        if (unwanted.Count > 0) conditions.Without(string.Join(" OR ", unwanted));
        return "";
    }

    private static string Without(string match, List<string> unwanted) => unwanted.Count == 0 ? match : $"({match}) NOT ({string.Join(" OR ", unwanted)})";

    private static IEnumerable<string> LeavingOut(List<string> wanted)
    {
        for (var kept = wanted.Count - 1; kept > 0 && kept * 2 >= wanted.Count; kept--)
            yield return string.Join(" OR ", Choices(wanted, kept).Select(choice => $"({string.Join(" AND ", choice)})"));
    }

    private static IEnumerable<IEnumerable<string>> Choices(IEnumerable<string> words, int count) =>
        count == 0 ? [[]] : words.SelectMany((word, i) => Choices(words.Skip(i + 1), count - 1).Select(rest => rest.Prepend(word)));
}
