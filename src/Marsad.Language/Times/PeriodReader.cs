using System.Globalization;
using Marsad.Language.Figures;
using Marsad.Language.Text;

namespace Marsad.Language.Times;

/// <summary>Reads weeks, months, years and seasons said by their turn ("last week", "this year", "the beginning of the month"), and how long ago.</summary>
internal static class PeriodReader
{
    public static Turn TurnOf(string code) => code switch { "past" => Turn.Past, "next" => Turn.Next, _ => Turn.This };

    /// <summary>The TIMEX3 value of the period that begins at <paramref name="token"/>; null where none does.</summary>
    /// <param name="today">The day that "this" means; null where unknown, then only absolute years are read.</param>
    public static string? Read(TimeScan scan, int token, DateOnly? today, out int end)
    {
        end = token + 1;
        return scan.Kind(token) switch
        {
            TimeKind.Edge => Edge(scan, token, today, out end),
            TimeKind.This => This(scan, token, today, out end),
            TimeKind.Unit or TimeKind.Units => Unit(scan, token, today, out end),
            TimeKind.Season => Season(scan, token, today, out end),
            TimeKind.Before => Ago(scan, token, today, out end),
            TimeKind.Tens => Decade(scan, token, out end),
            TimeKind.Moment => Moment(scan, token, out end),
            TimeKind.Adjective when scan.Kind(token + 1) == TimeKind.Soon => Plain(TimexCode.Future, scan, token + 1, out end),
            TimeKind.FutureNoun => Plain(TimexCode.Future, scan, token, out end),
            TimeKind.Reference when IsFinally(scan, token) => null,
            TimeKind.Reference => Plain(scan.Code(token), scan, token, out end),
            _ => null,
        };
    }

    // At the head of its clause the word for "lately" says "finally".
    private static bool IsFinally(TimeScan scan, int token) => scan.Folded(token) is [.., '\u062E', Letters.Yeh, Letters.Reh, Letters.Alef] && (scan.IsJoined(token) || !scan.IsWord(token - 1));

    private static string? Plain(string value, TimeScan scan, int token, out int end)
    {
        end = token + 1;
        if (scan.Kind(end) == TimeKind.Adjective) end++;
        return value;
    }

    // "the nineties [of the last century]": said in this century they are the last one's.
    private static string Decade(TimeScan scan, int token, out int end)
    {
        var named = scan.Kind(token + 1) == TimeKind.Unit && scan.Code(token + 1) == "century" && scan.Kind(token + 2) == TimeKind.Turn;
        end = named ? token + 3 : token + 1;
        return "19" + scan.Code(token);
    }

    // "the present time"
    private static string? Moment(TimeScan scan, int token, out int end)
    {
        end = token + 2;
        return scan.Kind(token + 1) == TimeKind.Turn && scan.Code(token + 1) == "this" || scan.Kind(token + 1) == TimeKind.This && scan.Folded(token) is [.., Letters.Noon, Letters.Alef] ? TimexCode.Present : null;
    }

    private static string? Edge(TimeScan scan, int token, DateOnly? today, out int end)
    {
        var unit = scan.Kind(token + 1) == TimeKind.Of ? token + 2 : token + 1;
        end = unit + 1;
        if (IsYearNumber(scan, unit)) return scan.Folded(unit).ToString();
        if (scan.Kind(unit) == TimeKind.Tens) return Decade(scan, unit, out end);
        if (scan.Kind(unit) == TimeKind.This) return This(scan, unit, today, out end);
        if (scan.Kind(unit) is not (TimeKind.Unit or TimeKind.Units)) return null;
        var value = Unit(scan, unit, today, out end);
        if (value is not null || today is null) return value;
        end = unit + 1;
        return HasArticle(scan, unit) && scan.Code(unit) != "season" ? Shift(scan.Code(unit), Turn.This, today.Value) : null;
    }

    private static string? This(TimeScan scan, int token, DateOnly? today, out int end)
    {
        end = token + 2;
        if (today is { } now && scan.Kind(token + 1) == TimeKind.Season && HasArticle(scan, token + 1)) return $"{now.Year:0000}-{scan.Code(token + 1)}";
        if (scan.Code(token + 1) == "period" && scan.Folded(token - 1) is [Letters.Meem, '\u062B', Letters.Lam]) return null; // "at such a time of the year"
        if (today is null || scan.Kind(token + 1) is not (TimeKind.Unit or TimeKind.Units) || scan.Folded(token)[^1] == Letters.Teh || scan.Code(token + 1) is "decade" || !HasArticle(scan, token + 1)) return null;
        return scan.Kind(token + 1) == TimeKind.Units || scan.Code(token + 1) == "period" ? TimexCode.Present : Shift(scan.Code(token + 1), Turn.This, today.Value);
    }

