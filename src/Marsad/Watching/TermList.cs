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
    private readonly Dictionary<string, List<Word[]>>.AlternateLookup<ReadOnlySpan<char>> _byStem;
    private readonly List<Word[]> _byBeginning = [];

    /// <param name="terms">As written in the file.</param>
    public TermList(IEnumerable<string> terms)
    {
        var byStem = new Dictionary<string, List<Word[]>>(StringComparer.Ordinal);
        foreach (var term in terms.Select(Compile))
        {
            if (term.Length == 0) continue;
            if (term[0].IsBeginning) _byBeginning.Add(term);
            else if (byStem.TryGetValue(term[0].Form, out var others)) others.Add(term);
            else byStem.Add(term[0].Form, [term]);
        }

        _byStem = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
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

    private int LongestAt(ArticleWords words, int at, int end)
    {
        var longest = Longest(_byStem, words.Stem(at), words, at, end);
        foreach (var form in Spellings.WithoutParticle(words[at])) longest = Math.Max(longest, Longest(_byStem, LightStem.Of(form), words, at, end));
        foreach (var term in _byBeginning)
            if (term.Length > longest && term[0].Meets(words[at]) && Follows(term, words, at, end)) longest = term.Length;
        return longest;
    }

    private static int Longest(Dictionary<string, List<Word[]>>.AlternateLookup<ReadOnlySpan<char>> byStem, ReadOnlySpan<char> stem, ArticleWords words, int at, int end)
    {
        var longest = 0;
        if (!byStem.TryGetValue(stem, out var terms)) return longest;
        foreach (var term in terms)
            if (term.Length > longest && Follows(term, words, at, end)) longest = term.Length;
        return longest;
    }

    private static bool Follows(Word[] term, ArticleWords words, int at, int end)
    {
        if (at + term.Length > end) return false;
        for (var i = 1; i < term.Length; i++)
            if (!term[i].Meets(words[at + i])) return false;
        return true;
    }

    private readonly record struct Word(string Form, bool IsBeginning)
    {
        public bool Meets(ReadOnlySpan<char> word)
        {
            if (MeetsAsIs(word)) return true;
            foreach (var form in Spellings.WithoutParticle(word))
                if (MeetsAsIs(form)) return true;
            return false;
        }

        private bool MeetsAsIs(ReadOnlySpan<char> word) =>
            IsBeginning ? LightStem.WithoutArticle(word).StartsWith(Form, StringComparison.Ordinal) || word.StartsWith(Form, StringComparison.Ordinal) : LightStem.Of(word).SequenceEqual(Form);
    }
}
