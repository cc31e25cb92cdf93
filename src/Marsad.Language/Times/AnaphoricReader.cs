namespace Marsad.Language.Times;

/// <summary>Reads what takes up a time told before: "that day", "the same day", "that year".</summary>
internal static class AnaphoricReader
{
    private const int DayLength = 10;
    private const int YearLength = 4;

    /// <summary>Whether such words begin at <paramref name="token"/>; where nothing was told before, <paramref name="value"/> is null and they name no time.</summary>
    public static bool TryRead(TimeScan scan, int token, List<TimeExpression> before, out string? value)
    {
        value = null;
        if (scan.Kind(token) is not (TimeKind.That or TimeKind.Same)) return false;
        var isDay = scan.Kind(token + 1) == TimeKind.Day && scan[token + 1].Number == 0;
        if (!isDay && !(scan.Kind(token) == TimeKind.That && scan.Kind(token + 1) == TimeKind.Unit && scan.Code(token + 1) == "year")) return false;
        for (var i = before.Count - 1; i >= 0 && value is null; i--) value = Told(before[i].Value, isDay ? DayLength : YearLength);
        return true;
    }

    // A day has its hyphens, a year begins with four digits.
    private static string? Told(string value, int length) =>
        value.Length >= length && value.AsSpan(0, YearLength).IndexOfAnyExceptInRange('0', '9') < 0 && (length == YearLength || value[4] == '-' && value[7] == '-') ? value[..length] : null;
}
