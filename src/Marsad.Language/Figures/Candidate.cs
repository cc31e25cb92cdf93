using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>A number that counts something.</summary>
/// <param name="First">Its first token, the words that bound it included.</param>
/// <param name="End">The token after the number and its noun.</param>
/// <param name="Of">What is counted, as written, where it is no noun behind the number; null if not said.</param>
internal readonly record struct Candidate(int First, int End, Span Span, Bound Bound, CountedPhrase Phrase, bool IsAnaphoric, bool IsMoney, bool IsPercent, bool IsJoined, bool IsScaled, string? Of)
{
    // No league gives more in a season; what stands above is an index.
    private const int MostPointsOfATeam = 120;

    /// <summary>Null where the number is none of the figures that are wanted.</summary>
    /// <param name="free">Where the figure before ends: what it took counts no second time.</param>
    public static Candidate? Read(Document document, in NumberRange range, int free)
    {
        if (range.IsScore || range.First.IsFraction || NotCounting.IsLabel(document, range) || Anaphora.CountsTime(document, range.First, Before(document, range.Start))) return null;
        var phrase = range.First.IsDefinite && PointsBack(document, range) ? CountedPhrase.None(range.End) : CountedPhrase.Read(document, range.Last);
        // "the number of its employees 1000 pays ...": the verb behind is no noun.
        if (phrase is { HasNoun: true, Class: CountedClass.Unknown } && NounBefore(document, range, Before(document, range.Start)) == Before(document, range.Start)) phrase = CountedPhrase.None(range.End);
        if (phrase.Measure is Measure.Duration or Measure.Distance or Measure.Ratio || (phrase.Measure == Measure.Points && range.High <= MostPointsOfATeam)) return null;
        var before = Before(document, range.Start);
        var money = phrase.Measure == Measure.Money || IsCurrencySign(document, range.Start - 1) || IsCurrencySign(document, range.End);
        var percent = phrase.Measure == Measure.Percent || IsPercentSign(document, range.Start - 1);
        var noun = phrase.HasNoun || money || percent ? -1 : NounBefore(document, range, before);
        if (noun >= 0 && document.Tokens[noun].Start < free) noun = -1;
        if (noun >= 0 && !range.First.IsDefinite) phrase = phrase with { Class = CountedPhrase.ClassAnyhow(document, noun) };
        if (phrase.Measure == Measure.None && !money && !percent && !phrase.HasNoun && noun < 0 && !Stands.Alone(document, range, before)) return null;
        return Make(document, range, phrase, before, noun, money, percent);
    }

    // Behind a noun with the article the number's own article points back, whatever follows.
    private static bool PointsBack(Document document, in NumberRange range) =>
        Before(document, range.Start) is >= 0 and var before && document.Tokens[before].Kind == TokenKind.Word && Anaphora.Noun(document, range.First, before) >= 0;

    private static Candidate Make(Document document, in NumberRange range, in CountedPhrase phrase, int before, int noun, bool money, bool percent)
    {
        var opens = before + 1;
        var bound = range.IsRange ? Bound.Range : Bounds.Of(document, before + 1, range.End, phrase.End, out opens);
        var start = noun >= 0 && noun >= before - 3 ? document.Tokens[noun].Start : range.First.Span.Start;
        var span = new Span(start, document.Tokens[Math.Max(phrase.End, range.End) - 1].End);
        var joined = NumberPiece.At(document, range.Start).Joined;
        return new Candidate(opens, Math.Max(phrase.End, range.End), span, bound, phrase, noun >= 0 && range.First.IsDefinite, money, percent, joined, range.Last.Scale > 1, OfWords(document, phrase, noun));
    }

    private static string? OfWords(Document document, in CountedPhrase phrase, int noun)
    {
        if (phrase.Measure == Measure.Money) return document.Cover(phrase.End - 1, phrase.End).In(document.Text);
        return noun >= 0 ? document.Cover(noun, noun + 1).In(document.Text) : null;
    }

    /// <summary>The last token before the number that is neither a particle glued to it nor an opening mark.</summary>
    private static int Before(Document document, int first)
    {
        var at = first - 1;
        while (at >= 0 && (IsGlued(document, at) || document.Folded(at) is ['('] or ['"'] or [Letters.OpeningQuote] or ['$'])) at--;
        return at;
    }

    private static bool IsGlued(Document document, int at) =>
        document.Tokens[at].Kind == TokenKind.Word && document.Tokens[at].FoldedLength <= 3 && document.Touches(at + 1) && document.Tokens[at + 1].Kind == TokenKind.Number;

    private static bool IsCurrencySign(Document document, int at) => at >= 0 && at < document.Tokens.Count && document.Folded(at) is ['$'] or ['\u20AC'] or ['\u00A3'];

    private static bool IsPercentSign(Document document, int at) => at >= 0 && document.Folded(at) is ['%'] or [Letters.Percent];

    // "the five states" with the number behind, and "its employees 1000" after "number of".
    private static int NounBefore(Document document, in NumberRange range, int before)
    {
        if (before < 0 || document.Tokens[before].Kind != TokenKind.Word) return -1;
        if (range.First.IsDefinite) return Anaphora.Noun(document, range.First, before);
        return Stands.CountedBefore(document, before);
    }
}
