using System.Runtime.InteropServices;
using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>
/// Finds the cards that announce other articles: a headline that is a link, with a line or two of text. They are furniture wherever they stand,
/// beside an article or between two of its paragraphs.
/// </summary>
internal static class Teasers
{
    /// <summary>A card has no more prose than this, in blocks and letters.</summary>
    private const int MostBlocks = 2, MostLetters = 380;

    /// <summary>A link of fewer letters is a section's name or "more".</summary>
    private const int ShortestHeadline = 18;

    private const int Levels = 6;

    public static void Mark(PageTree tree, Within[] within, ClassSigns[] signs, List<Block> blocks, int[] letters)
    {
        var span = CollectionsMarshal.AsSpan(blocks);
        var count = new int[tree.Count];
        foreach (ref readonly var block in span)
            if (block.IsProse) count[block.Holder]++;
        for (var node = tree.Count - 1; node > 0; node--) count[tree[node].Parent] += count[node];
        foreach (ref readonly var block in span)
            if (IsLinkedHeadline(block) && Card(tree, signs, block.Holder, count, letters) is var card and > 0) within[card] |= Within.Furniture;
    }

    private static bool IsLinkedHeadline(in Block block) =>
        block.Letters >= ShortestHeadline && block.LinkLetters * 10 >= block.Letters * 9 && (block.Is(Within.Heading | Within.Article | Within.Item) || block.BoldLetters > 0 || block.Letters >= 30);

    /// <summary>The largest element round the headline that holds little more than it and some text; 0 where there is no text beside it.</summary>
    private static int Card(PageTree tree, ClassSigns[] signs, int holder, int[] count, int[] letters)
    {
        var card = 0;
        var at = holder;
        for (var level = 0; level < Levels && at > 0; level++, at = tree[at].Parent)
        {
            if (count[at] > MostBlocks || letters[at] > MostLetters || (signs[at] & (ClassSigns.Holds | ClassSigns.Body)) != 0 || tree[at].Tag is HtmlTag.Body or HtmlTag.Main) break;
            if (count[at] > 0 || tree[at].Tag.IsHeading()) card = at;
        }

        return card;
    }
}
