using System.Globalization;
using Marsad.Language.Figures;
using Marsad.Language.Text;

namespace Marsad.Language.Times;

/// <summary>Reads clock times: 21:00, "the ninth and a half in the evening", "hour 10 less a quarter".</summary>
internal static class ClockReader
{
    /// <summary>What "the hour" begins.</summary>
    public static bool TryClock(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.HasClock || !TryHourNumber(scan, at + 1, out var hour, out var minute, out next)) return false;
        next = AddMinutes(scan, next, ref hour, ref minute);
        Set(scan, ref day, hour, minute, ref next);
        return true;
    }

    /// <summary>A clock time without "the hour": 18:12, or an ordinal with a part of the day behind it.</summary>
    public static bool TryHour(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.HasClock) return false;
        int hour, minute = 0;
        if (scan.IsNumber(at))
        {
            if (!TryDigital(scan.Folded(at), out hour, out minute)) return false;
        }
        else
        {
            // An hour is feminine: "the second, in the morning" may be the second man.
            if (scan.Folded(at) is not [.., Letters.Heh] || !scan.TryOrdinal(at, out hour, out next) || hour > 12) return false;
            // "the second girl, this morning": behind a noun with the article it is an ordinal.
            if (scan.IsWord(at - 1) && scan.Kind(at - 1) == TimeKind.None && Letters.HasArticle(scan.Folded(at - 1))) return false;
            next = AddMinutes(scan, next, ref hour, ref minute);
            if (scan.Kind(next) == TimeKind.Of && scan.Kind(next + 1) == TimeKind.Part) next++;
            if (scan.Kind(next) != TimeKind.Part || scan.IsCut(next) || scan.Folded(next) is [Letters.Alef, Letters.Lam, ..]) return false;
        }

        Set(scan, ref day, hour, minute, ref next);
        return true;
    }

    private static bool TryHourNumber(TimeScan scan, int at, out int hour, out int minute, out int next)
    {
        // "the hour the10": the article as a word of its own before digits.
        if (scan.Folded(at) is [Letters.Alef, Letters.Lam] && scan.IsNumber(at + 1)) at++;
        (hour, minute, next) = (0, 0, at + 1);
        if (NumberPiece.IsParted(scan.Document, at))
        {
            (hour, minute, next) = (scan.Digits(at + 2), scan.Digits(at), at + 3);
            return hour is >= 0 and <= 24 && minute is >= 0 and < 60;
        }

        if (scan.IsNumber(at) && scan.Folded(at).Length == 4 && scan.Digits(at) is >= 0 and var both && both / 100 < 24 && both % 100 < 60)
        {
            (hour, minute) = (both / 100, both % 100); // "hour 0723"
            return true;
        }

        if (scan.IsNumber(at)) return TryDigital(scan.Folded(at), out hour, out minute) || TryMarked(scan.Folded(at), out hour, out minute) || (hour = scan.Digits(at)) is >= 0 and <= 24;
        if (scan.TryOrdinal(at, out hour, out next)) return hour <= 12;
        next = at + 1;
        var piece = NumberPiece.At(scan.Document, at);
        hour = scan.Kind(at) == TimeKind.HourOne ? 1 : piece is { Kind: NumberKind.Unit or NumberKind.Ten, Article: true } ? (int)piece.Value : 0;
        return hour > 0;
    }

    private static bool TryDigital(ReadOnlySpan<char> digits, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        var colon = digits.IndexOf(':');
        if (colon is < 1 or > 2 || digits.Length < colon + 3 || digits[(colon + 1)..].Contains('/')) return false;
        var minutes = digits.Slice(colon + 1, 2);
        return int.TryParse(digits[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out hour) && hour <= 24
            && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out minute) && minute < 60
            && (digits.Length == colon + 3 || digits[colon + 3] == ':');
    }

    // 5.42 or 5,42, which is a clock time only behind "the hour".
    private static bool TryMarked(ReadOnlySpan<char> digits, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        var mark = digits.IndexOfAny('.', ',', Letters.Comma);
        return mark is 1 or 2 && digits.Length == mark + 3
            && int.TryParse(digits[..mark], NumberStyles.None, CultureInfo.InvariantCulture, out hour) && hour <= 24
            && int.TryParse(digits[(mark + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out minute) && minute < 60;
    }

    private static int AddMinutes(TimeScan scan, int at, ref int hour, ref int minute)
    {
        if (scan.Kind(at) == TimeKind.Less && TryFraction(scan, at + 1, out var less))
        {
            (hour, minute) = (hour == 1 ? 12 : hour - 1, 60 - less);
            return at + 2;
        }

        var part = NumberPiece.IsAnd(scan.Document, Math.Min(at, scan.Count - 1)) ? at + 1 : at;
        if ((part > at || scan.IsJoined(at)) && TryFraction(scan, part, out var more))
        {
            minute = more;
            return part + 1;
        }

        return TryMinutes(scan, at, ref minute, out var end) ? end : at;
    }

    private static bool TryFraction(TimeScan scan, int at, out int minutes)
    {
        minutes = scan.Code(at) switch { "half" => 30, "quarter" => 15, "20" => 20, _ => 0 };
        if (minutes == 0 && NumberPiece.At(scan.Document, at) is { Kind: NumberKind.Fraction } part) minutes = (int)(60 * part.Value);
        return minutes > 0;
    }

    // "and 25 minutes"
    private static bool TryMinutes(TimeScan scan, int at, ref int minute, out int end)
    {
        var number = NumberPiece.IsAnd(scan.Document, Math.Min(at, scan.Count - 1)) ? at + 1 : at;
        end = at;
        if (!NumberPiece.At(scan.Document, number).Joined || !ArabicNumbers.TryRead(scan.Document, number, out var reading) || reading.Value is < 1 or > 59) return false;
        if (scan.Code(reading.End) != "minute") return false;
        minute = (int)reading.Value;
        end = reading.End + 1;
        return true;
    }

    private static void Set(TimeScan scan, ref DayExpression day, int hour, int minute, ref int next)
    {
        var at = scan.Kind(next) == TimeKind.Of ? next + 1 : next;
        var code = day.Part;
        if (scan.Kind(at) == TimeKind.Part) (code, next) = (scan.Code(at), at + 1);
        else if (scan.Kind(at) == TimeKind.After && scan.Code(at + 1) == TimexCode.Noon) (code, next) = (TimexCode.Afternoon, at + 2);
        else if (scan.Kind(next) == TimeKind.Meridian) (code, next) = (TimexCode.Morning, next + 1);
        else if (scan.Kind(next) == TimeKind.Era && scan.Folded(next).Length == 1) (code, next) = (TimexCode.Evening, next + 1);
        day.HasClock = true;
        day.Part = code;
        (day.Hour, day.Minute) = (In24(hour, code), minute);
    }

    private static int In24(int hour, string? part) => part switch
    {
        _ when hour is 24 => 0,
        TimexCode.Evening or TimexCode.Afternoon when hour < 12 => hour + 12,
        TimexCode.Noon when hour < 4 => hour + 12,
        TimexCode.Night when hour is >= 6 and < 12 => hour + 12,
        TimexCode.Night or TimexCode.Morning when hour == 12 => 0,
        _ => hour,
    };
}
