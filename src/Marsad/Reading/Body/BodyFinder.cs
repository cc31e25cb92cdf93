using System.Runtime.InteropServices;
using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>Finds the element that holds the article's text: the one whose prose outweighs its labels and links the most, narrowed where most of it stands in a part.</summary>
internal static class BodyFinder
{
    /// <summary>A part that holds this share of the weight is taken for the whole.</summary>
    private const double Narrowing = 0.9;

    /// <summary>A part that calls itself the article's body is believed at a lower share, the only one on the page at a lower one still.</summary>
    private const double MarkedNarrowing = 0.6, LoneNarrowing = 0.2;

    /// <summary>The article element with the headline is believed at this share: what is outside of it are notices and other articles.</summary>
    private const double OwnNarrowing = 0.5;

    /// <summary>Letters below which a marked element says nothing, and below which the first of several articles is not taken for the page's.</summary>
    private const int LeastMarked = 150, LeastOfSeveral = 400;

    public static int Find(PageTree tree, Within[] within, List<Block> blocks, int heading = 0)
    {
        var best = Heaviest(tree, blocks, Within.Furniture | Within.Comments | Within.Hidden, out var weight);
        if (weight[best] < LeastOfSeveral && Heaviest(tree, blocks, Within.Comments | Within.Hidden, out var loose) is var other && loose[other] > weight[best] * 3) (best, weight) = (other, loose);
        if (Wordiest(tree, within, blocks, Math.Max(LeastMarked, weight[best] / 2)) is var marked and > 0 && Apart(tree, best, marked)) return marked;
        return weight[best] <= 0 ? Whole(tree) : Container(tree, Narrow(tree, within, weight, best, heading));
    }

    private static bool Apart(PageTree tree, int one, int other) => one >= tree[other].Next || other >= tree[one].Next;

    /// <summary>Lists, tables and verses have no prose: the element that calls itself the body and holds the most words that are no links.</summary>
    private static int Wordiest(PageTree tree, Within[] within, List<Block> blocks, double atLeast)
    {
        var letters = new int[tree.Count];
        foreach (ref readonly var block in CollectionsMarshal.AsSpan(blocks))
            if (!block.Is(Within.Furniture | Within.Comments | Within.Hidden)) letters[block.Holder] += block.Letters - block.LinkLetters;
        for (var node = tree.Count - 1; node > 0; node--) letters[tree[node].Parent] += letters[node];
        var best = 0;
        for (var node = 1; node < tree.Count; node++)
            if (tree[node].Tag != HtmlTag.Text && OwnBody(within, tree, node) && letters[node] >= atLeast && (best == 0 || letters[node] > letters[best])) best = node;
        return best;
    }

    /// <summary>A paragraph or an item is no body: what holds it is.</summary>
    private static int Container(PageTree tree, int node)
    {
        while (node > 0 && (tree[node].Tag is HtmlTag.P or HtmlTag.Li or HtmlTag.Ul or HtmlTag.Ol or HtmlTag.BlockQuote or HtmlTag.Tr or HtmlTag.Td or HtmlTag.TBody || tree[node].Tag.IsHeading() || !tree[node].Tag.IsBlock())
            && tree[tree[node].Parent].Tag != HtmlTag.Body) node = tree[node].Parent;
        return node;
    }

    private static int Whole(PageTree tree)
    {
        for (var node = 1; node < tree.Count; node++)
            if (tree[node].Tag == HtmlTag.Body) return node;
        return 0;
    }

    private static int Heaviest(PageTree tree, List<Block> blocks, Within outside, out double[] weight)
    {
        weight = new double[tree.Count];
        foreach (ref readonly var block in CollectionsMarshal.AsSpan(blocks)) weight[block.Holder] += Value(block, outside);
        for (var node = tree.Count - 1; node > 0; node--) weight[tree[node].Parent] += weight[node];
        var best = 0;
        for (var node = 1; node < tree.Count; node++)
            if (weight[node] > weight[best]) best = node;
        return best;
    }

    private static int Narrow(PageTree tree, Within[] within, double[] weight, int root, int heading)
    {
        if (ArticleOf(tree, heading) is var own and > 0 && own > root && own < tree[root].Next && weight[own] >= weight[root] * OwnNarrowing) root = own;
        var best = root;
        for (var node = root + 1; node < tree[root].Next; node++)
            if (tree[node].Tag != HtmlTag.Text && weight[node] >= weight[root] * Narrowing) best = node;
        var marked = Marked(tree, within, weight, root);
        if (marked.Count == 0) return best;
        var first = marked[0];
        var others = marked.Skip(1).Sum(node => weight[node]);
        if (weight[first] >= weight[root] * (others <= weight[first] / 3 ? LoneNarrowing : MarkedNarrowing)) return Deepest(tree, within, weight, first);
        return InArticlesOfTheirOwn(tree, marked) && (weight[first] >= LeastOfSeveral || (heading > 0 && ArticleOf(tree, heading) == ArticleOf(tree, first))) ? first : weight[best] < weight[root] * Narrowing ? root : best;
    }

    /// <summary>The outermost elements that call themselves an article's body, in order, without the empty ones.</summary>
    private static List<int> Marked(PageTree tree, Within[] within, double[] weight, int root)
    {
        var marked = new List<int>();
        for (var node = root; node < tree[root].Next; node++)
        {
            if (tree[node].Tag == HtmlTag.Text || weight[node] < LeastMarked || (within[node] & Within.Body) == 0) continue;
            marked.Add(node);
            node = tree[node].Next - 1;
        }

        return marked;
    }

    /// <summary>Inside a marked element a marked part that holds most of it is the closer fit.</summary>
    private static int Deepest(PageTree tree, Within[] within, double[] weight, int marked)
    {
        var best = marked;
        for (var node = marked + 1; node < tree[marked].Next; node++)
            if (tree[node].Tag != HtmlTag.Text && weight[node] >= weight[marked] * Narrowing && (OwnBody(within, tree, node) || tree[node].Tag == HtmlTag.Div)) best = node;
        return best;
    }

    private static bool OwnBody(Within[] within, PageTree tree, int node) => (within[node] & ~within[tree[node].Parent] & Within.Body) != 0;

    /// <summary>Pages that load one article after another keep each in an element of its own; the parts of one article share theirs.</summary>
    private static bool InArticlesOfTheirOwn(PageTree tree, List<int> marked)
    {
        var articles = marked.Select(node => ArticleOf(tree, node)).ToList();
        return articles.Count > 1 && articles[0] > 0 && articles.Distinct().Count() == articles.Count;
    }

    public static int ArticleOf(PageTree tree, int node)
    {
        while (node > 0 && tree[node].Tag != HtmlTag.Article) node = tree[node].Parent;
        return node;
    }

    private static double Value(in Block block, Within outside)
    {
        if (block.Is(outside)) return 0;
        if (block.IsProse) return block.Is(Within.Aside | Within.Figure) ? 0 : block.Letters;
        return block.LinkLetters * 2 > block.Letters ? -15 : -5;
    }
}
