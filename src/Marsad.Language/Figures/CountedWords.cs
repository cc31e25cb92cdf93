using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>
/// What a figure counts, in full: its span ends with the noun, but what stands behind it tells "18 members of the police" from "26 of the attackers".
/// </summary>
/// <param name="end">The token after the sentence.</param>
/// <param name="times">A day behind the noun is no part of what is counted.</param>
internal readonly struct CountedWords(Document document, int end, TimeMask times)
{
    private const int Longest = 6;

    private static readonly Lexicon<bool> Heads = Lexicon<bool>.Load("countedheads.tsv", row => row[1] switch
    {
        "others" => true,
        "member" => false,
        _ => throw new InvalidOperationException($"countedheads.tsv: unknown kind {row[1]}"),
    });

    /// <summary>As written; null if not said.</summary>
    /// <param name="before">The figure before it in the same sentence; null if it is the first.</param>
    public string? Of(in Candidate figure, FigureCategory category, Figure? before)
    {
        var phrase = figure.Phrase;
        if (phrase.HasNoun && !AreOthers(phrase.Noun)) return InFull(phrase);
        if (!phrase.HasNoun && (figure.Of ?? Quoted(figure.End)) is { } said) return said;
        // "18 policemen were killed and 317 others wounded", "... and 317 wounded": who they are was said before.
        if (IsOfPeople(category) && before is { } last && IsOfPeople(last.Category)) return last.Of;
        return figure.Of;
    }

    private static bool IsOfPeople(FigureCategory category) => category <= FigureCategory.Displaced;

    private bool AreOthers(int noun) => Heads.TryGet(document.Folded(noun), out var others) && others;

    private string InFull(in CountedPhrase phrase)
    {
        var last = Math.Min(phrase.Noun + Longest, end);
        var behind = Genitive(phrase.Noun, phrase.End, last);
        // "26 dead of the attackers"
        if (behind == phrase.End && !phrase.IsPartitive && behind + 1 < last && document.Folded(behind) is [Letters.Meem, Letters.Noon] && IsDefinite(behind + 1)) behind = Genitive(behind + 1, behind + 2, last);
        return document.Cover(phrase.Noun, behind).In(document.Text);
    }

    // "men of the police and the national guard": what follows in the genitive has the article. A head that says nothing alone takes one word without it.
    private int Genitive(int noun, int from, int last)
    {
        var at = from;
        if (document.Folded(noun)[^1] == Letters.Alef) return at;
        if (at == noun + 1 && at < last && IsBareComplement(noun, at)) at++;
        while (at < last && IsDefinite(at)) at++;
        return at;
    }

    private bool IsBareComplement(int head, int at)
    {
        var word = document.Folded(at);
        return Heads.TryFind(document.Folded(head), out _, out var others) && !others && document.Tokens[at].Kind == TokenKind.Word && word.Length > 2
            && !Letters.HasArticle(word) && !FigureWords.IsStop(word) && !FigureWords.TryCue(word, out _) && word[0] is not (Letters.Waw or Letters.Feh or Letters.Beh) && word[^1] != Letters.Alef;
    }

    private bool IsDefinite(int at)
    {
        if (document.Tokens[at].Kind != TokenKind.Word || times.Covers(document.Tokens[at].Span)) return false;
        var word = document.Folded(at);
        if (word[0] == Letters.Waw) word = word[1..];
        return word.Length > 3 && Letters.HasArticle(word) && !FigureWords.IsStop(word) && FigureWords.MeasureOf(word) == Measure.None;
    }

    // "26 "armed criminals"", "26 of those whom it called "armed criminals""
    private string? Quoted(int from)
    {
        var last = Math.Min(from + Longest + 2, end);
        var open = from < last && document.Folded(from) is [Letters.Meem, Letters.Meem, Letters.Noon] ? from + 2 : from;
        if (open >= last || !IsQuote(open)) return null;
        for (var close = open + 2; close < last; close++)
            if (IsQuote(close)) return document.Cover(open + 1, close).In(document.Text);
        return null;
    }

    private bool IsQuote(int at) => document.Folded(at) is ['"'] or [Letters.OpeningQuote] or [Letters.ClosingQuote];
}
