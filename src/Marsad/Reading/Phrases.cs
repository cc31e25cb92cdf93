using System.Collections.Frozen;

namespace Marsad.Reading;

/// <summary>The lines that stand round an article, in the languages of the web. Arabic ones are in lang/ar/pages.</summary>
internal static class Phrases
{
    /// <summary>A line that starts with such a phrase is furniture only up to this length: a sentence may start with the same words.</summary>
    public const int LongestStarted = 220;

    private static readonly FrozenSet<string> Lines = Of("line").ToFrozenSet();
    private static readonly FrozenSet<string> Ends = Of("end").ToFrozenSet();
    private static readonly FrozenSet<string> Related = Of("related").ToFrozenSet();
    private static readonly FrozenDictionary<char, string[]> Starts = Of("start").GroupBy(start => start[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static bool IsFurniture(string line) => line.Length <= 64 && (Lines.Contains(Normal(line)) || PageWords.IsFurniture(line));

    /// <summary>A heading over other articles, comments or the author: the article has ended before it, or a box begins.</summary>
    public static bool IsOtherHeading(string line) => line.Length <= 64 && (Normal(line) is var normal && (Ends.Contains(normal) || Related.Contains(normal)) || PageWords.IsRelatedHeading(line));

    /// <summary>A heading over articles on the same subject, and not over the newest or the most read.</summary>
    public static bool IsLeadHeading(string line)
    {
        var normal = Normal(line);
        return PageWords.IsLeadHeading(line) || Related.Contains(normal) || normal.Contains("relat", StringComparison.Ordinal) || normal.Contains("also", StringComparison.Ordinal) || normal.StartsWith("read", StringComparison.Ordinal);
    }

    public static bool StartsFurniture(string line)
    {
        if (line.Length > LongestStarted || line.Length == 0 || !Starts.TryGetValue(char.ToLowerInvariant(line[0]), out var starts)) return false;
        foreach (var start in starts)
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static string Normal(string line) => line.Trim(" :.\u2026-\u2013\u2014|\u2022*>\u00BB\u00AB<()[]!#/".ToCharArray()).ToLowerInvariant();

    private static IEnumerable<string> Of(string kind) => PageData.Rows("phrases.tsv").Where(row => row[1] == kind).Select(row => kind == "start" ? row[0].ToLowerInvariant() : Normal(row[0])).Where(phrase => phrase.Length > 0);
}
