using Dapper;
using Marsad.Language.Text;
using Marsad.Relating;
using Marsad.Relating.Spelling;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Search;

/// <summary>
/// What a reader asked for, as an expression for article_search and statement_search: every word must stand in the article, in any form
/// that light stemming joins and in any spelling of a foreign name; "words in quotes" as they are; -word not at all.
/// </summary>
public sealed class SearchQuery
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stems;

    private SearchQuery(string match, HashSet<string> stems, IReadOnlyList<string> otherSpellings)
    {
        Match = match;
        OtherSpellings = otherSpellings;
        _stems = stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The right side of MATCH. Never a syntax error, whatever was asked.</summary>
    public string Match { get; }

    /// <summary>Spellings of names that are looked for too, folded; none that was asked for.</summary>
    public IReadOnlyList<string> OtherSpellings { get; }

    /// <summary>Reads a query. Null where it asks for nothing: no word, or only words that must not stand there.</summary>
    /// <param name="connection">Asked for the other spellings of names.</param>
    public static SearchQuery? Read(SqliteConnection connection, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var others = new List<string>();
        var wanted = new List<string>();
        var unwanted = new List<string>();
        foreach (var part in QueryPart.Split(words))
        {
            var term = part.IsPhrase ? Phrase(part, stems) : Forms(connection, part, stems, others);
            if (term.Length > 0) (part.IsUnwanted ? unwanted : wanted).Add(term);
        }

        if (wanted.Count == 0) return null;
        var match = string.Join(" AND ", wanted);
        return new SearchQuery(unwanted.Count == 0 ? match : $"({match}) NOT ({string.Join(" OR ", unwanted)})", stems, [.. others.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Where the words that were asked for stand in a text, in order.</summary>
    public IEnumerable<Span> HitsIn(string text)
    {
        var words = new ArticleWords(text);
        for (var i = 0; i < words.Count; i++)
            if (_stems.Contains(words.Stem(i))) yield return words.Cover(i, i + 1);
    }

    private static string Phrase(QueryPart part, HashSet<string> stems)
    {
        var words = new ArticleWords(part.Words);
        for (var i = 0; i < words.Count && !part.IsUnwanted; i++) stems.Add(words.Stem(i).ToString());
        return words.Count == 0 ? "" : $"\"{string.Join(' ', Enumerable.Range(0, words.Count).Select(i => words[i].ToString()))}\"";
    }

    // "l'homme" or "٢٫٥" is one part to the reader and several words to the index.
    private static string Forms(SqliteConnection connection, QueryPart part, HashSet<string> stems, List<string> others)
    {
        var words = new ArticleWords(part.Words);
        var terms = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var spellings = SpellingsOf(connection, words[i]);
            var asked = words[i].ToString();
            if (!part.IsUnwanted) others.AddRange(spellings.Where(form => form != asked));
            var forms = spellings.Select(form => LightStem.Of(form).ToString()).Prepend(words.Stem(i).ToString()).Distinct(StringComparer.Ordinal).ToList();
            if (!part.IsUnwanted) stems.UnionWith(forms);
            terms.Add($"({string.Join(" OR ", forms.Prepend(words[i].ToString()).Distinct(StringComparer.Ordinal).Select(form => $"\"{form}\""))})");
        }

        return string.Join(" AND ", terms);
    }

    private static List<string> SpellingsOf(SqliteConnection connection, ReadOnlySpan<char> word)
    {
        var asked = word.ToString();
        string[] forms = Spellings.TryWithoutParticle(word, out var bare) ? [asked, bare.ToString()] : [asked];
        return [.. forms
            .SelectMany(form => connection.Query<string>("SELECT folded FROM spelling WHERE skeleton = @skeleton", new { skeleton = Skeleton.Of(form) })
                .Where(known => Likeness.IsOneName(form, known)))];
    }
}
