using System.Text;
using Marsad.Reading.Body;
using Marsad.Reading.Html;

namespace Marsad.Reading;

internal static class HtmlPage
{
    public static PageReading Read(string source, PageHints hints)
    {
        var tree = new TreeBuilder(source).Build();
        var blocks = BlockList.Of(tree, out _);
        var root = BodyFinder.Find(tree, blocks);
        var paragraphs = new List<string>();
        foreach (var block in blocks)
        {
            if (block.First < root || block.First >= tree[root].Next) continue;
            if ((block.Within & (Within.Furniture | Within.Aside | Within.Caption)) != 0 || block.LinkLetters * 2 > block.Letters) continue;
            paragraphs.Add(Render(tree, block));
        }

        return paragraphs.Count == 0
            ? new PageReading.NotAnArticle(new Trouble(ReadingTrouble.TooLittle, $"{blocks.Count} blocks"))
            : new PageReading.Read(new Article(string.Join('\n', paragraphs), Title(tree), Url: hints.Url?.AbsoluteUri, Outlet: hints.Outlet));
    }

    private static string? Title(PageTree tree)
    {
        for (var node = 0; node < tree.Count; node++)
            if (tree[node].Tag == HtmlTag.H1 && !string.IsNullOrWhiteSpace(tree.Text(node))) return tree.Text(node).Trim();
        return null;
    }

    private static string Render(PageTree tree, in Block block)
    {
        var text = new StringBuilder();
        for (var node = block.First; node < block.Next; node++)
            if (tree[node].Tag == HtmlTag.Text) Entities.Decode(tree.Source.AsSpan(tree[node].Start, tree[node].End - tree[node].Start), text);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
