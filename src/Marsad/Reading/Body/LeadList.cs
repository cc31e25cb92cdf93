using System.Runtime.InteropServices;
using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>Collects the headlines of other articles that stand in the text, in boxes that call themselves related, or under a related heading.</summary>
internal sealed class LeadList(PageTree tree, Uri? page)
{
    private const int Shortest = 14, Longest = 280, Most = 60;

    /// <summary>A heading's list is at most this many blocks away from it, one item to the next.</summary>
    private const int Gap = 4;

    private readonly List<Lead> _leads = [];
    private readonly HashSet<string> _seen = [];

    public IReadOnlyList<Lead> Collect(List<Block> blocks, int root, int heading, HashSet<string> titles)
    {
        var open = 0;
        foreach (ref readonly var block in CollectionsMarshal.AsSpan(blocks))
        {
            if (block.First < Math.Min(heading, root)) continue;
            var inside = block.First >= root && block.First < tree[root].Next;
            if (IsHeadlines(block))
            {
                if ((open-- > 0 || inside || block.Is(Within.Related) || Phrases.IsLeadHeading(BeforeLinks(block))) && AddLinks(block, titles)) open = open >= 0 ? Gap : open;
                continue;
            }

            if (inside && block is { IsProse: true, LinkLetters: > 0 })
                foreach (var link in GluedLead.Render(tree, block).Links) Add(link, block, titles);
            if (block.Letters <= 40 && BodyText.Render(tree, block) is var line && Phrases.IsOtherHeading(line)) open = Phrases.IsLeadHeading(line) ? Gap : 0;
            else if (block.IsProse && !block.Is(Within.Furniture)) open = 0;
            else open--;
        }

        return _leads;
    }

    private static bool IsHeadlines(in Block block) => block.Letters >= Shortest && block.LinkLetters * 10 >= block.Letters * 6 && !block.Is(Within.Comments);

    /// <summary>Each link of the block is a headline: most blocks are one link, boxes without a list hold several on a line.</summary>
    private bool AddLinks(in Block block, HashSet<string> titles)
    {
        var (link, added) = (-1, false);
        for (var node = block.First; node < block.Next; node++)
        {
            if (tree[node].Tag != HtmlTag.Text || LinkAbove(node) is var above && (above < 0 || above == link)) continue;
            link = above;
            added |= Add(link, block, titles);
        }

        return added;
    }

    private bool Add(int link, in Block block, HashSet<string> titles)
    {
        var title = Meta.Headline.Clean(TextOf(link, block));
        if (_leads.Count >= Most || title.Length is < Shortest or > Longest || !title.Contains(' ') || titles.Contains(BlockJudge.Key(title)) || !_seen.Add(title)) return false;
        _leads.Add(new Lead(title, Absolute(tree.Value(link, HtmlAttribute.Href))));
        return true;
    }

    /// <summary>What of a link stands in the block: a link round a card holds a summary or a date in others.</summary>
    private string TextOf(int link, in Block block)
    {
        var text = new System.Text.StringBuilder();
        for (var node = Math.Max(link, block.First); node < Math.Min(tree[link].Next, block.Next); node++)
            if (tree[node].Tag == HtmlTag.Text) Entities.Decode(tree.Source.AsSpan(tree[node].Start, tree[node].End - tree[node].Start), text);
        return text.ToString();
    }

    private string BeforeLinks(in Block block)
    {
        var text = new System.Text.StringBuilder();
        for (var node = block.First; node < block.Next && LinkAbove(node) < 0; node++)
            if (tree[node].Tag == HtmlTag.Text) Entities.Decode(tree.Source.AsSpan(tree[node].Start, tree[node].End - tree[node].Start), text);
        return Meta.Headline.Clean(text.ToString());
    }

    private int LinkAbove(int node)
    {
        for (var at = tree[node].Tag == HtmlTag.A ? node : tree[node].Parent; at > 0; at = tree[at].Parent)
            if (tree[at].Tag == HtmlTag.A) return at;
        return -1;
    }

    private string? Absolute(string? href)
    {
        if (href is null || href.StartsWith('#') || href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) return null;
        if (page is { IsAbsoluteUri: true }) return Uri.TryCreate(page, href, out var whole) ? whole.AbsoluteUri : href;
        return href;
    }
}
