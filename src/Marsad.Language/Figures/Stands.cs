using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>Tells whether a number without a noun behind it still counts something.</summary>
internal static class Stands
{
    private const int Near = 3;
    private const int Far = 8;
    private static readonly Lexicon<bool> Heads = Lexicon<bool>.Load("countheads.tsv", _ => true);

    private static readonly Lexicon<bool> Wholes = Lexicon<bool>.Load("wholes.tsv", _ => true);

    public static bool Alone(Document document, in NumberRange range, int before)
    {
        if (range.First.IsDefinite) return false;
        if (range.Last.Scale >= 1000 && range.Last.End - range.First.First > 1) return true;
        if (IsOfThem(document, range.End) || IsOfThem(document, before) || IsSubject(document, range.End)) return true;
        if (IsRate(document, before) || FollowsCue(document, before) || FollowsWhole(document, before)) return true;
        return CountHeads(document, before) >= 2 || (CountHeads(document, before) == 1 && (range.IsRange || Bounds.Of(document, before + 1, range.End, range.End) != Bound.Exact));
    }

    // "two of them", "among them 157"
    private static bool IsOfThem(Document document, int at) =>
        at >= 0 && at < document.Tokens.Count && document.Folded(at) is [Letters.Meem, Letters.Noon, Letters.Heh, Letters.Meem or Letters.Alef] or [Letters.Beh, Letters.Yeh, Letters.Noon, Letters.Heh, Letters.Meem];

    // "at a rate of 82"; a score has two sides.
    private static bool IsRate(Document document, int before) =>
        before >= 0 && document.Folded(before) is [Letters.Beh, Letters.Waw, ..] && Heads.Has(document.Folded(before));

    // "that eight were killed"
    private static bool IsSubject(Document document, int at) =>
        at < document.Tokens.Count && document.Folded(at) is [not Letters.Waw, .., Letters.Waw, Letters.Alef] and var word && FigureWords.TryCue(word, out _);

    // "12 villages out of 40"
    private static bool FollowsWhole(Document document, int before) =>
        before > 0 && document.Folded(before - 1) is [Letters.Meem, Letters.Noon] && Wholes.Has(document.Folded(before));

    // "killed 13", "killing about 30 and wounding 85"
    private static bool FollowsCue(Document document, int before)
    {
        for (var i = before; i >= 0 && i > before - Near && document.Tokens[i].Kind == TokenKind.Word; i--)
            if (FigureWords.TryCue(document.Folded(i), out var category) && category is FigureCategory.Killed or FigureCategory.Injured or FigureCategory.Detained or FigureCategory.Missing) return true;
        return false;
    }

    /// <summary>The noun behind "the number of" or "the total of" that a number further on gives; -1 where none.</summary>
    public static int CountedBefore(Document document, int before)
    {
        for (var i = before - 1; i >= 0 && i > before - Far && document.Tokens[i].Kind == TokenKind.Word; i--)
            if (Heads.TryFind(document.Folded(i), out _, out _) && !Heads.TryFind(document.Folded(i + 1), out _, out _) && document.Tokens[i + 1].Kind == TokenKind.Word
                && CountedPhrase.ClassAnyhow(document, i + 1) != CountedClass.Unknown) return i + 1;
        return -1;
    }

    private static int CountHeads(Document document, int before)
    {
        var heads = 0;
        for (var i = before; i >= 0 && i > before - Far && document.Tokens[i].Kind == TokenKind.Word; i--)
            if (Heads.TryFindWithPronoun(document.Folded(i), out _)) heads++;
        return heads;
    }
}