    private static string? Unit(TimeScan scan, int token, DateOnly? today, out int end)
    {
        var code = scan.Code(token);
        var next = SkipAdjectives(scan, token + 1);
        if (code == "season" && scan.Kind(next) == TimeKind.NotDay) next++; // "the sports season"
        end = next + 1;
        if (code == "year" && IsYearNumber(scan, next)) return YearNumber(scan, next, out end);
        if (code is "quarter" or "half") return PartOfYear(scan, token, today, out end);
        var twice = scan.Kind(next) == TimeKind.Before ? 1 : 0;
        if (scan.Is(next, '"') || scan.Is(next, Letters.ClosingQuote)) next++;
        next += twice;
        end = next + 1;
        if (scan.Kind(next) != TimeKind.Turn || !HasArticle(scan, token)) return null;
        if (scan.Code(next) == "past" && code == "year" && IsAdjectiveGeneral(scan, token)) return null;
        var turn = TurnOf(scan.Code(next));
        // "six of the last months" is how long, not when.
        if (scan.Kind(token) == TimeKind.Units && NumberPiece.At(scan.Document, token - 1).Kind is NumberKind.Unit or NumberKind.ScalePlural) return null;
        if (IsLastOf(scan, next)) return null;
        if (code == "minute") return null; // of a match
        if (code == "period" || scan.Kind(token) == TimeKind.Units) return ReferenceOf(turn);
        return today is null ? null : Shift(code, turn, today.Value, 1 + twice, next > token + 1 && IsAcademic(scan, token + 1));
    }

    // "the last month of her leave"
    private static bool IsLastOf(TimeScan scan, int turn) => scan.Folded(turn) is [Letters.Alef, Letters.Lam, Letters.Alef, '\u062E', Letters.Yeh, Letters.Reh, ..] && scan.Kind(turn + 1) == TimeKind.Of;

    // "the secretary-general, the former": the same word is "year" and "general".
    private static bool IsAdjectiveGeneral(TimeScan scan, int token) =>
        !scan.IsCut(token) && HasArticle(scan, token - 1) && scan.Kind(token - 1) == TimeKind.None && scan.Folded(token).Length == 5;

    private static bool IsAcademic(TimeScan scan, int token) => scan.Kind(token) == TimeKind.Adjective && scan.Code(token) == "academic";

    private static string ReferenceOf(Turn turn) => turn switch { Turn.Past => TimexCode.Past, Turn.Next => TimexCode.Future, _ => TimexCode.Present };

    private static int SkipAdjectives(TimeScan scan, int at)
    {
        while (scan.Kind(at) == TimeKind.Adjective) at++;
        return at;
    }

    private static bool HasArticle(TimeScan scan, int token) => Letters.HasArticle(scan.Folded(token));

    /// <summary>Four digits that are a year, not a count: no unit or counted noun may be meant.</summary>
    public static bool IsYearNumber(TimeScan scan, int token) => scan.IsNumber(token) && DateReader.IsYear(scan.Digits(token), false) || DateReader.IsYear(scan.Digits(token), true) && scan.Kind(token - 1) == TimeKind.Unit;

    private static string? YearNumber(TimeScan scan, int at, out int end)
    {
        end = DateReader.SkipEra(scan, at + 1);
        var year = scan.Digits(at);
        if (!DateReader.IsYear(year, true)) return year.ToString("0000", CultureInfo.InvariantCulture);
        return Hijri.Year(year)?.ToString("0000", CultureInfo.InvariantCulture);
    }

    // "the second quarter of 2015", "the first half of the current year"
    private static string? PartOfYear(TimeScan scan, int token, DateOnly? today, out int end)
    {
        end = token + 1;
        if (!scan.TryOrdinal(token + 1, out var number, out var next) || number > 4) return null;
        end = next;
        if (scan.Kind(next) == TimeKind.Of) next++;
        var letter = scan.Code(token) == "quarter" ? "Q" : "H";
        var year = IsYearNumber(scan, next) ? Plain(scan.Folded(next).ToString(), scan, next, out end)
            : scan.Kind(next) == TimeKind.Unit && scan.Code(next) == "year" ? Unit(scan, next, today, out end) ?? (today is { } day ? Plain($"{day.Year:0000}", scan, next, out end) : null)
            // "profits of the second quarter"; a half without its year is more often a match's.
            : letter == "Q" && HasArticle(scan, token) ? today?.Year.ToString("0000", CultureInfo.InvariantCulture) : null;
        return year is null ? null : $"{year}-{letter}{number}";
    }

