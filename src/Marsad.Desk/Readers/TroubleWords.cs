namespace Marsad.Desk.Readers;

/// <summary>Turns trouble codes into words for people: the code's own phrase, else its room's, so that every code says something.</summary>
internal static class TroubleWords
{
    public static string Of(string code, Words words) =>
        words.Find("trouble." + code) ?? (code.Length >= 2 ? words.Find("trouble." + code[..2]) : null) ?? words["trouble.other"];
}
