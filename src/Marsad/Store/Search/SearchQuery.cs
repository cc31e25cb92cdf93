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
    private const int MostWords = 16;
    private const int MostSpellings = 12;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stems;

    private SearchQuery(string match, Found found)
    {
        Match = match;
        OtherSpellings = [.. found.Spellings];
        _stems = found.Stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The right side of MATCH. Never a syntax error, whatever was asked.</summary>
    public string Match { get; }

    /// <summary>The spellings of names that were added.</summary>
    public IReadOnlyList<string> OtherSpellings { get; }

    /// <summary>Reads a query. Null where it asks for nothing: no word, or only words that must not stand there.</summary>
    /// <param name="connection">Asked for the other spellings of names.</param>
    public static SearchQuery? Read(SqliteConnection connection, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var found = new Found();
        var wanted = new List<string>();
        var unwanted = new List<string>();
        foreach (var part in QueryPart.Split(words).Take(MostWords))
        {
            var term = part.IsPhrase ? Phrase(part, found) : Forms(connection, part, found);
            if (term.Length > 0) (part.IsUnwanted ? unwanted : wanted).Add(term);
        }

        if (wanted.Count == 0) return null;
        var match = string.Join(" AND ", wanted);
        return new SearchQuery(unwanted.Count == 0 ? match : $"({match}) NOT ({string.Join(" OR ", unwanted)})", found);
    }

    /// <summary>Where the words that were asked for stand in a text, in order.</summary>
    public IEnumerable<Span> HitsIn(string text)
    {
        var words = new ArticleWords(text);
        for (var i = 0; i < words.Count; i++)
            if (_stems.Contains(words.Stem(i))) yield return words.Cover(i, i + 1);
    }

    private static string Phrase(QueryPart part, Found found)
    {
        var words = new ArticleWords(part.Words);
        for (var i = 0; i < words.Count && !part.IsUnwanted; i++) found.Add([words.Stem(i).ToString()], []);
        return words.Count == 0 ? "" : $"\"{string.Join(' ', Enumerable.Range(0, words.Count).Select(i => words[i].ToString()))}\"";
    }

    // "l'homme" or "2.5" is one part to the reader and several words to the index.
    private static string Forms(SqliteConnection connection, QueryPart part, Found found)
    {
        var words = new ArticleWords(part.Words);
        var terms = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].ToString();
            var spellings = Spelled(connection, words[i]);
            List<string> stems = [words.Stem(i).ToString(), .. spellings.Select(form => LightStem.Of(form).ToString())];
            if (!part.IsUnwanted) found.Add(stems, spellings);
            terms.Add($"({string.Join(" OR ", stems.Prepend(word).Distinct(StringComparer.Ordinal).Select(form => $"\"{form}\""))})");
        }

        return string.Join(" AND ", terms);
    }

    // Of those that a skeleton has in common, the likest few: a common skeleton has many.
    private static List<string> Spelled(SqliteConnection connection, ReadOnlySpan<char> word)
    {
        var asked = word.ToString();
        string[] forms = Spellings.TryWithoutParticle(word, out var bare) ? [asked, bare.ToString()] : [asked];
        return [.. forms
            .SelectMany(form => connection.Query<string>("SELECT folded FROM spelling WHERE skeleton = @skeleton", new { skeleton = Skeleton.Of(form) })
                .Where(known => Likeness.IsOneName(form, known)).Select(known => (known, Distance: Likeness.Distance(form, known))))
            .Where(near => near.known != asked).OrderBy(near => near.Distance).ThenBy(near => near.known, StringComparer.Ordinal).Select(near => near.known).Distinct().Take(MostSpellings)];
    }

    private sealed class Found
    {
        public HashSet<string> Spellings { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Stems { get; } = new(StringComparer.Ordinal);

        public void Add(IEnumerable<string> stems, IReadOnlyList<string> spellings)
        {
            Spellings.UnionWith(spellings);
            Stems.UnionWith(stems);
        }
    }
}
