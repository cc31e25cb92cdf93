namespace Marsad.Language.Times;

/// <summary>Parts of the day and references as TIMEX3 writes them (ISO-TimeML, TimeML 1.2.1 annotation guidelines).</summary>
internal static class TimexCode
{
    public const string Morning = "TMO";
    public const string Afternoon = "TAF";
    public const string Evening = "TEV";
    public const string Night = "TNI";

    /// <summary>Noon of a named day is a time, not a part: it is written T12:00.</summary>
    public const string Noon = "TNOON";
    public const string Present = "PRESENT_REF";
    public const string Past = "PAST_REF";
    public const string Future = "FUTURE_REF";
}
