using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>Finds the element that holds the article's text.</summary>
internal static class BodyFinder
{
    public static int Find(PageTree tree, List<Block> blocks)
    {
        var score = new double[tree.Count];
        foreach (ref readonly var block in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(blocks)) score[block.Holder] += Value(block);
        for (var node = tree.Count - 1; node > 0; node--) score[tree[node].Parent] += score[node];
        var best = 0;
        for (var node = 1; node < tree.Count; node++)
            if (score[node] >= score[best] * 0.98 && score[node] > 0) best = node;
        return best;
    }

    private static double Value(in Block block)
    {
        if ((block.Within & Within.Furniture) != 0) return -Math.Min(20, block.Letters * 0.2);
        if (block.LinkLetters * 2 > block.Letters || block.Letters < 40) return -20;
        return block.Letters;
    }
}
