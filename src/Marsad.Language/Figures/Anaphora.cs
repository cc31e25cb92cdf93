using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>Counts of what is known already stand behind their noun, both with the article: "the five states".</summary>
internal static class Anaphora
{
    /// <summary>The first token of the noun phrase that a definite number counts; -1 where the number counts time or is an ordinal.</summary>
    public static int Noun(Document document, in NumberReading number, int before)
    {
        // "the twentieth century" and "the Group of Twenty" look the same as a count, so round tens are left out.
        if (number.Value is < 2 or > 19 && number.Value % 10 == 0 || (number.InDigits && !IsPlural(document, before))) return -1;
        if (IsOwned(document, before)) return before;
        if (!IsDefinite(document, before) || IsTime(document, before)) return -1;
        var noun = before;
        if (noun > 0 && IsDefinite(document, noun - 1) && IsPlainWord(document, noun - 1)) noun--;
        if (IsTime(document, noun) || (noun > 0 && FigureWords.MeasureOf(document.Folded(noun - 1)) == Measure.Duration)) return -1;
        return noun > 0 && CountedNoun.Forms.TryGet(document.Folded(noun - 1), out _) && IsPlainWord(document, noun - 1) ? noun - 1 : noun;
    }

    /// <summary>A definite number behind a definite word for time: "the three months".</summary>
    public static bool CountsTime(Document document, in NumberReading number, int before) =>
        number.IsDefinite && before >= 0 && document.Tokens[before].Kind == TokenKind.Word && IsDefinite(document, before) && IsTime(document, before);

    // Digits behind a noun in the singular are its number in a row: "the jubilee No. 70".
    private static bool IsPlural(Document document, int at) => CountedNoun.Forms.TryFindWithPronoun(document.Folded(at), out var noun) && noun.IsPlural;

    // "its seven members": a pronoun makes the noun definite.
    private static bool IsOwned(Document document, int at) =>
        document.Folded(at) is [_, _, _, .., Letters.Heh, Letters.Alef or Letters.Meem] or [_, _, _, .., Letters.Heh] && IsPlural(document, at) && !CountedNoun.Forms.Has(document.Folded(at));

    private static bool IsPlainWord(Document document, int at) => document.Tokens[at].Kind == TokenKind.Word && !FigureWords.IsStop(document.Folded(at));

    private static bool IsTime(Document document, int at) => FigureWords.MeasureOf(document.Folded(at)) is Measure.Duration or Measure.Distance || Times.TimeWord.Words.TryFind(document.Folded(at), out _, out _);

    private static bool IsDefinite(Document document, int at) => document.Tokens[at].Kind == TokenKind.Word && Letters.HasArticle(document.Folded(at));
}
