namespace Marsad.Reading.Meta;

/// <summary>The words before a writer's name.</summary>
internal static class Byline
{
    private static readonly string[] Cues = ["by ", "von ", "par ", "por ", "di ", "door ", "text: ", "text von ", "words by ", "written by ", "av ", "af ", "oleh "];

    public static bool StartsWithCue(string text) => CueLength(text) > 0;

    /// <summary>The name without "By", "كتب:", "بقلم -".</summary>
    public static string WithoutCue(string text)
    {
        text = Headline.Clean(text);
        foreach (var cue in Cues)
            if (text.StartsWith(cue, StringComparison.OrdinalIgnoreCase)) return text[cue.Length..].Trim();
        return text[CueLength(text)..].Trim(" :-\u2013\u2014/|".ToCharArray());
    }

    private static int CueLength(string text)
    {
        var end = text.IndexOfAny([' ', ':', '-', '/']);
        if (end < 2 || !PageWords.BylineCues.Contains(PageWords.Normal(text.AsSpan(0, end)))) return 0;
        return end + 1;
    }
}