    private static string? Season(TimeScan scan, int token, DateOnly? today, out int end)
    {
        end = token + 2;
        var at = scan.Kind(token + 1) == TimeKind.Unit && scan.Code(token + 1) == "year" ? token + 2 : token + 1;
        if (IsYearNumber(scan, at))
        {
            end = at + 1;
            return $"{scan.Digits(at):0000}-{scan.Code(token)}";
        }

        // "the summer of this year"
        if (scan.Kind(token + 1) == TimeKind.This && !scan.IsCut(token + 1) && scan.Kind(token + 2) == TimeKind.Unit && scan.Code(token + 2) == "year" && today is { } now)
        {
            end = token + 3;
            return $"{now.Year:0000}-{scan.Code(token)}";
        }

        if (scan.Kind(token + 1) != TimeKind.Turn || today is null || !HasArticle(scan, token)) return null;
        var starts = scan.Code(token) switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        var year = TurnOf(scan.Code(token + 1)) switch
        {
            Turn.Past => today.Value.Month >= starts + 3 ? today.Value.Year : today.Value.Year - 1,
            Turn.Next => today.Value.Month >= starts ? today.Value.Year + 1 : today.Value.Year,
            _ => today.Value.Year,
        };
        return $"{year:0000}-{scan.Code(token)}";
    }

    // "three days ago"; but "three days before the election" counts from another day.
    private static string? Ago(TimeScan scan, int token, DateOnly? today, out int end)
    {
        // "about five months ago"
        var at = scan.Kind(token + 1) == TimeKind.At ? token + 2 : token + 1;
        decimal count = 1;
        end = at + 1;
        if (today is null) return null;
        if (scan.Kind(at) == TimeKind.TwoUnits) count = 2;
        else if (ArabicNumbers.TryRead(scan.Document, at, out var reading) && reading.Value is >= 2 and <= 5000 && !reading.IsFraction) (count, at) = (reading.Value, reading.End);
        else if (scan.Kind(at) == TimeKind.Units || HasArticle(scan, at)) return null;
        end = at + 1;
        if (count == 1 && (scan.TryMonth(end, out _, out _, out _) || scan.Code(at) == "decade" && HasArticle(scan, end))) return null; // "before the month of Ramadan", "before holding the meeting"
        if (scan.Kind(at) is not (TimeKind.Unit or TimeKind.Units or TimeKind.TwoUnits) || scan.Kind(end) == TimeKind.Of || count != Math.Floor(count)) return null;
        return scan.Code(at) == "day" ? $"{today.Value.AddDays(-(int)count):yyyy-MM-dd}" : Shift(scan.Code(at), Turn.Past, today.Value, (int)count);
    }

    /// <summary>The TIMEX3 value of a unit so many turns away.</summary>
    public static string? Shift(string unit, Turn turn, DateOnly today, int count = 1, bool academic = false)
    {
        var by = turn switch { Turn.Past => -count, Turn.Next => count, _ => 0 };
        // The school year that comes next begins in the autumn of this year.
        if (academic && by == 1 && today.Month < 9) by = 0;
        if (today.Year + by is < 1 or > 9998) return null;
        return unit switch
        {
            "week" => Week(today.AddDays(7 * by)),
            "month" => $"{today.AddMonths(by):yyyy-MM}",
            "year" => $"{today.Year + by:0000}",
            "season" => $"{SeasonYear(turn, today):0000}",
            "century" => $"{(today.Year / 100) + by:00}",
            "decade" => $"{(today.Year / 10) + by:000}",
            "day" => turn == Turn.This ? $"{today:yyyy-MM-dd}" : null,
            _ => null,
        };
    }

    // A season of sports or pilgrims is called by the year it begins in, which is in summer; until autumn the next one is this year's.
    private static int SeasonYear(Turn turn, DateOnly today)
    {
        var current = today.Month >= 7 ? today.Year : today.Year - 1;
        return turn switch { Turn.Past => current - 1, Turn.Next => today.Month <= 8 ? today.Year : current + 1, _ => current };
    }

    private static string Week(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return $"{ISOWeek.GetYear(at):0000}-W{ISOWeek.GetWeekOfYear(at):00}";
    }
}
