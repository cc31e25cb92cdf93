using System.Collections.Frozen;
using System.Globalization;
using Marsad.Language.Data;
using Marsad.Language.Text;

namespace Marsad.Reading.Times;

/// <summary>The calendar that a month word belongs to.</summary>
internal enum MonthCalendar
{
    Gregorian,
    Hijri,
    Jalali,
}

internal readonly record struct MonthWord(int Number, MonthCalendar Calendar);

/// <summary>Month words as they are met on pages: Arabic ones of all families and Jalali ones from lang/ar/months.tsv, those of other languages from the cultures of the platform.</summary>
internal static class DateWords
{
    /// <summary>Month names of two words ("كانون الثاني").</summary>
    public const int LongestName = 2;

    private static readonly string[] Cultures = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "sv", "nb", "da", "fi", "cs", "id", "ro", "hu", "fa"];

    private static readonly FrozenDictionary<string, MonthWord> Words = Build();

    public static bool TryMonth(string word, out MonthWord month) => Words.TryGetValue(Folding.Fold(word).TrimEnd('.').ToLowerInvariant(), out month);

    private static FrozenDictionary<string, MonthWord> Build()
    {
        var words = new Dictionary<string, MonthWord>();
        foreach (var row in Table.Rows("months.tsv"))
            words.TryAdd(Folding.Fold(row[0]), new MonthWord(int.Parse(row[2], CultureInfo.InvariantCulture), Enum.Parse<MonthCalendar>(row[1], ignoreCase: true)));
        foreach (var culture in Cultures) Add(words, CultureInfo.GetCultureInfo(culture).DateTimeFormat);
        words.Remove("");
        return words.ToFrozenDictionary();
    }

    private static void Add(Dictionary<string, MonthWord> words, DateTimeFormatInfo format)
    {
        if (format.Calendar is not GregorianCalendar) return;
        for (var i = 0; i < 12; i++)
            foreach (var name in new[] { format.MonthNames[i], format.MonthGenitiveNames[i], format.AbbreviatedMonthNames[i], format.AbbreviatedMonthGenitiveNames[i] })
                words.TryAdd(Folding.Fold(name).TrimEnd('.').ToLowerInvariant(), new MonthWord(i + 1, MonthCalendar.Gregorian));
    }
}
