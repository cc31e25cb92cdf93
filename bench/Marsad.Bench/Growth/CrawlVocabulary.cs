using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Marsad.Language;
using Marsad.Language.Data;
using Marsad.Records;

namespace Marsad.Bench.Growth;

/// <summary>The words of the crawl in classes within which one may stand for another: alike in what they name, in their shape and in how often they come.</summary>
/// <remarks>What reporting is made of stays: the commonest words, the words of lang/ar, and names that all news knows. An article with other words is then read, and divides into names and statements, much as the first.</remarks>
internal sealed class CrawlVocabulary
{
    private const int Commonest = 300;
    private const char Lam = '\u0644';

    private static readonly string[] Kept =
    [
        "additions.tsv", "ages.tsv", "bounds.tsv", "counted.tsv", "countheads.tsv", "cues.tsv", "events.tsv", "known-names.tsv", "measures.tsv", "months.tsv", "nationalities.tsv",
        "numbers.tsv", "ordinals.tsv", "organisation-heads.tsv", "place-heads.tsv", "speakers.tsv", "stopwords.tsv", "timewords.tsv", "titles.tsv", "weekdays.tsv", "wholes.tsv", "words.tsv",
    ];

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<(int Start, int End)> _classes = [];

    private CrawlVocabulary(IEnumerable<IEnumerable<string>> classes)
    {
        foreach (var words in classes)
        {
            var start = _words.Count;
            foreach (var word in words)
            {
                _places.Add(word, _words.Count);
                _words.Add(word);
            }

            _classes.Add((start, _words.Count));
        }
    }

    /// <param name="crawl">Its articles as they were read.</param>
    public static CrawlVocabulary Of(IEnumerable<ArticleRecord> crawl)
    {
        var words = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var article in crawl) Count(words, article);
        var stays = Kept.SelectMany(Table.Rows).SelectMany(row => row).SelectMany(cell => cell.Split(' ')).ToHashSet(StringComparer.Ordinal);
        return new CrawlVocabulary(words.OrderByDescending(word => word.Value.Sum()).ThenBy(word => word.Key, StringComparer.Ordinal).Skip(Commonest).Where(word => !stays.Contains(word.Key))
            .GroupBy(word => (Array.IndexOf(word.Value, word.Value.Max()), ShapeOf(word.Key), BitOperations.Log2((uint)word.Value.Sum())), word => word.Key));
    }

    /// <summary>For each word another of its class; the same for the same seed.</summary>
    public Substitution Shuffled(int seed)
    {
        var words = _words.ToArray();
        var random = new Random(seed);
        foreach (var (start, end) in _classes) random.Shuffle(words.AsSpan(start, end - start));
        return new Substitution(_places, words);
    }

    // How often a word is no part of a name, part of a person's, a body's, a place's.
    private static void Count(Dictionary<string, int[]> words, ArticleRecord article)
    {
        var text = article.Article.Text;
        var types = new byte[text.Length];
        foreach (var name in article.Record.Names)
            foreach (var mention in name.Mentions) types.AsSpan(mention.Start, mention.Length).Fill((byte)(1 + (int)name.Type));
        foreach (var (start, length) in ArabicRuns.In(text))
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(words, text.Substring(start, length), out var known);
            if (!known) counts = new int[1 + Enum.GetValues<NameType>().Length];
            counts![types[start + length - 1]]++;
        }
    }

    // Article and ending carry grammar: with another one the sentence would be read otherwise.
    private static string ShapeOf(string word) => string.Create(CultureInfo.InvariantCulture, $"{(word.Length > 4 && word[1] == Lam ? word[..2] : "")}{word[^1]}{word.Length}");
}

/// <summary>One word for another throughout a text.</summary>
internal sealed class Substitution(Dictionary<string, int> places, string[] words)
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places = places.GetAlternateLookup<ReadOnlySpan<char>>();

    public string In(string text)
    {
        var changed = new System.Text.StringBuilder(text.Length + 16);
        var done = 0;
        foreach (var (start, length) in ArabicRuns.In(text))
        {
            if (!_places.TryGetValue(text.AsSpan(start, length), out var place)) continue;
            changed.Append(text, done, start - done).Append(words[place]);
            done = start + length;
        }

        return changed.Append(text, done, text.Length - done).ToString();
    }
}

/// <summary>The runs of Arabic letters in a text.</summary>
internal static class ArabicRuns
{
    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsLetter(text[i])) continue;
            var start = i;
            while (i < text.Length && IsLetter(text[i])) i++;
            yield return (start, i - start);
        }
    }

    private static bool IsLetter(char c) => c is >= '\u0621' and <= '\u0652';
}
