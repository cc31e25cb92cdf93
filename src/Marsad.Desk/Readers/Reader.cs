using Marsad.Reading;

namespace Marsad.Desk.Readers;

public enum Theme { Auto, Light, Dark }

/// <summary>For whom a page is made: language, digits, month names, colours, and the moment that "ago" counts from.</summary>
/// <param name="Country">Whose month names are used: one of <see cref="Months.Countries"/>.</param>
/// <param name="Now">The moment of the request.</param>
/// <param name="Path">The path of the page without its language, such as "/alerts".</param>
/// <param name="Query">The query of the page as it came, with its "?"; empty if there is none.</param>
public sealed record Reader(Words Words, DigitShape Digits, string Country, Theme Theme, DateTimeOffset Now, string Path, string Query)
{
    public string Language => Words.Language;

    public bool IsArabic => Language == "ar";

    public string Direction => IsArabic ? "rtl" : "ltr";

    /// <summary>The address of a page in the reader's language.</summary>
    public string To(string path) => "/" + Language + path;

    public string Number(decimal value) => Readers.Digits.Number(value, Digits);

    public string Count(string key, long count) => Words.Count(key, count, Number(count));

    /// <summary>"6 January 2022": the month by name, so that no reader takes it for a day.</summary>
    public string Day(DateOnly day) => $"{InDigits(day.Day)} {Months.Name(day.Month, Language, Country)} {InDigits(day.Year)}";

    /// <summary>From the day of the one to the day of the other, in UTC; one day where both are the same.</summary>
    public string Days(DateTimeOffset first, DateTimeOffset last)
    {
        var (from, to) = (DateOnly.FromDateTime(first.UtcDateTime), DateOnly.FromDateTime(last.UtcDateTime));
        return from == to ? Day(from) : $"{Day(from)} – {Day(to)}";
    }

    /// <summary>"6 January": where the year is said nearby.</summary>
    public string DayOfYear(DateOnly day) => $"{InDigits(day.Day)} {Months.Name(day.Month, Language, Country)}";

    /// <summary>"January 2022".</summary>
    public string Month(DateOnly month) => $"{Months.Name(month.Month, Language, Country)} {InDigits(month.Year)}";

    /// <summary>The time as its source says it: no clock is made up, and the source's zone is kept and named.</summary>
    public string Absolute(PublicationTime time)
    {
        if (time.Clock is not { } clock) return Day(time.Day);
        var said = $"{Day(time.Day)} {Readers.Digits.In(clock.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), Digits)}";
        return time.Offset is { } offset ? $"{said} {Zone(offset)}" : said;
    }

    /// <summary>"two hours ago", in the reader's plural forms; "in a moment" is said of what lies ahead, as clocks of outlets run fast.</summary>
    public string Ago(DateTimeOffset instant)
    {
        var (unit, count) = Measure(Now - instant);
        return unit is null ? Words["ago.now"] : Count("ago." + unit, count);
    }

    private string Zone(TimeSpan offset) =>
        offset == TimeSpan.Zero ? "UTC" : "UTC" + (offset < TimeSpan.Zero ? "\u2212" : "+") + Readers.Digits.In(ZoneHours(offset), Digits);

    private static string ZoneHours(TimeSpan offset) =>
        offset.ToString(offset.Minutes == 0 ? "%h" : "h\\:mm", System.Globalization.CultureInfo.InvariantCulture);

    private string InDigits(int number) => Readers.Digits.In(number.ToString(System.Globalization.CultureInfo.InvariantCulture), Digits);

    private static (string? Unit, long Count) Measure(TimeSpan age) => age.TotalDays switch
    {
        >= 365 => ("years", (long)(age.TotalDays / 365.2425)),
        >= 31 => ("months", (long)(age.TotalDays / 30.44)),
        >= 1 => ("days", (long)age.TotalDays),
        _ when age.TotalHours >= 1 => ("hours", (long)age.TotalHours),
        _ when age.TotalMinutes >= 1 => ("minutes", (long)age.TotalMinutes),
        _ => (null, 0),
    };
}
