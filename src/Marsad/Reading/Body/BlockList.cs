using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>What a node inherits from the elements round it.</summary>
[Flags]
internal enum Within : ushort
{
    None = 0,
    Furniture = 1,
    Link = 2,
    Heading = 4,
    Item = 8,
    Caption = 16,
    Aside = 32,
    Quote = 64,
    Table = 128,
    Article = 256,
    Bold = 512,
    Italic = 1024,
}

/// <summary>A run of text between two breaks of the line: what a reader sees as a paragraph, a heading, an item.</summary>
internal struct Block
{
    /// <summary>The element that holds it, the innermost that breaks lines.</summary>
    public int Holder;

    /// <summary>First text node and one past the last.</summary>
    public int First;
    public int Next;

    /// <summary>Characters that are not white space; how many of them stand in links, in bold.</summary>
    public int Letters;
    public int LinkLetters;
    public int BoldLetters;
    public int Words;
    public Within Within;
}

/// <summary>The blocks of a page in order, found in one pass, with what each node inherits.</summary>
internal sealed class BlockList
{
    private readonly PageTree _tree;
    private readonly int[] _holder;
    private readonly Within[] _within;
    private readonly List<Block> _blocks = [];
    private bool _broken = true;

    private BlockList(PageTree tree)
    {
        _tree = tree;
        _holder = new int[tree.Count];
        _within = new Within[tree.Count];
    }

    public static List<Block> Of(PageTree tree, out Within[] within)
    {
        var list = new BlockList(tree);
        list.Walk();
        within = list._within;
        return list._blocks;
    }

    private void Walk()
    {
        for (var node = 0; node < _tree.Count; node++)
        {
            ref readonly var at = ref _tree[node];
            if (at.Parent >= 0) (_holder[node], _within[node]) = (_holder[at.Parent], _within[at.Parent]);
            if (at.Tag == HtmlTag.Text) Text(node);
            else if (Skips(at)) node = at.Next - 1;
            else Element(node, at);
        }
    }

    private static bool Skips(in PageNode at) => at.Hidden || at.Tag is HtmlTag.Head || at.Tag.IsRawText() || at.Tag is HtmlTag.Template or HtmlTag.Select or HtmlTag.Button
        or HtmlTag.Svg or HtmlTag.Math or HtmlTag.AmpAd or HtmlTag.AmpSidebar or HtmlTag.AmpConsent or HtmlTag.Nav;

    private void Element(int node, in PageNode at)
    {
        if (at.Tag == HtmlTag.Br) _broken = true;
        if (at.Tag.IsBlock()) (_broken, _holder[node]) = (true, node);
        _within[node] |= OfTag(at.Tag);
        if (at.Tag is HtmlTag.Html or HtmlTag.Body or HtmlTag.Article or HtmlTag.Main) return;
        var signs = ClassWords.Of(_tree.Raw(node, HtmlAttribute.Class)) | ClassWords.Of(_tree.Raw(node, HtmlAttribute.Id));
        if ((signs & ClassSigns.Furniture) != 0) _within[node] |= Within.Furniture;
    }

    private static Within OfTag(HtmlTag tag) => tag switch
    {
        HtmlTag.A => Within.Link,
        >= HtmlTag.H1 and <= HtmlTag.H6 => Within.Heading,
        HtmlTag.Li => Within.Item,
        HtmlTag.FigCaption => Within.Caption,
        HtmlTag.Aside or HtmlTag.Footer => Within.Aside,
        HtmlTag.BlockQuote => Within.Quote,
        HtmlTag.Td => Within.Table,
        HtmlTag.Article => Within.Article,
        HtmlTag.B or HtmlTag.Strong => Within.Bold,
        HtmlTag.I or HtmlTag.Em => Within.Italic,
        _ => Within.None,
    };

    private void Text(int node)
    {
        ref readonly var at = ref _tree[node];
        var (letters, words) = Count(_tree.Source.AsSpan(at.Start, at.End - at.Start));
        if (letters == 0) return;
        var holder = _holder[node];
        if (_broken || _blocks.Count == 0 || _blocks[^1].Holder != holder) _blocks.Add(new Block { Holder = holder, First = node, Within = _within[holder] });
        _broken = false;
        ref var block = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_blocks)[^1];
        block.Next = node + 1;
        block.Letters += letters;
        block.Words += words;
        if ((_within[node] & Within.Link) != 0) block.LinkLetters += letters;
        if ((_within[node] & (Within.Bold | Within.Heading)) != 0) block.BoldLetters += letters;
    }

    private static (int Letters, int Words) Count(ReadOnlySpan<char> text)
    {
        var (letters, words, space) = (0, 0, true);
        foreach (var c in text)
        {
            if (c <= ' ' || c == '\u00A0') { space = true; continue; }
            letters++;
            if (space) words++;
            space = false;
        }

        return (letters, words);
    }
}
