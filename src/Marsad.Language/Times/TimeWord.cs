using System.Globalization;
using Marsad.Language.Data;

namespace Marsad.Language.Times;

/// <summary>What a word does inside a date or time.</summary>
internal enum TimeKind : byte
{
    None,

    /// <summary>A day counted from the day of publication: yesterday, today, tomorrow.</summary>
    Day,

    /// <summary>A part of the day, with its TIMEX3 code.</summary>
    Part,
    Unit,
    Units,

    /// <summary>A unit in the dual: two weeks.</summary>
    TwoUnits,

    /// <summary>last, next, this: stands behind its unit.</summary>
    Turn,

    /// <summary>this, before its unit.</summary>
    This,
    Same,

    /// <summary>that, before a day or year told before.</summary>
    That,

    /// <summary>Beginning, middle or end of a period.</summary>
    Edge,

    /// <summary>Adjectives that may stand between a unit and its turn: few, near, academic.</summary>
    Adjective,
    Era,
    Season,

    /// <summary>A feast, or the word that tells which; its number is the Hijri month, 0 for either feast.</summary>
    Feast,

    /// <summary>A word that is PRESENT_REF, PAST_REF or FUTURE_REF by itself.</summary>
    Reference,
    FutureNoun,

    /// <summary>Behind "near" it makes the future of it.</summary>
    Soon,

    /// <summary>time, moment: needs "present" behind it.</summary>
    Moment,

    /// <summary>The first of a month, as the Maghreb says it.</summary>
    First,

    /// <summary>Behind "the day" it makes a name or an ordinal of it: the National Day, the first day.</summary>
    NotDay,

    /// <summary>Before "today" it makes a newspaper's name of it.</summary>
    NamesDay,
    Of,
    Before,
    After,
    Less,
    Third,
    Zone,
    At,
    HourOne,

    /// <summary>The nineties, by their tens.</summary>
    Tens,
    Meridian,
    Month,
    HijriMonth,
    Weekday,
}

/// <summary>A word of lang/ar/timewords.tsv, weekdays.tsv or months.tsv.</summary>
/// <param name="Number">Month, ISO weekday or offset in days.</param>
/// <param name="Code">What the file says in its last column.</param>
internal readonly record struct TimeWord(TimeKind Kind, int Number, string Code)
{
    public static readonly Lexicon<TimeWord> Words = new(
        Table.Rows("timewords.tsv").Select(row => KeyValuePair.Create(row[0], Read(row)))
            .Concat(Table.Rows("weekdays.tsv").Select(row => KeyValuePair.Create(row[0], Numbered(TimeKind.Weekday, row[1]))))
            .Concat(Table.Rows("months.tsv").Where(row => row[1] != "jalali").Select(row => KeyValuePair.Create(row[0], Numbered(row[1] == "hijri" ? TimeKind.HijriMonth : TimeKind.Month, row[2])))));

    /// <summary>The first words of months that are called by two.</summary>
    public static readonly Lexicon<bool> MonthStarts = new(
        Table.Rows("months.tsv").Where(row => row[0].Contains(' ', StringComparison.Ordinal)).Select(row => KeyValuePair.Create(row[0].Split(' ')[0], true)));

    private static TimeWord Numbered(TimeKind kind, string number) => new(kind, int.Parse(number, CultureInfo.InvariantCulture), number);

    private static TimeWord Read(string[] row) =>
        new(KindOf(row[1]), int.TryParse(row[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0, row[2]);

    private static TimeKind KindOf(string kind) => kind switch
    {
        "none" => TimeKind.None,
        "day" => TimeKind.Day,
        "part" => TimeKind.Part,
        "unit" => TimeKind.Unit,
        "units" => TimeKind.Units,
        "tens" => TimeKind.Tens,
        "hourone" => TimeKind.HourOne,
        "unit2" => TimeKind.TwoUnits,
        "turn" => TimeKind.Turn,
        "this" => TimeKind.This,
        "same" => TimeKind.Same,
        "that" => TimeKind.That,
        "feast" => TimeKind.Feast,
        "soon" => TimeKind.Soon,
        "edge" => TimeKind.Edge,
        "adjective" => TimeKind.Adjective,
        "era" => TimeKind.Era,
        "season" => TimeKind.Season,
        "ref" => TimeKind.Reference,
        "future" => TimeKind.FutureNoun,
        "time" => TimeKind.Moment,
        "first" => TimeKind.First,
        "notday" => TimeKind.NotDay,
        "namesday" => TimeKind.NamesDay,
        "of" => TimeKind.Of,
        "before" => TimeKind.Before,
        "after" => TimeKind.After,
        "less" => TimeKind.Less,
        "third" => TimeKind.Third,
        "zone" => TimeKind.Zone,
        "at" => TimeKind.At,
        "meridian" => TimeKind.Meridian,
        _ => throw new InvalidOperationException($"timewords.tsv: unknown kind {kind}"),
    };
}
