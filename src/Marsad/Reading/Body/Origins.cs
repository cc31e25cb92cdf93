using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>Says where paragraphs stand on the page: the path of the element and the range in its text as a browser's textContent counts it (UTF-16 units).</summary>
internal static class Origins
{
    public static IReadOnlyList<ParagraphOrigin> Of(PageTree tree, IReadOnlyList<Paragraph> paragraphs)
    {
        var origins = new List<ParagraphOrigin>(paragraphs.Count);
        var length = new Dictionary<int, (int Node, int Units)>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var block = paragraphs[i].Block;
            var (from, before) = length.TryGetValue(block.Holder, out var reached) ? reached : (block.Holder, 0);
            before += Units(tree, from, block.First);
            var units = Units(tree, block.First, block.Next);
            length[block.Holder] = (block.Next, before + units);
            origins.Add(new ParagraphOrigin(i, tree.PathOf(block.Holder), before, before + units));
        }

        return origins;
    }

    private static int Units(PageTree tree, int from, int to)
    {
        var units = 0;
        for (var node = from; node < to; node++)
        {
            if (tree[node].Tag != HtmlTag.Text) continue;
            var raw = tree.Source.AsSpan(tree[node].Start, tree[node].End - tree[node].Start);
            units += raw.Contains('&') ? Entities.Decode(raw).Length : raw.Length;
        }

        return units;
    }
}
