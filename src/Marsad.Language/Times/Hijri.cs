using System.Globalization;

namespace Marsad.Language.Times;

/// <summary>
/// Hijri days as civil days, by the Um al-Qura calendar of Saudi newspapers. The framework's own table (1318 to 1500 AH) is the one that
/// NodaTime carries too, so the language room needs no dependency for it.
/// </summary>
internal static class Hijri
{
    private static readonly UmAlQuraCalendar Calendar = new();

    /// <summary>Null where the calendar has no such day.</summary>
    public static DateOnly? Day(int year, int month, int day)
    {
        if (year is < 1318 or > 1500 || month is < 1 or > 12 || day < 1 || day > Calendar.GetDaysInMonth(year, month)) return null;
        return DateOnly.FromDateTime(new DateTime(year, month, day, Calendar));
    }

    /// <summary>The Hijri year that a civil day lies in; beyond the calendar its first or last.</summary>
    public static int YearOf(DateOnly day) => Calendar.GetYear(Within(day));

    public static int MonthOf(DateOnly day) => Calendar.GetMonth(Within(day));

    private static DateTime Within(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return at < Calendar.MinSupportedDateTime ? Calendar.MinSupportedDateTime : at > Calendar.MaxSupportedDateTime ? Calendar.MaxSupportedDateTime : at;
    }

    /// <summary>The civil year that a Hijri year begins in; null beyond the calendar.</summary>
    public static int? Year(int year) => Day(year, 1, 1)?.Year;
}
