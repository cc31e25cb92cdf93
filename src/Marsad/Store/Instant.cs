using System.Globalization;

namespace Marsad.Store;

/// <summary>Instants as the store writes them: UTC, to the second, so that their order is the order of their text.</summary>
public static class Instant
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string ToText(DateTimeOffset instant) => instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text was not written by <see cref="ToText"/>.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
