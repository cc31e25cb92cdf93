using Marsad.Reading.Html;

namespace Marsad.Reading.Meta;

/// <summary>Agencies that the page prints between headline and text, in elements of their own: beside the writer, beside the date.</summary>
internal static class AgencyLabels
{
    private const int Longest = 60;

    public static IEnumerable<string> Of(PageTree tree, int heading, int root)
    {
        for (var node = heading + 1; heading > 0 && node < root; node++)
        {
            if (tree[node].Tag != HtmlTag.Text || tree[node].End - tree[node].Start is < 2 or > Longest) continue;
            var text = Entities.Decode(tree.Source.AsSpan(tree[node].Start, tree[node].End - tree[node].Start));
            if (PageWords.Agencies.TryGetValue(PageWords.Normal(text), out var credit) && (credit.Kind != CreditKind.Word || NamesAgency(tree, tree[node].Parent))) yield return credit.Agency;
        }
    }

    /// <summary>An agency that is called by an ordinary word is one where the element says so.</summary>
    private static bool NamesAgency(PageTree tree, int node) =>
        tree.Raw(node, HtmlAttribute.Class) is var names && (names.Contains("agenc", StringComparison.OrdinalIgnoreCase) || names.Contains("source", StringComparison.OrdinalIgnoreCase) || names.Contains("author", StringComparison.OrdinalIgnoreCase));
}
