using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>Finds percentages: a number with its sign or "in the hundred" behind it, or "by the hundred" or "share" before it.</summary>
public static class ArabicPercentages
{
    /// <summary>In text order; the value is the number of hundredths, the span holds number and mark.</summary>
    public static IReadOnlyList<NumberExpression> Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = new List<NumberExpression>();
        foreach (var number in NumberExpressions.Find(document))
        {
            if (IsInAddress(document.Text, number.Span)) continue;
            if (TryMark(document, number.End, out var end))
                found.Add(number with { Span = new Span(number.Span.Start, document.Tokens[end - 1].End), End = end });
            else if (number.Start > 0 && (IsHundred(document, number.Start - 1) || IsShare(document.Folded(number.Start - 1))))
                found.Add(number with { Span = new Span(document.Tokens[number.Start - 1].Start, number.Span.End), Start = number.Start - 1 });
        }

        return found;
    }

    /// <summary>A percent sign, "by the hundred" or "in the hundred" at a token.</summary>
    internal static bool TryMark(Document document, int at, out int end)
    {
        end = at + 1;
        if (at >= document.Tokens.Count) return false;
        if (document.Folded(at) is ['%'] or [Letters.Percent] || IsHundred(document, at)) return true;
        end = at + 2;
        return document.Folded(at) is [Letters.Feh, Letters.Yeh] && NumberPiece.At(document, at + 1) is { Kind: NumberKind.Hundred, Article: true };
    }

    private static bool IsHundred(Document document, int at) => NumberPiece.At(document, at) is { Kind: NumberKind.Hundred, Article: true, Preposition: true };

    // "share of", as it is folded.
    private static bool IsShare(ReadOnlySpan<char> word) => word is [Letters.Noon, Letters.Seen, Letters.Beh, Letters.Heh];

    // Escapes of a web address look like percentages.
    private static bool IsInAddress(string text, Span span)
    {
        var start = span.Start;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        return text.AsSpan(start, span.Start - start).Contains("://", StringComparison.Ordinal);
    }
}
