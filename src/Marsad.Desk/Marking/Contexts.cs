namespace Marsad.Desk.Marking;

/// <summary>Cuts the surroundings of a quotation at its paragraph, else at a word.</summary>
internal static class Contexts
{
    public static string Before(string text)
    {
        var paragraph = text.LastIndexOf('\n');
        if (paragraph >= 0) return text[(paragraph + 1)..];
        var word = text.IndexOf(' ', StringComparison.Ordinal);
        return word < 0 ? "" : "…" + text[word..];
    }

    public static string After(string text)
    {
        var paragraph = text.IndexOf('\n', StringComparison.Ordinal);
        if (paragraph >= 0) return text[..paragraph];
        var word = text.LastIndexOf(' ');
        return word < 0 ? text : text[..(word + 1)] + "…";
    }
}
