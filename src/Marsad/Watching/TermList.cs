using Marsad.Language.Text;
using Marsad.Relating;
using Marsad.Relating.Spelling;

namespace Marsad.Watching;

/// <summary>Where a term stands: words of the text, <see cref="End"/> exclusive.</summary>
internal readonly record struct TermHit(int First, int End);

/// <summary>
/// Words and phrases of a watch. A word is met in every form that light stemming joins, with or without what is written together with it;
/// with a star at its end by every word that begins so. The words of a phrase follow each other.
/// </summary>
internal sealed class TermList
{
    private const int KeyLetters = 2;

    private readonly Dictionary<string, List<Word[]>>.AlternateLookup<ReadOnlySpan<char>> _byStem;
    private readonly Dictionary<string, List<Word[]>>.AlternateLookup<ReadOnlySpan<char>> _byBeginning;

    /// <param name="terms">As written in the file.</param>
    public TermList(IEnumerable<string> terms)
    {
        var compiled = terms.Select(Compile).Where(term => term.Length > 0).ToList();
        _byStem = Index(compiled.Where(term => !term[0].IsBeginning), word => word.Form);
        _byBeginning = Index(compiled.Where(term => term[0].IsBeginning), word => word.Form[..Math.Min(KeyLetters, word.Form.Length)]);
    }

    /// <summary>Where the terms stand among words <paramref name="first"/> to <paramref name="end"/>, in order.</summary>
    public List<TermHit> In(ArticleWords words, int first, int end)
    {
        var hits = new List<TermHit>();
        for (var i = first; i < end; i++)
            if (LongestAt(words, i, end) is var length and > 0) hits.Add(new TermHit(i, i + length));
        return hits;
    }

    private static Word[] Compile(string term) =>
        [.. Folding.Fold(term).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.EndsWith('*') ? new Word(word[..^1], true) : new Word(LightStem.Of(word).ToString(), false))];

    private static Dictionary<string, List<Word[]>>.AlternateLookup<ReadOnlySpan<char>> Index(IEnumerable<Word[]> terms, Func<Word, string> key) =>
        terms.GroupBy(term => key(term[0]), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private int LongestAt(ArticleWords words, int at, int end)
    {
        var word = words[at];
        var longest = Math.Max(Longest(_byStem, words.Stem(at), words, at, end), LongestBeginning(word, words, at, end));
        var article = LightStem.WithoutArticle(word);
        if (article.Length < word.Length) longest = Math.Max(longest, LongestBeginning(article, words, at, end));
        if (Spellings.TryWithoutParticle(word, out var bare))
            longest = Math.Max(longest, Math.Max(Longest(_byStem, LightStem.Of(bare), words, at, end), LongestBeginning(bare, words, at, end)));
        return longest;
    }

    private int LongestBeginning(ReadOnlySpan<char> form, ArticleWords words, int at, int end) =>
        form.Length < KeyLetters ? 0 : Longest(_byBeginning, form[..KeyLetters], words, at, end);

    private static int Longest(Dictionary<string, List<Word[]>>.AlternateLookup<ReadOnlySpan<char>> index, ReadOnlySpan<char> key, ArticleWords words, int at, int end)
    {
        var longest = 0;
        if (!index.TryGetValue(key, out var terms)) return longest;
        foreach (var term in terms)
            if (term.Length > longest && Follows(term, words, at, end)) longest = term.Length;
        return longest;
    }

    private static bool Follows(Word[] term, ArticleWords words, int at, int end)
    {
        if (at + term.Length > end) return false;
        for (var i = 0; i < term.Length; i++)
            if (!term[i].Meets(words[at + i])) return false;
        return true;
    }

    private readonly record struct Word(string Form, bool IsBeginning)
    {
        public bool Meets(ReadOnlySpan<char> word) => MeetsAsIs(word) || (Spellings.TryWithoutParticle(word, out var bare) && MeetsAsIs(bare));

        private bool MeetsAsIs(ReadOnlySpan<char> word) =>
            IsBeginning ? LightStem.WithoutArticle(word).StartsWith(Form, StringComparison.Ordinal) || word.StartsWith(Form, StringComparison.Ordinal) : LightStem.Of(word).SequenceEqual(Form);
    }
}
