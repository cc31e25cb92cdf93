namespace Marsad.Reading.Meta;

/// <summary>The words before a writer's name.</summary>
internal static class Byline
{
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(" :-/");

    private const int LongestSignOff = 48;

    private static readonly string[] Cues = ["by ", "von ", "par ", "por ", "di ", "door ", "text: ", "text von ", "words by ", "written by ", "av ", "af ", "oleh "];

    public static bool StartsWithCue(string text) => CueLength(text) > 0;

    /// <summary>The name without "By", ""kataba:"", ""bi-qalam -"".</summary>
    public static string WithoutCue(string text)
    {
        text = Headline.Clean(text);
        foreach (var cue in Cues)
            if (text.StartsWith(cue, StringComparison.OrdinalIgnoreCase)) return text[cue.Length..].Trim();
        return text[CueLength(text)..].Trim(" :-\u2013\u2014/|".ToCharArray());
    }

    /// <summary>Takes a cue and a known writer off the head of the text, also where the page glues them to the first word.</summary>
    public static void TakeOff(List<string> paragraphs, IReadOnlyList<string> writers)
    {
        if (paragraphs.Count == 0 || CueLength(paragraphs[0]) is var cue && cue == 0) return;
        var rest = paragraphs[0][cue..].TrimStart();
        if (writers.FirstOrDefault(name => rest.StartsWith(name, StringComparison.Ordinal)) is not { } writer || rest.Length == writer.Length) return;
        paragraphs[0] = rest[writer.Length..].TrimStart(" :-\u2013\u2014/|".ToCharArray());
    }

    /// <summary>Takes a last line that is nothing but a cue and a name off the text.</summary>
    /// <returns>The name; null where the text does not end so.</returns>
    public static string? SignOff(List<string> paragraphs)
    {
        if (paragraphs.Count < 2 || paragraphs[^1] is not { Length: <= LongestSignOff } last || last[^1] is '.' or '!' or '\u061F' || !last.Contains(':') || !StartsWithCue(last)) return null;
        paragraphs.RemoveAt(paragraphs.Count - 1);
        return WithoutCue(last);
    }

    /// <summary>Cues are of two words or one; what follows is the name.</summary>
    private static int CueLength(string text)
    {
        var first = text.IndexOfAny(Ends);
        if (first < 2) return 0;
        var second = first + 1 < text.Length ? text.AsSpan(first + 1).IndexOfAny(Ends) : -1;
        if (second > 0 && PageWords.BylineCues.Contains(PageWords.Normal(text.AsSpan(0, first + 1 + second)))) return first + 2 + second;
        return PageWords.BylineCues.Contains(PageWords.Normal(text.AsSpan(0, first))) ? first + 1 : 0;
    }
}
