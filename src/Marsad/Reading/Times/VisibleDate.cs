using System.Globalization;
using Marsad.Language.Text;

namespace Marsad.Reading.Times;

/// <summary>Reads a date that is printed for people: "24 نيسان / أبريل 2020 09:22 مساءً", "٢٧ رجب ١٤٤١ هـ", "1398/12/27", "May 3, 2024".</summary>
internal static class VisibleDate
{
    private const int MostTokens = 40;

    /// <summary>The preposition min, "of", between a day and its month.</summary>
    private const string Of = "\u0645\u0646";

    /// <summary>Umm al-Qura is defined for these years; the Jalali years of the web lie below.</summary>
    private const int FirstHijriYear = 1421, LastHijriYear = 1500, FirstJalaliYear = 1370;

    private static readonly UmAlQuraCalendar Hijri = new();
    private static readonly PersianCalendar Jalali = new();

    /// <summary>The first date in a short text. A Gregorian date is preferred to the same day in another calendar beside it.</summary>
    public static PublicationTime? Find(string text)
    {
        if (text.Length > 400) return null;
        var tokens = Tokens(Folding.Fold(text));
        PublicationTime? other = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i) is not var (day, calendar, next)) continue;
            var time = new PublicationTime(day, Clock(tokens, next) ?? Clock(tokens, 0));
            if (calendar == MonthCalendar.Gregorian) return time;
            other ??= time;
        }

        return other;
    }

    private static (DateOnly Day, MonthCalendar Calendar, int Next)? At(List<string> tokens, int i) => Worded(tokens, i) ?? WordedMonthFirst(tokens, i) ?? Numeric(tokens, i);

    /// <summary>Day, month word, year; a second month word in another family may follow ("نيسان / أبريل").</summary>
    private static (DateOnly, MonthCalendar, int)? Worded(List<string> tokens, int i)
    {
        if (Number(tokens, i) is not { } day || day is < 1 or > 31) return null;
        var at = i + 1;
        while (at < tokens.Count && tokens[at] is "." or "/" or "-" or "," or "\u060C" or "de" or Of) at++;
        if (Month(tokens, ref at) is not { } month) return null;
        while (at < tokens.Count && tokens[at] is "/" or "-" or "," or "\u060C" or "." or "(" or ")" or "de" or Of)
        {
            at++;
            Month(tokens, ref at);
        }

        Month(tokens, ref at);
        return Number(tokens, at) is { } year && Day(year, month.Number, day, month.Calendar) is { } date ? (date, month.Calendar, at + 1) : null;
    }

    private static (DateOnly, MonthCalendar, int)? WordedMonthFirst(List<string> tokens, int i)
    {
        var at = i;
        if (Month(tokens, ref at) is not { Calendar: MonthCalendar.Gregorian } month) return null;
        if (at < tokens.Count && tokens[at] == ".") at++;
        if (Number(tokens, at) is not { } day || day > 31) return null;
        at++;
        while (at < tokens.Count && tokens[at] is "," or "\u060C" or "th" or "st" or "nd" or "rd") at++;
        return Number(tokens, at) is { } year && Day(year, month.Number, day, MonthCalendar.Gregorian) is { } date ? (date, MonthCalendar.Gregorian, at + 1) : null;
    }

    private static (DateOnly, MonthCalendar, int)? Numeric(List<string> tokens, int i)
    {
        if (i + 4 >= tokens.Count || tokens[i + 1] is not ("/" or "-" or ".") || tokens[i + 3] != tokens[i + 1]) return null;
        if (Number(tokens, i) is not { } one || Number(tokens, i + 2) is not { } two || Number(tokens, i + 4) is not { } three) return null;
        var (year, month, day) = one > 31 ? (one, two, three) : (three, two, one);
        if (month > 12) (month, day) = (day, month);
        var calendar = year is >= FirstJalaliYear and < FirstHijriYear ? MonthCalendar.Jalali : year is >= FirstHijriYear and <= LastHijriYear ? MonthCalendar.Hijri : MonthCalendar.Gregorian;
        return Day(year, month, day, calendar) is { } date ? (date, calendar, i + 5) : null;
    }

    private static DateOnly? Day(int year, int month, int day, MonthCalendar calendar)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31) return null;
        if (calendar == MonthCalendar.Hijri) return year is >= FirstHijriYear - 30 and <= LastHijriYear && day <= Hijri.GetDaysInMonth(year, month) ? DateOnly.FromDateTime(Hijri.ToDateTime(year, month, day, 0, 0, 0, 0)) : null;
        if (calendar == MonthCalendar.Jalali) return year is >= 1300 and < 1500 && day <= Jalali.GetDaysInMonth(year, month) ? DateOnly.FromDateTime(Jalali.ToDateTime(year, month, day, 0, 0, 0, 0)) : null;
        return year is >= 1900 and <= 2100 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static MonthWord? Month(List<string> tokens, ref int at)
    {
        for (var words = DateWords.LongestName; words >= 1; words--)
        {
            if (at + words > tokens.Count || !DateWords.TryMonth(string.Join(' ', tokens.Skip(at).Take(words)), out var month)) continue;
            at += words;
            return month;
        }

        return null;
    }

    /// <summary>"09:22 مساء", "17.27 Uhr", "5:23 pm": the first within a few tokens.</summary>
    private static TimeOnly? Clock(List<string> tokens, int from)
    {
        for (var i = from; i + 2 < tokens.Count && i < from + 10; i++)
        {
            if (tokens[i + 1] != ":" || Number(tokens, i) is not { } hour || Number(tokens, i + 2) is not { } minute || hour > 23 || minute > 59) continue;
            return new TimeOnly(Hour(hour, tokens, i + 3), minute);
        }

        return null;
    }

    private static int Hour(int hour, List<string> tokens, int after)
    {
        if (after + 1 < tokens.Count && tokens[after] == ":") after += 2;
        if (after >= tokens.Count || hour > 12) return hour;
        return DayHalf.Of(tokens[after]) switch { true => hour % 12 + 12, false => hour % 12, null => hour };
    }

    private static int? Number(List<string> tokens, int at) =>
        at < tokens.Count && tokens[at].Length <= 4 && int.TryParse(tokens[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Numbers, words and marks, each a token.</summary>
    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length && tokens.Count < MostTokens;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i])) while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            else if (char.IsLetter(text[i])) while (i < text.Length && (char.IsLetter(text[i]) || char.IsSurrogate(text[i]))) i++;
            else i++;
            if (!char.IsWhiteSpace(text[start])) tokens.Add(text[start..i].ToLowerInvariant());
        }

        return tokens;
    }
}
