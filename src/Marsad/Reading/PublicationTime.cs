using System.Globalization;

namespace Marsad.Reading;

/// <summary>When an article says it was published, as exactly as the page says it: a day, a local time, or a time with its zone.</summary>
/// <param name="Day">The calendar day at the outlet.</param>
/// <param name="Clock">The local time of day; null if only the day is known.</param>
/// <param name="Offset">The offset from UTC; null if the page does not say it.</param>
public readonly record struct PublicationTime(DateOnly Day, TimeOnly? Clock = null, TimeSpan? Offset = null) : IComparable<PublicationTime>
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy"];

    private static readonly string[] LocalFormats =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HHmmss"];

    /// <summary>The instant for ordering; a missing clock counts as midnight, a missing zone as UTC.</summary>
    public DateTimeOffset Instant => new(Day.ToDateTime(Clock ?? TimeOnly.MinValue), Clock is null ? TimeSpan.Zero : Offset ?? TimeSpan.Zero);

    public static PublicationTime At(DateTimeOffset instant) =>
        new(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime), instant.Offset);

    /// <summary>
    /// Reads ISO 8601: "2015-07-23", "2015-07-23T09:00[:00]", with or without "Z" or "+03:00", also in its basic form; and the numeric day as
    /// newsrooms in Arabic write it, day first: "27/05/2016".
    /// </summary>
    public static bool TryParse(string? text, out PublicationTime time)
    {
        time = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        text = text.Trim();
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            time = new PublicationTime(day);
            return true;
        }

        return TryParseClock(text, out time);
    }

    public int CompareTo(PublicationTime other) => Instant.CompareTo(other.Instant);

    public static bool operator <(PublicationTime left, PublicationTime right) => left.CompareTo(right) < 0;

    public static bool operator >(PublicationTime left, PublicationTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(PublicationTime left, PublicationTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PublicationTime left, PublicationTime right) => left.CompareTo(right) >= 0;

    /// <summary>ISO 8601 with no more than is known.</summary>
    public override string ToString()
    {
        var day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Clock is not { } clock) return day;
        var local = day + "T" + clock.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return Offset is { } offset ? local + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture) : local;
    }

    private static bool TryParseClock(string text, out PublicationTime time)
    {
        time = default;
        if (text.Length < 15 || text[4] != '-' || text[10] is not ('T' or 't' or ' ')) return false;
        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            time = new PublicationTime(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            return true;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out var instant)) return false;
        time = At(instant);
        return true;
    }
}
