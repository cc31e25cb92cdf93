using Dapper;
using Marsad.Relating;
using Marsad.Relating.Spelling;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Search;

/// <summary>The forms that a word of a query may have in the index: itself, its stem, other spellings of a name. Remembers what it added, for the reader and for marking hits.</summary>
internal sealed class WordForms(SqliteConnection connection)
{
    private const int MostSpellings = 12;

    public HashSet<string> Spellings { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Stems { get; } = new(StringComparer.Ordinal);

    /// <summary>Every word in any of its forms; "" where there is no word.</summary>
    public string Any(string words, bool isMarked = true) => string.Join(" AND ", Of(new ArticleWords(words), isMarked));

    /// <summary>The words as they are, one after another; "" where there is no word.</summary>
    public string Phrase(string phrase, bool isMarked = true)
    {
        var words = new ArticleWords(phrase);
        for (var i = 0; i < words.Count && isMarked; i++) Stems.Add(words.Stem(i).ToString());
        return words.Count == 0 ? "" : $"\"{string.Join(' ', Enumerable.Range(0, words.Count).Select(i => words[i].ToString()))}\"";
    }

    /// <summary>Each word's forms, itself first.</summary>
    public IEnumerable<List<string>> Each(string words, bool isMarked = true) => Each(new ArticleWords(words), isMarked);

    private IEnumerable<string> Of(ArticleWords words, bool isMarked) => Each(words, isMarked).Select(forms => $"({string.Join(" OR ", forms.Select(form => $"\"{form}\""))})");

    // "l'homme" or "2.5" is one part to the reader and several words to the index.
    private IEnumerable<List<string>> Each(ArticleWords words, bool isMarked)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var spellings = Spelled(words[i]);
            List<string> stems = [words.Stem(i).ToString(), .. spellings.Select(form => LightStem.Of(form).ToString())];
            if (isMarked) Mark(stems, spellings);
            yield return [.. stems.Prepend(words[i].ToString()).Distinct(StringComparer.Ordinal)];
        }
    }

    private void Mark(IEnumerable<string> stems, IEnumerable<string> spellings)
    {
        Stems.UnionWith(stems);
        Spellings.UnionWith(spellings);
    }

    // Of those that a skeleton has in common, the likest few: a common skeleton has many.
    private List<string> Spelled(ReadOnlySpan<char> word)
    {
        var asked = word.ToString();
        string[] forms = Relating.Spelling.Spellings.TryWithoutParticle(word, out var bare) ? [asked, bare.ToString()] : [asked];
        return [.. forms
            .SelectMany(form => connection.Query<string>("SELECT folded FROM spelling WHERE skeleton = @skeleton", new { skeleton = Skeleton.Of(form) })
                .Where(known => Likeness.IsOneName(form, known)).Select(known => (known, Distance: Likeness.Distance(form, known))))
            .Where(near => near.known != asked).OrderBy(near => near.Distance).ThenBy(near => near.known, StringComparer.Ordinal).Select(near => near.known).Distinct().Take(MostSpellings)];
    }
}
