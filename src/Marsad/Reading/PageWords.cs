using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Text;

namespace Marsad.Reading;

/// <summary>How an agency is credited.</summary>
internal enum CreditKind
{
    /// <summary>By a name that means nothing else.</summary>
    Name,

    /// <summary>"Agencies", without saying which.</summary>
    Many,

    /// <summary>By a name that is an ordinary word too.</summary>
    Word,
}

internal sealed record AgencyCredit(string Printed, string Agency, CreditKind Kind);

/// <summary>The words that stand round an article on a page, from lang/ar/pages.</summary>
internal static class PageWords
{
    public static FrozenDictionary<string, AgencyCredit> Agencies { get; } = Table.Rows("pages/agencies.tsv")
        .Select(row => new AgencyCredit(Normal(row[0]), row[1], row.Length < 3 || row[2].Length == 0 ? CreditKind.Name : row[2] == "many" ? CreditKind.Many : CreditKind.Word))
        .DistinctBy(credit => credit.Printed).ToFrozenDictionary(credit => credit.Printed);

    /// <summary>The longest credit, in words.</summary>
    public static int LongestCredit { get; } = Agencies.Keys.Max(words => words.Count(c => c == ' ') + 1);

    public static FrozenSet<string> RelatedHeadings { get; } = Phrases("pages/related-headings.tsv");

    private static FrozenSet<string> LeadHeadings { get; } = Table.Rows("pages/related-headings.tsv").Where(row => row.Length == 1).Select(row => Normal(row[0])).ToFrozenSet();

    public static FrozenSet<string> Furniture { get; } = Phrases("pages/furniture.tsv");

    public static FrozenSet<string> BylineCues { get; } = Phrases("pages/byline-cues.tsv");

    public static bool IsRelatedHeading(ReadOnlySpan<char> line) => line.Length <= 48 && RelatedHeadings.Contains(Normal(line));

    /// <summary>A related heading, and not one over the newest or the most read.</summary>
    public static bool IsLeadHeading(ReadOnlySpan<char> line) => line.Length <= 48 && LeadHeadings.Contains(Normal(line));

    public static bool IsFurniture(ReadOnlySpan<char> line) => line.Length <= 64 && Normal(line) is var phrase && (Furniture.Contains(phrase) || RelatedHeadings.Contains(phrase));

    /// <summary>A phrase as it is compared: folded, inner white space single, no marks round it.</summary>
    public static string Normal(ReadOnlySpan<char> phrase)
    {
        var folded = Folding.Fold(phrase);
        var words = folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Trim(" :.\u2026-\u2013\u2014|\u2022*>\u00BB\u00AB<()[]!\u060C\"\u200F#/\\".ToCharArray());
    }

    private static FrozenSet<string> Phrases(string file) => Table.Rows(file).Select(row => Normal(row[0])).ToFrozenSet();
}
