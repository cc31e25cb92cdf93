using System.Globalization;
using Marsad.Language.Text;

namespace Marsad.Language.Times;

/// <summary>Reads day, month and year: in digits, by month names of all three families, by Hijri months, by ordinals.</summary>
internal static class DateReader
{
    /// <summary>2015/08/11, 11/8/2015, 11 / 8 / 2015, 11-8-2015 and 11.8.2015; the day comes first unless that makes no date.</summary>
    public static bool TryNumeric(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.Month > 0 || day.Offset is not null || !scan.IsNumber(at)) return false;
        Span<int> parts = stackalloc int[3];
        if (!TrySplit(scan.Folded(at), parts) && !TryDashed(scan, at, parts, ref next)) return false;
        if (!TryOrder(parts, ref day)) return false;
        if (scan.Kind(next) == TimeKind.Era) next++;
        return true;
    }

    /// <summary>"11 August [2015]", "the fifth of May", "29 of the same month" and "20 the current".</summary>
    public static bool TryDayAndMonth(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.Day > 0 || day.Month > 0 || day.Offset is < 0 or > 0) return false;
        if (scan.Kind(at - 1) == TimeKind.Unit && scan.Code(at - 1) is "week" or "month" or "year" && !scan.IsNumber(at)) return false; // "the second week of March"
        if (!TryDayNumber(scan, at, out var number, out var ordinal, out var after)) return false;
        var month = scan.Kind(after) == TimeKind.Of ? after + 1 : after;
        if (IsMonthWord(scan, month) && scan.TryMonth(month + 1, out _, out _, out _)) month++;
        if (!scan.TryMonth(month, out var value, out var hijri, out next)) return TryMonthByTurn(scan, month, number, ref day, out next);
        if (!ordinal || !hijri || HasYear(scan, next)) (day.Day, day.Month, day.Hijri) = (number, value, hijri);
        else return false; // "the Tenth of Ramadan" is a city
        next = Year(scan, next, ref day);
        return true;
    }

    /// <summary>A month with a year or a turn behind it, or after a preposition: "in March 2014", "last July".</summary>
    public static bool TryMonth(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.Month > 0 || day.HasDay || day.Part is not null || !scan.TryMonth(at, out var month, out var hijri, out next)) return false;
        var named = new DayExpression { Month = month, Hijri = hijri, Part = day.Part };
        var end = Year(scan, next, ref named);
        var isDouble = next - at == 2 && scan.Kind(at) == scan.Kind(at + 1) || next - at > 2; // "February Shubat" is no name of anything else
        if (end == next && scan.Kind(next) != TimeKind.Turn && !isDouble && (hijri || !FollowsPreposition(scan, at))) return false;
        next = end;
        (day.Month, day.Hijri, day.Year, day.YearTurn) = (named.Month, named.Hijri, named.Year, named.YearTurn);
        return true;
    }

    /// <summary>"month of October [of last year]".</summary>
    public static bool TryNamedMonth(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.Month > 0 || day.HasDay || !IsMonthWord(scan, at) || !scan.TryMonth(at + 1, out var month, out var hijri, out next)) return false;
        (day.Month, day.Hijri) = (month, hijri);
        next = Year(scan, next, ref day);
        return true;
    }

    /// <summary>Reads the year behind a month, and steps over "of", "year" and the era; the place after it.</summary>
    public static int Year(TimeScan scan, int at, ref DayExpression day)
    {
        var year = scan.Kind(at) == TimeKind.Of ? at + 1 : at;
        if (scan.Is(year, Letters.Comma) && IsYear(scan.Digits(year + 1), day.Hijri)) year++;
        var named = scan.Kind(year) == TimeKind.Unit && scan.Code(year) == "year";
        if (named) year++;
        if (IsYear(scan.Digits(year), day.Hijri))
        {
            day.Year = scan.Digits(year);
            return SkipEra(scan, year + 1);
        }

        if (!named || scan.Kind(year) != TimeKind.Turn) return SkipEra(scan, at);
        day.YearTurn = PeriodReader.TurnOf(scan.Code(year));
        return year + 1;
    }

    public static bool IsYear(int value, bool hijri) => hijri ? value is >= 1300 and <= 1500 : value is >= 1800 and <= 2100;

    /// <summary>Steps over "AD" or "AH" and a full stop of its abbreviation.</summary>
    public static int SkipEra(TimeScan scan, int at)
    {
        if (scan.Kind(at) != TimeKind.Era) return at;
        return scan.Is(at + 1, '.') && scan.Folded(at).Length == 1 && scan.Document.Touches(at + 1) && scan.IsWord(at + 2) ? at + 2 : at + 1;
    }

    private static bool HasYear(TimeScan scan, int at) => IsYear(scan.Digits(at), true) || scan.Kind(at) is TimeKind.Turn || (scan.Kind(at) == TimeKind.Unit && scan.Code(at) == "year");

    private static bool IsMonthWord(TimeScan scan, int at) => scan.Kind(at) == TimeKind.Unit && scan.Code(at) == "month";

    private static bool TryDayNumber(TimeScan scan, int at, out int day, out bool ordinal, out int end)
    {
        ordinal = false;
        end = at + 1;
        day = scan.Digits(at);
        if (day is >= 1 and <= 31)
        {
            if (scan.Is(at - 1, '(') && scan.Is(end, ')')) end++;
            return true;
        }

        ordinal = true;
        return scan.TryOrdinal(at, out day, out end) && day is >= 1 and <= 31 && scan.Kind(end) is TimeKind.Of or TimeKind.Month;
    }

    private static bool TryMonthByTurn(TimeScan scan, int at, int number, ref DayExpression day, out int next)
    {
        next = at;
        if (scan.Kind(at) == TimeKind.Turn && scan.Code(at) == "this") next = at + 1;
        else if (scan.Kind(at) == TimeKind.Same && IsMonthWord(scan, at + 1)) next = at + 2;
        else if (IsMonthWord(scan, at) && scan.Kind(at - 1) == TimeKind.Of) next = at + 1;
        else return false;
        day.Day = number;
        day.ByTurnOnly = true;
        if (scan.Kind(next) != TimeKind.Turn || next == at + 1 && scan.Kind(at) == TimeKind.Turn) return true;
        day.Turn = PeriodReader.TurnOf(scan.Code(next));
        next++;
        return true;
    }

    private static bool FollowsPreposition(TimeScan scan, int at) =>
        !scan.IsJoined(at) && scan.Folded(at).Length > 3 && (scan.IsCut(at) || scan.Kind(at - 1) is TimeKind.Edge or TimeKind.At && scan.Folded(at - 1).Length <= 5);

    private static bool TrySplit(ReadOnlySpan<char> digits, Span<int> parts)
    {
        var count = 0;
        foreach (var range in digits.SplitAny('/', '.', ','))
        {
            if (count == 3 || !int.TryParse(digits[range], NumberStyles.None, CultureInfo.InvariantCulture, out parts[count])) return false;
            count++;
        }

        return count == 3 && digits.Length >= 6 && !digits.Contains(',');
    }

    private static bool TryDashed(TimeScan scan, int at, Span<int> parts, ref int next)
    {
        if (!(scan.Is(at + 1, '-') && scan.Is(at + 3, '-')) && !(scan.Is(at + 1, '/') && scan.Is(at + 3, '/'))) return false;
        for (var i = 0; i < 3; i++) parts[i] = scan.Digits(at + (2 * i));
        next = at + 5;
        if (scan.Is(at + 1, '-') && scan.Folded(at + 4).Length == 1) return false; // "3-4-3" is how a team plays
        return parts[0] > 0 && parts[1] > 0 && parts[2] > 0;
    }

    private static bool TryOrder(Span<int> parts, ref DayExpression day)
    {
        var (year, month, number) = parts[0] > 31 ? (parts[0], parts[1], parts[2]) : (parts[2], parts[1], parts[0]);
        if (month > 12 && number <= 12) (month, number) = (number, month);
        var hijri = IsYear(year, true);
        if (year < 100 && year > 0) year += 2000;
        if (month is < 1 or > 12 || number is < 1 or > 31 || !(hijri || IsYear(year, false))) return false;
        (day.Year, day.Month, day.Day, day.Hijri) = (year, month, number, hijri);
        return true;
    }
}
