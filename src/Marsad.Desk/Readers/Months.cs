using System.Globalization;

namespace Marsad.Desk.Readers;

/// <summary>Month names as a reader's country says them: January has at least four Arabic names.</summary>
internal static class Months
{
    // One country stands for each way: Egypt and the Gulf, the Levant and Iraq, Algeria and Tunisia, Morocco.
    public const string Default = "EG";
    public static readonly IReadOnlyList<string> Countries = ["EG", "IQ", "DZ", "MA"];

    private static readonly Dictionary<string, string[]> Names = Countries.ToDictionary(c => c, c => NamesIn("ar-" + c), StringComparer.Ordinal);
    private static readonly string[] English = NamesIn("en-GB");

    public static string Name(int month, string language, string country) =>
        (language == "ar" ? Names.GetValueOrDefault(country) ?? Names[Default] : English)[month - 1];

    /// <summary>Which of the four ways the country of a culture such as "ar-SY" follows.</summary>
    public static string CountryLike(string region) => region switch
    {
        "IQ" or "SY" or "LB" or "JO" or "PS" => "IQ",
        "DZ" or "TN" => "DZ",
        "MA" or "EH" => "MA",
        _ => Default,
    };

    private static string[] NamesIn(string culture)
    {
        var format = (DateTimeFormatInfo)CultureInfo.GetCultureInfo(culture).DateTimeFormat.Clone();
        format.Calendar = new GregorianCalendar();
        return format.MonthNames[..12];
    }
}
