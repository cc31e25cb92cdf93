namespace Marsad.Language.Times;

/// <summary>
/// The day that "today" means. Crawled articles often carry the day they were fetched; where the text itself says "today, Tuesday" or
/// "yesterday, Monday", the latest day before the fetch that fits is the day it was written.
/// </summary>
internal static class Reference
{
    public static DateOnly Day(TimeScan scan, DateOnly published)
    {
        for (var i = 0; i < scan.Count; i++)
        {
            if (scan.Kind(i) != TimeKind.Day || !TryWeekdayBehind(scan, i, out var weekday)) continue;
            var offset = OffsetOf(scan, i);
            return LatestNotAfter(published.AddDays(offset > 0 ? offset : 0), weekday).AddDays(-offset);
        }

        return published;
    }

    /// <summary>-2 for "yesterday the first" and "first of yesterday", 2 for "after tomorrow", else what the word says.</summary>
    public static int OffsetOf(TimeScan scan, int token)
    {
        var offset = scan[token].Number;
        if (offset < 0 && (IsFirst(scan, token + 1) || IsFirst(scan, token - 1) || (scan.Kind(token - 1) == TimeKind.Of && IsFirst(scan, token - 2)))) return -2;
        return offset > 0 && scan.Kind(token - 1) == TimeKind.After ? 2 : offset;
    }

    public static bool IsFirst(TimeScan scan, int token)
    {
        var piece = Figures.NumberPiece.At(scan.Document, token);
        return piece is { Kind: Figures.NumberKind.Ordinal, Value: 1 };
    }

    public static DateOnly LatestNotAfter(DateOnly day, int isoWeekday)
    {
        var back = (Iso(day) - isoWeekday + 7) % 7;
        return day.AddDays(-back);
    }

    public static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static bool TryWeekdayBehind(TimeScan scan, int token, out int weekday)
    {
        var at = token + 1;
        if (IsFirst(scan, at)) at++;
        if (scan.Is(at, '(') || scan.Is(at, '-') || scan.Is(at, '"')) at++;
        weekday = scan[at].Number;
        return scan.Kind(at) == TimeKind.Weekday && !scan.IsCut(at);
    }
}
