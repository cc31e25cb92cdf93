using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>A number read off the text.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Span">Its words without what is glued in front.</param>
/// <param name="Scale">The last scale word's value (1,000 and up); 1 where none stands.</param>
/// <param name="IsDefinite">It carries the article: "the three".</param>
/// <param name="InDigits">It begins with digits.</param>
/// <param name="IsFraction">It is nothing but a fraction: a half.</param>
public readonly record struct NumberReading(decimal Value, int First, int End, Span Span, decimal Scale, bool IsDefinite, bool InDigits, bool IsFraction);

/// <summary>Reads Arabic numbers in digits of both scripts, in words, and mixed.</summary>
public static class ArabicNumbers
{
    /// <summary>Reads the longest number that begins at <paramref name="token"/>; false where none begins there.</summary>
    public static bool TryRead(Document document, int token, out NumberReading reading)
    {
        ArgumentNullException.ThrowIfNull(document);
        reading = default;
        var first = NumberPiece.At(document, token);
        if (first.Kind is NumberKind.None or NumberKind.Ordinal or NumberKind.OrdinalTeen or NumberKind.FractionWeak or NumberKind.FractionPlural) return false;
        var builder = new NumberBuilder();
        if (!builder.TryTake(first with { Joined = false })) return false;
        var complete = builder.IsComplete ? builder : default;
        var end = token + first.Width;
        var (shorter, shorterEnd) = (complete, end);
        for (var next = BehindMarks(document, token, end); TryTakeNext(document, first.Article, ref builder, ref next);)
        {
            if (!builder.IsComplete) continue;
            if (NumberPiece.At(document, next - 1).Joined) (shorter, shorterEnd) = (complete, end);
            complete = builder;
            end = next;
        }

        if (IsScaleAgain(document, end, complete.Scale)) (complete, end) = (shorter, shorterEnd);
        if (!complete.IsComplete) return false;
        var start = document.Tokens[token].Kind == TokenKind.Number ? document.Tokens[token].Start : document.Without(token, first.Cut).Start;
        reading = new NumberReading(complete.Value, token, end, new Span(start, document.Tokens[end - 1].End), complete.Scale, first.Article,
            first.Kind == NumberKind.Digits, end == token + 1 && first.Kind is NumberKind.Fraction or NumberKind.FractionPlural);
        return true;
    }

    /// <summary>Reads a text that is one number; null where it is not.</summary>
    public static decimal? Parse(string text)
    {
        var document = new Document(text);
        return TryRead(document, 0, out var reading) && reading.End == document.Tokens.Count ? reading.Value : null;
    }

    // "60 thousand and 90 thousand" are two numbers, not 60,090 and a thousand.
    private static bool IsScaleAgain(Document document, int end, decimal scale) =>
        scale > 1 && NumberPiece.At(document, end) is { Kind: NumberKind.Scale or NumberKind.ScaleAccusative or NumberKind.ScalePlural, Joined: false } again && again.Value >= scale;

    // «6.9» million: digits alone in quotation marks or brackets, and a scale behind.
    private static int BehindMarks(Document document, int token, int end) =>
        IsEnclosed(document, token, end) && NumberPiece.At(document, end + 1) is { Kind: NumberKind.Scale or NumberKind.ScaleAccusative or NumberKind.ScalePlural, Joined: false } ? end + 1 : end;

    /// <summary>The tokens are digits alone in quotation marks or brackets.</summary>
    public static bool IsEnclosed(Document document, int token, int end) =>
        token > 0 && end < document.Tokens.Count && document.Tokens[token].Kind == TokenKind.Number
        && document.Folded(token - 1) is ['(' or '"' or Letters.OpeningQuote] && document.Folded(end) is [')' or '"' or Letters.ClosingQuote];

    private static bool TryTakeNext(Document document, bool definite, ref NumberBuilder builder, ref int next)
    {
        var at = next < document.Tokens.Count && NumberPiece.IsAnd(document, next) ? next + 1 : next;
        var piece = NumberPiece.At(document, at);
        if (piece.Kind == NumberKind.None || piece.Preposition || !FitsArticle(piece, definite) || !builder.TryTake(piece)) return false;
        next = at + piece.Width;
        SkipRepeatedScale(document, piece, builder.Scale, ref next);
        return true;
    }

    // "the five and the twenty": the article repeats after "and"; "half the million" has it though the number has none.
    private static bool FitsArticle(NumberPiece piece, bool definite) =>
        !piece.Article || definite || piece.Kind == NumberKind.Scale;

    // "a billion and half the billion": the scale said again adds nothing.
    private static void SkipRepeatedScale(Document document, NumberPiece piece, decimal scale, ref int next)
    {
        if (piece.Kind != NumberKind.Fraction || scale == 1) return;
        var again = NumberPiece.At(document, next);
        if (again is { Kind: NumberKind.Scale, Joined: false } && again.Value == scale) next++;
    }
}
