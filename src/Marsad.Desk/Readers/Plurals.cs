namespace Marsad.Desk.Readers;

/// <summary>The plural categories of Unicode CLDR.</summary>
public enum PluralForm { Zero, One, Two, Few, Many, Other }

/// <summary>Which plural form a whole number takes (CLDR plural rules, cardinal).</summary>
internal static class Plurals
{
    private static readonly PluralForm[] English = [PluralForm.One, PluralForm.Other];
    private static readonly PluralForm[] Arabic = Enum.GetValues<PluralForm>();

    public static IReadOnlyList<PluralForm> FormsOf(string language) => language == "ar" ? Arabic : English;

    public static PluralForm Of(string language, long count) => language == "ar" ? OfArabic(count) : count == 1 ? PluralForm.One : PluralForm.Other;

    private static PluralForm OfArabic(long count) => count switch
    {
        0 => PluralForm.Zero,
        1 => PluralForm.One,
        2 => PluralForm.Two,
        _ => (count % 100) switch
        {
            >= 3 and <= 10 => PluralForm.Few,
            >= 11 => PluralForm.Many,
            _ => PluralForm.Other,
        },
    };
}
