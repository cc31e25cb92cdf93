using Marsad.Language.Figures;
using Marsad.Language.Text;

namespace Marsad.Language.Times;

/// <summary>
/// Reads the words of one day in whatever order a newsroom puts them ("on the morning of yesterday, Monday the fifth of May"), part by
/// part, until a word comes that says nothing about a day or says again what is already known.
/// </summary>
internal static class DayReader
{
    /// <summary>Reads the day that begins at <paramref name="token"/>; empty where none does.</summary>
    public static DayExpression Read(TimeScan scan, int token)
    {
        var day = new DayExpression { End = token };
        var at = SkipOpening(scan, token);
        while (TryPart(scan, at, ref day, out var next))
        {
            day.End = next;
            at = SkipLink(scan, next, day);
        }

        return day;
    }

    // "an early hour of", "an earlier time", "the beginning of": they say nothing that TIMEX3 keeps.
    private static int SkipOpening(TimeScan scan, int token)
    {
        var opens = (scan.Kind(token) == TimeKind.Unit && scan.Code(token) == "hour" && scan.Kind(token + 1) == TimeKind.Adjective)
            || (scan.Kind(token) == TimeKind.Moment && IsEarlierOrLater(scan, token + 1));
        if (!opens) return token;
        var at = token + 2;
        return scan.Kind(at) == TimeKind.Of || scan.Folded(at) is [_, _] ? at + 1 : at;
    }

    private static bool IsEarlierOrLater(TimeScan scan, int token) => scan.Kind(token) == TimeKind.Adjective && scan.Code(token) == "moment";

    private static int SkipLink(TimeScan scan, int at, in DayExpression day)
    {
        if (scan.Kind(at) == TimeKind.Of) return at + 1;
        // "Saturday the7 of the month": the article is a word of its own before digits.
        if (scan.Folded(at) is [Letters.Alef, Letters.Lam] && scan.IsNumber(at + 1) && day.Weekday > 0) return at + 1;
        // "the morning of this day"
        if (scan.Kind(at) == TimeKind.This && day.Part is not null && scan.Kind(at + 1) is TimeKind.Day or TimeKind.Weekday) return at + 1;
        if (scan.Kind(at) == TimeKind.At && !day.HasClock && IsHour(scan, at + 1)) return at + 1;
        return (scan.Is(at, '(') || scan.Is(at, Letters.Comma) || scan.Is(at, '"')) && day.HasDay && (IsHour(scan, at + 1) || scan.Is(at, '(')) ? at + 1 : at;
    }

    private static bool IsHour(TimeScan scan, int at) => scan.Kind(at) == TimeKind.Unit && scan.Code(at) == "hour";

    private static bool TryPart(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        switch (scan.Kind(at))
        {
            case TimeKind.Day: return TryOffset(scan, at, ref day, out next);
            case TimeKind.Weekday: return TryWeekday(scan, at, ref day, out next);
            case TimeKind.Part: return TryPartOfDay(scan, at, ref day);
            case TimeKind.After: return TryAfter(scan, at, ref day, out next);
            case TimeKind.Before: return TryBeforeLast(scan, at, ref day, out next);
            case TimeKind.Turn: return TryTurn(scan, at, ref day);
            case TimeKind.First: return TryFirstOfMonth(scan, at, ref day, out next);
            case TimeKind.Unit: return TryUnit(scan, at, ref day, out next);
            case TimeKind.Edge: return TryMidnight(scan, at, ref day, out next);
            default: return TryDate(scan, at, ref day, out next) || TryFirstOfYesterday(scan, at, ref day, out next) || ClockReader.TryHour(scan, at, ref day, out next);
        }
    }

