using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>One number, or two that are the ends of a range.</summary>
internal readonly record struct NumberRange(NumberReading First, NumberReading Last, decimal Low, decimal High, bool IsScore)
{
    public int Start => First.First;

    public int End => Last.End;

    public bool IsRange => Low != High;

    public static bool TryRead(Document document, int token, out NumberRange range)
    {
        range = default;
        if (!ArabicNumbers.TryRead(document, token, out var first)) return false;
        range = new NumberRange(first, first, first.Value, first.Value, false);
        var percent = ArabicPercentages.TryMark(document, first.End, out var at);
        if (!TryLink(document, first, percent ? at : first.End, out var second, out var dashed)) return true;
        if (!ArabicNumbers.TryRead(document, second, out var last)) return true;
        // "by 10% to 6.5 billion" is no range.
        if (percent && !ArabicPercentages.TryMark(document, last.End, out _)) return true;
        var low = first.Scale == 1 && last.Scale > 1 && first.Value < last.Value / last.Scale ? first.Value * last.Scale : first.Value;
        if (low < last.Value) range = new NumberRange(first, last, low, last.Value, false);
        else if (dashed) range = new NumberRange(first, last, low, last.Value, true);
        return true;
    }

    // "5-7", "from 5 to 7", "5 or 7", and, after "between", "5 and 7".
    private static bool TryLink(Document document, in NumberReading first, int at, out int second, out bool dashed)
    {
        second = at + 1;
        dashed = false;
        if (second >= document.Tokens.Count) return false;
        var word = document.Folded(at);
        if (word is ['-'] or ['\u2013'])
        {
            dashed = true;
            return true;
        }

        if (word is [Letters.Alef, Letters.Lam, Letters.Yeh] or [Letters.Alef, Letters.Waw]) return true;
        second = NumberPiece.IsAnd(document, at) ? at + 1 : at;
        return NumberPiece.At(document, second).Joined && FollowsBetween(document, first.First);
    }

    private static bool FollowsBetween(Document document, int token)
    {
        for (var i = token - 1; i >= 0 && i >= token - 2; i--)
            if (document.Folded(i) is [Letters.Beh, Letters.Yeh, Letters.Noon] or [_, Letters.Beh, Letters.Yeh, Letters.Noon]) return true;
        return false;
    }
}
