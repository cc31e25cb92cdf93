using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Marsad.Feeds;

/// <summary>
/// Dates as feeds write them: ISO 8601 (Atom), RFC 822 with every liberty taken, names of months in other languages, Arabic digits.
/// A date without a zone is taken as UTC: it orders entries and says when a page was edited, no more; the page's own time is read off the page.
/// </summary>
internal sealed partial class FeedDates
{
    private static readonly string[] English = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // RFC 822 §5.1 and the names that feeds of the region use. Others count as UTC.
    private static readonly FrozenDictionary<string, int> ZoneHours = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["BST"] = 1,
        ["GST"] = 4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, int> _months;

    /// <param name="monthNames">Names of months in other languages than English, each with its number 1–12.</param>
    public FeedDates(IEnumerable<KeyValuePair<string, int>>? monthNames = null) =>
        _months = (monthNames ?? []).DistinctBy(m => m.Key).ToFrozenDictionary(StringComparer.Ordinal);

    public bool TryRead(string text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length is < 8 or > 120) return false;
        text = AsciiDigits(text);
        return TryIso(text, out date) || TryWords(text, out date) || TrySlashes(text, out date);
    }

    private static string AsciiDigits(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var c in text)
            written.Append(char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c);
        return written.ToString();
    }

    private static bool TryIso(string text, out DateTimeOffset date)
    {
        var found = Iso().Match(text);
        date = default;
        return found.Success && TryBuild(found, Number(found.Groups["m"].ValueSpan), found.Groups["zone"].ValueSpan, out date);
    }

    private bool TryWords(string text, out DateTimeOffset date)
    {
        date = default;
        var found = DayFirst().Match(text);
        if (!found.Success) found = MonthFirst().Match(text);
        return found.Success && Month(found.Groups["m"].Value) is { } month && WithClock(text, found, month, out date);
    }

    // "06/01/2022": the day comes first in the Arab press; where that makes no date, the month does.
    private static bool TrySlashes(string text, out DateTimeOffset date)
    {
        date = default;
        var found = Slashes().Match(text);
        return found.Success && WithClock(text, found, Number(found.Groups["m"].ValueSpan), out date);
    }

    private static bool WithClock(string text, Match day, int month, out DateTimeOffset date)
    {
        var clock = Clock().Match(text);
        return TryBuild(day, month, clock.Groups["zone"].ValueSpan, out date, clock);
    }

    private int? Month(string words)
    {
        words = words.Trim();
        if (words.Length >= 3 && Array.FindIndex(English, m => words.StartsWith(m, StringComparison.OrdinalIgnoreCase)) is var english and >= 0) return english + 1;
        if (_months.TryGetValue(words, out var month)) return month;
        foreach (var part in words.Split('/', StringSplitOptions.TrimEntries))
            if (_months.TryGetValue(part, out month)) return month;
        return null;
    }

    private static bool TryBuild(Match day, int month, ReadOnlySpan<char> zone, out DateTimeOffset date, Match? clock = null)
    {
        clock ??= day;
        var (y, d) = (Year(day.Groups["y"].ValueSpan), Number(day.Groups["d"].ValueSpan));
        date = default;
        if (month > 12 && d <= 12) (month, d) = (d, month);
        var (h, min, s) = (Hour(clock), Number(clock.Groups["min"].ValueSpan), Math.Min(Number(clock.Groups["s"].ValueSpan), 59));
        if (y is < 1970 or > 9998 || month is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, month) || h > 23 || min > 59) return false;
        date = new DateTimeOffset(y, month, d, h, min, s, TimeSpan.Zero) - Offset(zone);
        return true;
    }

    private static int Number(ReadOnlySpan<char> digits) => digits.IsEmpty ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // RFC 2822 §4.3 on years of two digits.
    private static int Year(ReadOnlySpan<char> digits) => digits.Length == 2 ? Number(digits) + (Number(digits) < 50 ? 2000 : 1900) : Number(digits);

    private static int Hour(Match clock)
    {
        var hour = Number(clock.Groups["h"].ValueSpan);
        var half = clock.Groups["half"].ValueSpan;
        if (half.IsEmpty || hour > 12) return hour;
        return (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
    }

    private static TimeSpan Offset(ReadOnlySpan<char> zone)
    {
        if (zone.IsEmpty) return TimeSpan.Zero;
        if (zone[0] is not ('+' or '-')) return TimeSpan.FromHours(ZoneHours.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(zone, out var hours) ? hours : 0);
        var minutes = (Number(zone.Slice(1, 2)) * 60) + Number(zone[^2..]);
        return minutes > 14 * 60 ? TimeSpan.Zero : TimeSpan.FromMinutes(zone[0] == '-' ? -minutes : minutes);
    }

    private const string ClockPattern = @"(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,][0-9]+)?)?";

    [GeneratedRegex(@"^\s*(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})(?:[Tt ]" + ClockPattern + @")?\s*(?<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![0-9:])(?<d>[0-9]{1,2})(?:st|nd|rd|th)?[\s,\u060C.-]+(?<m>\p{L}[\p{L}\s/]*?)[\s,\u060C.-]+(?<y>[0-9]{4}|[0-9]{2})(?![0-9:])")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<m>\p{L}{3,})\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?[\s,\u060C]+(?<y>[0-9]{4})(?![0-9:])")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<![0-9])(?<d>[0-9]{1,2})[/.-](?<m>[0-9]{1,2})[/.-](?<y>[0-9]{4})(?![0-9])|(?<![0-9])(?<y>[0-9]{4})/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})(?![0-9])")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"(?<![0-9])" + ClockPattern + @"\s*(?<half>[AaPp]\.?[Mm])?\.?\s*(?<zone>[+-][0-9]{2}:?[0-9]{2}|[A-Za-z]{1,4}(?![A-Za-z]))?")]
    private static partial Regex Clock();
}
