using System.Text.RegularExpressions;

namespace Marsad.Eval.Scoring;

/// <summary>The spelling in which names are compared, the same as tools/score.py uses: no marks, one alef, no quotes, "to the" as "the".</summary>
internal static partial class Normal
{
    public static string Of(string? words)
    {
        var text = Marks().Replace(words ?? "", "");
        text = Alefs().Replace(text, "\u0627").Replace('\u0649', '\u064A').Replace('\u0629', '\u0647').Replace('\u06AF', '\u0643').Replace('\u067E', '\u0628');
        text = Punctuation().Replace(text, " ");
        text = FusedArticle().Replace(text, "$1\u0627\u0644");
        return Spaces().Replace(text, " ").Trim();
    }

    public static HashSet<string> Words(string? words) => [.. Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Equal, or one a variant of the other.</summary>
    public static bool SameName(string? gold, string? found, IReadOnlyDictionary<string, HashSet<string>> variants)
    {
        string a = Of(gold), b = Of(found);
        if (a.Length == 0 || b.Length == 0) return false;
        return a == b || (variants.TryGetValue(a, out var same) && same.Contains(b));
    }

    /// <summary>The share of words that both have.</summary>
    public static double Shared(string? gold, string? found)
    {
        HashSet<string> a = Words(gold), b = Words(found);
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Intersect(b).Count() / a.Union(b).Count();
    }

    [GeneratedRegex("[\u0610-\\u061A\u064B-\u065F\u0670\u0640\\u200C-\\u200F]")]
    private static partial Regex Marks();

    [GeneratedRegex("[\u0623\u0625\u0622\u0671]")]
    private static partial Regex Alefs();

    [GeneratedRegex("[\u00AB\u00BB\"\u201C\u201D\u201E'\u2018\u2019()\\[\\]\u060C,.:\u061B!\u061F?]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"(^|\s)\u0644\u0644")]
    private static partial Regex FusedArticle();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
