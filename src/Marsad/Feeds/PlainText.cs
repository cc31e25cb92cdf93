using System.Net;
using System.Text;

namespace Marsad.Feeds;

/// <summary>Titles as people read them: tags and references gone, white space single. Feeds escape titles once, twice or not at all.</summary>
internal static class PlainText
{
    private const int Longest = 1000;

    /// <summary>Null if nothing is left.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > 8 * Longest) text = text[..(8 * Longest)];
        var plain = Single(WithoutTags(WebUtility.HtmlDecode(WithoutTags(text))));
        return plain.Length == 0 ? null : plain.Length <= Longest ? plain : plain[..Longest];
    }

    private static string WithoutTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal)) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!OpensTag(text, i)) kept.Append(text[i]);
            else if (text.IndexOf('>', i) is var end and > 0) i = end;
            else break;
        }

        return kept.ToString();
    }

    // "3 < 5" opens nothing.
    private static bool OpensTag(string text, int i) =>
        text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!');

    private static string Single(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) kept.Append(c);
            else if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
        }

        return kept.ToString().TrimEnd();
    }
}
