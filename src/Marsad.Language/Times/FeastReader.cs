using System.Globalization;
using Marsad.Language.Figures;

namespace Marsad.Language.Times;

/// <summary>Reads the days of a feast or of a Hijri month by their number: "the second of the days of the feast", "the first of the days of Ramadan".</summary>
internal static class FeastReader
{
    private const int Shawwal = 10;
    private const int DhuAlHijja = 12;

    public static string? Read(TimeScan scan, int token, DateOnly? today, out int end)
    {
        end = token + 1;
        if (today is not { } now || !TryNumber(scan, token, out var number, out var at)) return null;
        if (scan.Kind(at) == TimeKind.Unit && scan.Code(at) == "month") at++;
        var first = scan.TryMonth(at, out var month, out var hijri, out end) && hijri ? Nearest(now, month, 1) : Feast(scan, at, now, out end);
        while (first is not null && scan.Kind(end) == TimeKind.Adjective) end++;
        return first?.AddDays(number - 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    // "the second of days", "the second day [of the days] of".
    private static bool TryNumber(TimeScan scan, int token, out int number, out int at)
    {
        at = token + 2;
        var piece = NumberPiece.At(scan.Document, token);
        number = piece is { Kind: NumberKind.Ordinal, Article: false } ? (int)piece.Value : 0;
        if (number > 0) return scan.Kind(token + 1) == TimeKind.Units && scan.Code(token + 1) == "day";
        if (scan.Kind(token) != TimeKind.Day || scan[token].Number != 0 || !scan.TryOrdinal(token + 1, out number, out at) || scan.Kind(at) != TimeKind.Of) return false;
        at = scan.Kind(at + 1) == TimeKind.Units ? at + 2 : at + 1;
        return true;
    }

    private static DateOnly? Feast(TimeScan scan, int at, DateOnly today, out int end)
    {
        end = at + 1;
        if (scan.Kind(at) != TimeKind.Feast) return null;
        var month = scan[at].Number;
        if (month == 0 && scan.Kind(end) == TimeKind.Feast) month = scan[end++].Number;
        if (month > 0) return FirstDay(today, month);
        return FirstDay(today, Shawwal) is { } one && FirstDay(today, DhuAlHijja) is { } other ? Distance(today, one) < Distance(today, other) ? one : other : null;
    }

    private static DateOnly? FirstDay(DateOnly today, int month) => Nearest(today, month, month == DhuAlHijja ? 10 : 1);

    private static DateOnly? Nearest(DateOnly today, int month, int day)
    {
        DateOnly? best = null;
        for (var year = Hijri.YearOf(today) - 1; year <= Hijri.YearOf(today) + 1; year++)
            if (Hijri.Day(year, month, day) is { } candidate && (best is null || Distance(today, candidate) < Distance(today, best.Value))) best = candidate;
        return best;
    }

    private static int Distance(DateOnly first, DateOnly second) => Math.Abs(first.DayNumber - second.DayNumber);
}
