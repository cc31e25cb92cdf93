namespace Marsad.Language.Times;

internal enum Turn : byte { None, Past, This, Next }

/// <summary>What the words of one date said, before they are resolved.</summary>
internal struct DayExpression
{
    /// <summary>Days from the day of publication; null where no such word stood.</summary>
    public int? Offset;

    /// <summary>ISO weekday; 0 where none stood.</summary>
    public int Weekday;
    public Turn Turn;

    /// <summary>The one before the last.</summary>
    public bool Twice;
    public int Day;
    public int Month;
    public bool Hijri;
    public int Year;
    public Turn YearTurn;

    /// <summary>TIMEX3 code of the part of the day.</summary>
    public string? Part;
    public int Hour;
    public int Minute;
    public bool HasClock;

    /// <summary>The midnight that ends the day.</summary>
    public bool Midnight;

    /// <summary>The month is named as "this month" or "the same month", or only a turn stood behind the day.</summary>
    public bool ByTurnOnly;
    public int End;

    public readonly bool IsEmpty => Offset is null && Weekday == 0 && Month == 0 && Part is null && !HasClock && !ByTurnOnly;

    public readonly bool HasDay => Offset is not null || Weekday > 0 || Day > 0 || ByTurnOnly;
}
