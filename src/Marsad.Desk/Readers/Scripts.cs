namespace Marsad.Desk.Readers;

/// <summary>Which way the text of a language runs.</summary>
internal static class Scripts
{
    private static readonly HashSet<string> RightToLeft = new(["ar", "arz", "ary", "fa", "ur", "ckb", "ps", "ug", "sd", "he", "yi", "dv"], StringComparer.OrdinalIgnoreCase);

    /// <summary>"rtl" or "ltr", by the language subtag of a BCP 47 tag.</summary>
    public static string DirectionOf(string language) => RightToLeft.Contains(language.Split('-')[0]) ? "rtl" : "ltr";
}
