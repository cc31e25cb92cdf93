using System.Globalization;
using Marsad.Language.Text;

namespace Marsad.Reading.Times;

/// <summary>Reads a time that a page states for machines: ISO 8601 in its many spoilt forms, RFC 1123, epochs, and prose where a machine's time should be.</summary>
internal static class StatedTime
{
    public static PublicationTime? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 120) return null;
        var folded = Folding.Fold(text).Trim();
        var upper = folded.ToUpperInvariant();
        if (Iso(upper) is { } iso) return Plausible(iso);
        if (Epoch(folded) is { } epoch) return Plausible(epoch);
        if (DateTimeOffset.TryParseExact(upper, "R", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var rfc)) return Plausible(PublicationTime.At(rfc));
        return VisibleDate.Find(text) is { } visible ? Plausible(visible) : null;
    }

    private static PublicationTime? Plausible(PublicationTime time) => time.Day.Year is >= 1995 and <= 2100 ? time : null;

    /// <summary>"2024-05-03T15:47:42.389Z", "2024-05-03 15:47:42 +0200", "20240503T154742", "2024-5-3".</summary>
    private static PublicationTime? Iso(string text)
    {
        if (text.Length < 8 || !char.IsAsciiDigit(text[0])) return null;
        if (text.Length >= 8 && text.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0 && (text.Length == 8 || text[8] == 'T')) text = $"{text[..4]}-{text[4..6]}-{text[6..8]}{Compact(text[8..])}";
        var parts = text.Split(['T', ' '], 2, StringSplitOptions.RemoveEmptyEntries);
        if (!DateOnly.TryParseExact(parts[0], ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        if (parts.Length == 1 || Clock(parts[1], out var rest) is not { } clock) return new PublicationTime(day);
        return new PublicationTime(day, clock, Offset(rest));
    }

    private static string Compact(string clock) =>
        clock.Length >= 7 && clock.AsSpan(1, 6).IndexOfAnyExceptInRange('0', '9') < 0 ? $"T{clock[1..3]}:{clock[3..5]}:{clock[5..7]}{clock[7..]}" : clock;

    private static TimeOnly? Clock(string text, out string rest)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ':' or '.' or ',')) end++;
        rest = text[end..].Trim();
        var clock = text[..end];
        var dot = clock.IndexOfAny(['.', ',']);
        if (dot > 0) clock = clock[..dot];
        if (!TimeOnly.TryParseExact(clock, ["H:m:s", "H:m"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
        if (rest.StartsWith("PM", StringComparison.Ordinal) && time.Hour < 12) return time.AddHours(12);
        return rest.StartsWith("AM", StringComparison.Ordinal) && time.Hour == 12 ? time.AddHours(-12) : time;
    }

    private static TimeSpan? Offset(string rest)
    {
        if (rest.StartsWith('Z') || rest is "GMT" or "UTC") return TimeSpan.Zero;
        var sign = rest.IndexOfAny(['+', '-', '\u2212']);
        if (sign < 0) return null;
        var digits = string.Concat(rest[sign..].Where(char.IsAsciiDigit));
        if (digits.Length is < 1 or > 4) return null;
        var hours = int.Parse(digits.Length <= 2 ? digits : digits[..^2], CultureInfo.InvariantCulture);
        var minutes = digits.Length <= 2 ? 0 : int.Parse(digits[^2..], CultureInfo.InvariantCulture);
        return hours > 14 || minutes > 59 ? null : new TimeSpan(hours, minutes, 0) * (rest[sign] == '+' ? 1 : -1);
    }

    private static PublicationTime? Epoch(string text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return PublicationTime.At(text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number));
    }
}
