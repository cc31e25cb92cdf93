using Marsad.Language.Figures;
using Marsad.Language.Text;

namespace Marsad.Language.Times;

/// <summary>Reads the first of two days that share a month: "from 3 to 5 November", "the two days 9 and 10 July". The second is a date by itself.</summary>
internal static class DayRangeReader
{
    /// <summary>The first day, with its end; empty where none begins here.</summary>
    public static DayExpression Read(TimeScan scan, int token)
    {
        var number = IsTwoDays(scan, token) ? token + 1 : token;
        if (scan.Digits(number) is not (>= 1 and <= 31) || Second(scan, number + 1) is not { Day: > 0 } second) return default;
        return second with { Day = scan.Digits(number), Weekday = 0, Part = null, HasClock = false, Midnight = false, End = number + 1 };
    }

    private static DayExpression? Second(TimeScan scan, int link)
    {
        var at = NumberPiece.IsAnd(scan.Document, Math.Min(link, scan.Count - 1)) || scan.Is(link, '-') || scan.Is(link, '\u2013') || IsTo(scan.Folded(link)) ? link + 1 : -1;
        if (at > 0 && scan.Folded(at) is ['\u063A', Letters.Alef, Letters.Yeh, Letters.Heh]) at++; // "to the end of 16 October"
        if (at < 0 || scan.Digits(at) is not (>= 1 and <= 31)) return null;
        return DayReader.Read(scan, at) is { Day: > 0 } day && (day.Month > 0 || day.ByTurnOnly) ? day : null;
    }

    private static bool IsTo(ReadOnlySpan<char> word) => word is [Letters.Alef, Letters.Lam, Letters.Yeh] or ['\u062D', Letters.Teh, Letters.Yeh] or [Letters.Waw, '\u062D', Letters.Teh, Letters.Yeh];

    private static bool IsTwoDays(TimeScan scan, int token) => scan.Folded(token) is [Letters.Yeh, Letters.Waw, Letters.Meem, Letters.Yeh];
}
