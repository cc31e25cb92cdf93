using System.Runtime.InteropServices;
using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>
/// Marks what stands round the article: elements that say so by tag, class, id or role, unless they hold the headline, the body, or so much of the
/// page's prose that the name must mean something else (a wrapper called "page-with-sidebar").
/// </summary>
internal static class Furniture
{
    /// <summary>An element that calls itself furniture is believed up to these shares of the page's prose.</summary>
    private const double MostProse = 0.3, MostCommentProse = 0.9, MostHiddenProse = 0.5, MostPictureProse = 0.1;

    /// <summary>A caption, with its credit, is no longer than this.</summary>
    private const int LongestCaption = 450;

    /// <summary>A byline, a date, a source, a category.</summary>
    private const int LongestLabel = 160;

    /// <summary>A heading that is longer is no label, whatever its class says: live blogs call theirs after the hour.</summary>
    private const int LongestLabelHeading = 30;

    public static void Mark(PageTree tree, Within[] within, List<Block> blocks, int heading = 0)
    {
        var prose = Prose(tree, blocks);
        var signs = Signs(tree, heading);
        var letters = Letters(tree, blocks);
        Teasers.Mark(tree, within, signs, blocks, prose);
        for (var node = 1; node < tree.Count; node++)
        {
            ref readonly var at = ref tree[node];
            if (at.Tag == HtmlTag.Text) continue;
            within[node] |= within[at.Parent] & (Within.Furniture | Within.Comments | Within.Hidden | Within.Deck | Within.Body | Within.Figure | Within.Related);
            within[node] |= Own(tree, node, signs[node], prose[node], prose[0]);
            if ((signs[node] & (ClassSigns.Holds | ClassSigns.Body | ClassSigns.Picture)) == ClassSigns.Picture && letters[node] < LongestCaption && prose[node] <= prose[0] * MostPictureProse) within[node] |= Within.Figure;
            if ((signs[node] & (ClassSigns.Holds | ClassSigns.Body | ClassSigns.Label)) == ClassSigns.Label && letters[node] < LongestLabel && !(at.Tag.IsHeading() && letters[node] > LongestLabelHeading) && prose[node] <= prose[0] * MostPictureProse) within[node] |= Within.Furniture;
        }

        foreach (ref var block in CollectionsMarshal.AsSpan(blocks)) block.Within |= OfAll(tree, within, block) & ~(Within.Link | Within.Bold);
    }

    /// <summary>What holds of all of a block: a tag or a label that is a word of a paragraph does not make the paragraph one.</summary>
    private static Within OfAll(PageTree tree, Within[] within, in Block block)
    {
        var all = within[tree[block.First].Parent];
        for (var node = block.First + 1; node < block.Next; node++)
            if (tree[node].Tag == HtmlTag.Text) all &= within[tree[node].Parent];
        return all;
    }

    /// <summary>What each element's names say; an element that holds the headline or a body is told of it by <see cref="ClassSigns.Holds"/>.</summary>
    private static ClassSigns[] Signs(PageTree tree, int heading)
    {
        var signs = new ClassSigns[tree.Count];
        for (var node = tree.Count - 1; node > 0; node--)
        {
            if (tree[node].Tag == HtmlTag.Text) continue;
            if (tree[node].Attributes > 0) signs[node] |= ClassWords.Of(tree, node);
            if ((signs[node] & (ClassSigns.Body | ClassSigns.Holds)) != 0 || node == heading) signs[tree[node].Parent] |= ClassSigns.Holds;
        }

        return signs;
    }

    private static Within Own(PageTree tree, int node, ClassSigns signs, int prose, int all)
    {
        ref readonly var at = ref tree[node];
        if ((at.Tag is HtmlTag.Aside or HtmlTag.Footer || (at.Tag == HtmlTag.Form && (signs & ClassSigns.Holds) == 0)) && prose <= all * MostProse) return Within.Furniture;
        if ((at.Attributes == 0 && !at.Hidden) || at.Tag is HtmlTag.Body or HtmlTag.Main) return Within.None;
        var own = Within.None;
        if ((signs & (ClassSigns.Comments | ClassSigns.Holds)) == ClassSigns.Comments && prose <= all * MostCommentProse) own |= Within.Comments | Within.Furniture;
        if ((at.Hidden || (signs & ClassSigns.Hidden) != 0) && prose <= all * MostHiddenProse) own |= Within.Hidden | Within.Furniture;
        if ((signs & (ClassSigns.Holds | ClassSigns.Body)) == 0 && prose <= all * MostProse && ((signs & ClassSigns.Furniture) != 0 || IsFurnitureRole(tree.Raw(node, HtmlAttribute.Role)))) own |= Within.Furniture;
        if ((own & Within.Furniture) != 0 && (signs & ClassSigns.Related) != 0) own |= Within.Related;
        if ((signs & ClassSigns.Deck) != 0) own |= Within.Deck;
        if ((signs & ClassSigns.Body) != 0) own |= Within.Body;
        return own;
    }

    private static bool IsFurnitureRole(ReadOnlySpan<char> role) =>
        role is "navigation" or "complementary" or "contentinfo" or "search" or "banner" or "dialog" or "alert" or "menu" or "toolbar" or "tooltip";

    private static int[] Letters(PageTree tree, List<Block> blocks)
    {
        var letters = new int[tree.Count];
        foreach (ref readonly var block in CollectionsMarshal.AsSpan(blocks)) letters[block.Holder] += block.Letters;
        for (var node = tree.Count - 1; node > 0; node--) letters[tree[node].Parent] += letters[node];
        return letters;
    }

    /// <summary>Letters of prose under each node.</summary>
    public static int[] Prose(PageTree tree, List<Block> blocks)
    {
        var prose = new int[tree.Count];
        foreach (ref readonly var block in CollectionsMarshal.AsSpan(blocks))
            if (block.IsProse) prose[block.Holder] += block.Letters;
        for (var node = tree.Count - 1; node > 0; node--) prose[tree[node].Parent] += prose[node];
        return prose;
    }
}