    private static bool TryOffset(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.Offset is not null || day.Month > 0 || day.Weekday > 0) return false;
        if (scan[at].Number == 0 && (IsQuoted(scan, at) || IsDateline(scan, at) || NumberPiece.At(scan.Document, at - 1).Kind == NumberKind.Fraction || scan.Kind(next) is TimeKind.NotDay || scan.Kind(at - 1) == TimeKind.NamesDay || NumberPiece.At(scan.Document, next) is { Kind: NumberKind.Ordinal, Article: true })) return false;
        day.Offset = Reference.OffsetOf(scan, at);
        if (day.Offset == -2 && Reference.IsFirst(scan, next)) next++;
        return true;
    }

    // A newspaper called "today", alone in quotation marks or with one word before it.
    private static bool IsQuoted(TimeScan scan, int at) =>
        IsQuote(scan, at + 1) && (IsQuote(scan, at - 1) || (scan.IsWord(at - 1) && IsQuote(scan, at - 2)));

    // "Today - Dammam": the newspaper at the head of its story.
    private static bool IsDateline(TimeScan scan, int at) => !scan.IsWord(at - 1) && (scan.Is(at + 1, '-') || scan.Is(at + 1, '\u2013')) && scan.IsWord(at + 2);

    private static bool IsQuote(TimeScan scan, int at) => scan.Is(at, '"') || scan.Is(at, Letters.OpeningQuote) || scan.Is(at, Letters.ClosingQuote) || scan.Is(at, '(') || scan.Is(at, ')');

    // "last Tuesday but one"
    private static bool TryBeforeLast(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 2;
        if (day.Weekday == 0 || day.Turn != Turn.None || scan.Kind(at + 1) != TimeKind.Turn || scan.Code(at + 1) != "past") return false;
        day.Turn = Turn.Past;
        day.Twice = true;
        return true;
    }

    private static bool TryFirstOfYesterday(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.Offset is not null || !Reference.IsFirst(scan, at)) return false;
        if (scan.Kind(next) == TimeKind.Of) next++;
        if (scan.Kind(next) != TimeKind.Day || scan[next].Number != -1) return false;
        day.Offset = -2;
        next++;
        return true;
    }

    // A second weekday behind a night is the day it turns into: "the night of Saturday Sunday".
    private static bool TryWeekday(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.Weekday > 0)
        {
            if (day.Part != TimexCode.Night || scan.IsCut(at) || (scan.Kind(at - 1) != TimeKind.Weekday && scan.Kind(at - 2) != TimeKind.Weekday)) return false;
        }
        else if (day.Month > 0 || scan.IsCut(at) && !day.IsEmpty) return false;
        else day.Weekday = scan[at].Number;
        if (scan.Is(at - 1, '(') && scan.Is(next, ')')) next++;
        else if ((scan.Is(next, '-') || scan.Is(next, '/')) && scan.Kind(next + 1) == TimeKind.Weekday && day.Part == TimexCode.Night) next += 2;
        return true;
    }

    private static bool TryPartOfDay(TimeScan scan, int at, ref DayExpression day)
    {
        if (day.Part is not null && !day.HasClock) return false;
        if (day.Part is not null && day.HasClock) return true;
        day.Part = scan.Code(at);
        return true;
    }

    // "after noon" is the afternoon; "after tomorrow" is the day after it; "after midnight of".
    private static bool TryAfter(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 2;
        if (scan.Kind(at + 1) == TimeKind.Part && scan.Code(at + 1) == TimexCode.Noon && day.Part is null)
        {
            day.Part = TimexCode.Afternoon;
            return true;
        }

        if (scan.Kind(at + 1) == TimeKind.Day && scan[at + 1].Number == 1 && day.Offset is null)
        {
            day.Offset = 2;
            return true;
        }

        return scan.Kind(at + 1) == TimeKind.Edge && TryMidnight(scan, at + 1, ref day, out next);
    }

    private static bool TryMidnight(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 2;
        if (day.Part is not null || scan.Kind(at + 1) != TimeKind.Part || scan.Code(at + 1) != TimexCode.Night) return false;
        day.Part = TimexCode.Night;
        day.Midnight = true;
        return true;
    }

    private static bool TryTurn(TimeScan scan, int at, ref DayExpression day)
    {
        if (day.Turn != Turn.None || day.YearTurn != Turn.None) return false;
        if (day is { Part: not null, Weekday: 0, Month: 0, Offset: null })
        {
            // "last night"
            if (day.Part != TimexCode.Night || scan.Code(at) != "past") return false;
            day.Offset = -1;
            return true;
        }

        if (day.Weekday == 0 && day.Month == 0 || day.Offset is not null || day.Year > 0) return false;
        day.Turn = PeriodReader.TurnOf(scan.Code(at));
        return true;
    }

    private static bool TryFirstOfMonth(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        if (day.Day > 0 || !scan.TryMonth(at + 1, out var month, out var hijri, out next)) return false;
        (day.Day, day.Month, day.Hijri) = (1, month, hijri);
        next = DateReader.Year(scan, next, ref day);
        return true;
    }

    private static bool TryUnit(TimeScan scan, int at, ref DayExpression day, out int next)
    {
        next = at + 1;
        return scan.Code(at) switch
        {
            "day" => day.IsEmpty | day.Part is not null && TryDayWord(scan, at, ref day, out next),
            "hour" => ClockReader.TryClock(scan, at, ref day, out next),
            "month" => DateReader.TryNamedMonth(scan, at, ref day, out next),
            _ => false,
        };
    }

    // "day" counts only with what makes it one: a weekday, a date, "of yesterday".
    private static bool TryDayWord(TimeScan scan, int at, ref DayExpression day, out int next) => TryPart(scan, at + 1, ref day, out next);

    private static bool TryDate(TimeScan scan, int at, ref DayExpression day, out int next) =>
        DateReader.TryNumeric(scan, at, ref day, out next) || DateReader.TryDayAndMonth(scan, at, ref day, out next) || DateReader.TryMonth(scan, at, ref day, out next);
}
