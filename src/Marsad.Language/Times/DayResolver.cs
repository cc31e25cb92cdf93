using System.Globalization;

namespace Marsad.Language.Times;

/// <summary>Turns what was said of a day into its TIMEX3 value, against the day that "today" means.</summary>
internal static class DayResolver
{
    /// <summary>Null where the words name no day, or one that cannot be told without knowing today.</summary>
    /// <param name="future">The sentence speaks of what is to come.</param>
    public static string? Value(in DayExpression said, DateOnly? today, bool future)
    {
        if (said.Month > 0 && said.Day == 0) return MonthValue(said, today);
        var day = Day(said, today, future);
        if (day is null) return null;
        if (said.Midnight) return $"{day.Value.AddDays(1):yyyy-MM-dd}T00:00";
        return Iso(day.Value) + Suffix(said);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Suffix(in DayExpression said)
    {
        if (said.HasClock) return $"T{said.Hour:00}:{said.Minute:00}";
        return said.Part switch { null => "", TimexCode.Noon => "T12:00", var part => part };
    }

    private static DateOnly? Day(in DayExpression said, DateOnly? today, bool future)
    {
        if (said.Month > 0) return Dated(said, today, future);
        if (today is null) return null;
        if (said.ByTurnOnly) return InMonth(today.Value.AddMonths(ByTurn(said.Turn)), said.Day);
        if (said.Offset is { } offset) return Agreeing(today.Value.AddDays(offset), said.Weekday);
        if (said.Weekday > 0) return Weekday(said, today.Value, future);
        return said.HasClock ? today : null;
    }

    // "today, Monday" in an article of Tuesday's paper: the weekday is what the writer knew.
    private static DateOnly Agreeing(DateOnly day, int weekday) =>
        weekday == 0 || Reference.Iso(day) == weekday ? day : Reference.LatestNotAfter(day.AddDays(3), weekday);

    private static int ByTurn(Turn turn) => turn switch { Turn.Past => -1, Turn.Next => 1, _ => 0 };

    private static DateOnly? InMonth(DateOnly month, int day) =>
        day <= DateTime.DaysInMonth(month.Year, month.Month) ? new DateOnly(month.Year, month.Month, day) : null;

    private static DateOnly Weekday(in DayExpression said, DateOnly today, bool future)
    {
        var latest = Reference.LatestNotAfter(today, said.Weekday);
        return said.Turn switch
        {
            Turn.Past => (latest == today ? today.AddDays(-7) : latest).AddDays(said.Twice ? -7 : 0),
            Turn.Next => latest.AddDays(7),
            _ => future && latest != today ? latest.AddDays(7) : latest,
        };
    }

    private static DateOnly? Dated(in DayExpression said, DateOnly? today, bool future)
    {
        if (said.Year > 0) return Civil(said, said.Year);
        if (today is null) return null;
        var year = said.Hijri ? Hijri.YearOf(today.Value) : today.Value.Year;
        if (said.YearTurn != Turn.None) return Civil(said, year + ByTurn(said.YearTurn));
        DateOnly? best = null;
        for (var y = year - 1; y <= year + 1; y++)
        {
            if (Civil(said, y) is { } candidate && Fits(said, candidate, today.Value) && (best is null || Better(said, candidate, best.Value, today.Value, future))) best = candidate;
        }

        return best;
    }

    private static DateOnly? Civil(in DayExpression said, int year)
    {
        if (said.Hijri) return Hijri.Day(year, said.Month, said.Day);
        return year is >= 1 and <= 9999 && said.Month is >= 1 and <= 12 ? InMonth(new DateOnly(year, said.Month, 1), said.Day) : null;
    }

    private static bool Fits(in DayExpression said, DateOnly day, DateOnly today) => said.Turn switch
    {
        Turn.Past => day < today,
        Turn.Next => day > today,
        _ => true,
    };

    // The nearest wins, a day that fits the tense before one that does not, but a weekday said beside the date must agree where it can.
    private static bool Better(in DayExpression said, DateOnly candidate, DateOnly best, DateOnly today, bool future)
    {
        if (said.Weekday > 0 && Reference.Iso(candidate) == said.Weekday != (Reference.Iso(best) == said.Weekday)) return Reference.Iso(candidate) == said.Weekday;
        return Distance(candidate, today, future) < Distance(best, today, future);
    }

    // Twice as far where the tense points the other way.
    private static int Distance(DateOnly day, DateOnly today, bool future) =>
        Math.Abs(day.DayNumber - today.DayNumber) * (day > today == future ? 1 : 2);

    private static string? MonthValue(in DayExpression said, DateOnly? today)
    {
        if (said.Year > 0) return MonthOf(said, said.Year);
        if (today is null) return null;
        var year = said.Hijri ? Hijri.YearOf(today.Value) : today.Value.Year;
        if (said.YearTurn != Turn.None) return MonthOf(said, year + ByTurn(said.YearTurn));
        var now = said.Hijri ? Hijri.MonthOf(today.Value) : today.Value.Month;
        return said.Turn switch
        {
            Turn.Past => MonthOf(said, said.Month < now ? year : year - 1),
            Turn.Next => MonthOf(said, said.Month > now ? year : year + 1),
            Turn.This => MonthOf(said, year),
            _ => MonthOf(said, year + Nearest(said.Month - now)),
        };
    }

    // A month said alone is the nearest one.
    private static int Nearest(int months) => months > 6 ? -1 : months < -6 ? 1 : 0;

    private static string? MonthOf(in DayExpression said, int year)
    {
        if (said.Hijri) return Hijri.Day(year, said.Month, 1) is { } first ? first.ToString("yyyy-MM", CultureInfo.InvariantCulture) : null;
        return $"{year:0000}-{said.Month:00}";
    }
}
