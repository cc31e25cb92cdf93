using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Marsad.Cli.Demo;

/// <summary>
/// Writes a date as the people of a country read it: {weekday} {d} {dd} {MM} {month} {yyyy} {HH} {mm}, the Hijri {hd} {hmonth} {hy}, the Persian {jd} {jmonth} {jy};
/// a pattern that begins with "٠" has Arabic digits, with "۰" Persian ones.
/// </summary>
internal static class DemoDate
{
    private const char ArabicZero = '\u0660';
    private const char PersianZero = '\u06F0';
    private static readonly UmAlQuraCalendar Hijri = new();
    private static readonly PersianCalendar Jalali = new();

    private static readonly Dictionary<string, string[]> Words =
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(DemoFiles.Text("calendars.json")) ?? throw new InvalidDataException("calendars.json is empty");

    public static string Write(DateTimeOffset at, string pattern, string calendar)
    {
        var zero = pattern[0] is ArabicZero or PersianZero ? pattern[0] : '0';
        var text = new StringBuilder(zero == '0' ? pattern : pattern[1..]);
        foreach (var (mark, words) in Parts(at.DateTime, calendar)) text.Replace("{" + mark + "}", words);
        return zero == '0' ? text.ToString() : string.Concat(text.ToString().Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + zero) : c));
    }

    private static IEnumerable<(string Mark, string Words)> Parts(DateTime at, string calendar) =>
    [
        ("weekday", Words[calendar + "-days"][(int)at.DayOfWeek]),
        ("month", Words[calendar][at.Month - 1]),
        ("hmonth", Words["hijri"][Hijri.GetMonth(at) - 1]),
        ("jmonth", Words["jalali"][Jalali.GetMonth(at) - 1]),
        ("d", Number(at.Day)), ("dd", Number(at.Day, 2)), ("MM", Number(at.Month, 2)), ("yyyy", Number(at.Year)),
        ("HH", Number(at.Hour, 2)), ("mm", Number(at.Minute, 2)),
        ("hd", Number(Hijri.GetDayOfMonth(at))), ("hy", Number(Hijri.GetYear(at))),
        ("jd", Number(Jalali.GetDayOfMonth(at))), ("jy", Number(Jalali.GetYear(at))),
    ];

    private static string Number(int value, int digits = 1) => value.ToString("D" + digits, CultureInfo.InvariantCulture);
}
