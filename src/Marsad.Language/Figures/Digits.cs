using System.Globalization;

namespace Marsad.Language.Figures;

/// <summary>
/// Reads a run of folded digits with its separators. Arabic newsrooms write 2,500 and 2.500 and ٢٬٥٠٠ for the same number, so a lone
/// separator before exactly three digits groups thousands, unless a scale follows ("1.234 million") or the number begins with zero.
/// </summary>
internal static class Digits
{
    private const char ArabicDecimal = '\u066B';
    private const char ArabicThousands = '\u066C';
    private const char ArabicComma = '\u060C';

    /// <summary>False for clock times, dates, fractions and numbers too long to be one.</summary>
    public static bool TryRead(ReadOnlySpan<char> digits, bool scaleFollows, out decimal value)
    {
        value = 0;
        if (digits.Length > 28 || digits.ContainsAny(':', '/')) return false;
        var point = DecimalPoint(digits, scaleFollows);
        if (point == Broken) return false;
        Span<char> plain = stackalloc char[digits.Length];
        var length = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (char.IsAsciiDigit(digits[i])) plain[length++] = digits[i];
            else if (i == point) plain[length++] = '.';
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private const int None = -1;
    private const int Broken = -2;

    // Where the decimal point stands; Broken where the separators make no number (192.168.1.2).
    private static int DecimalPoint(ReadOnlySpan<char> digits, bool scaleFollows)
    {
        var last = LastSeparator(digits);
        if (last < 0) return None;
        var first = digits.IndexOfAnyExceptInRange('0', '9');
        if (first == last) return IsGroup(digits, last, scaleFollows) ? None : last;
        if (!GroupsOfThree(digits, first, last)) return Broken;
        if (digits[last] == digits[first] && digits.Length - last - 1 == 3) return None;
        return digits[last] == digits[first] ? Broken : last;
    }

    private static bool IsGroup(ReadOnlySpan<char> digits, int separator, bool scaleFollows) => digits[separator] switch
    {
        ArabicDecimal => false,
        ArabicThousands => digits.Length - separator - 1 == 3,
        _ => digits.Length - separator - 1 == 3 && separator is >= 1 and <= 3 && digits[0] != '0' && !scaleFollows,
    };

    // Every group before the last separator has three digits, all with the same separator.
    private static bool GroupsOfThree(ReadOnlySpan<char> digits, int first, int last)
    {
        if (first is 0 or > 3) return false;
        for (int i = first, length = 0; i <= last; i++)
        {
            if (char.IsAsciiDigit(digits[i])) length++;
            else if (i > first && length != 3 || (i < last && digits[i] != digits[first])) return false;
            else length = 0;
        }

        return true;
    }

    private static int LastSeparator(ReadOnlySpan<char> digits) => digits.LastIndexOfAny(['.', ',', ArabicDecimal, ArabicThousands, ArabicComma]);
}
