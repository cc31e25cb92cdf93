using System.Globalization;

namespace Marsad.Desk.Readers;

/// <summary>Says a TIMEX3 value in words: a day, a month, a year; what has no calendar day stays as it is written.</summary>
internal static class TimeValues
{
    public static string InWords(string value, Reader reader)
    {
        if (reader.Words.Find("timex." + value) is { } reference) return reference;
        var day = value.Length > 10 ? value[..10] : value;
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return value.Length > 10 ? $"{reader.Day(date)} {Digits.In(ClockOf(value), reader.Digits)}" : reader.Day(date);
        if (DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return $"{Months.Name(month.Month, reader.Language, reader.Country)} {Digits.In(value[..4], reader.Digits)}";
        return Digits.In(value, reader.Digits);
    }

    private static string ClockOf(string value) => value[10] == 'T' ? value[11..] : value[10..];
}
