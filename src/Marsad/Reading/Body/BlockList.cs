using System.Runtime.InteropServices;
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
    Figure = 16,
    Aside = 32,
    Quote = 64,
    Table = 128,
    Article = 256,
    Bold = 512,
    Hidden = 1024,
    Comments = 2048,
    Deck = 4096,
    Body = 8192,
    Header = 16384,
    Related = 32768,
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

    /// <summary>Whether the last letter ends a sentence, in any script.</summary>
    public bool EndsSentence;

    /// <summary>Whether another headline may run into it: it holds a link, or does not end as a sentence does.</summary>
    public readonly bool MayHoldLead => LinkLetters > 0 || !EndsSentence;

    public readonly bool Is(Within any) => (Within & any) != 0;

    /// <summary>Text that reads as a paragraph and not as a label or a link.</summary>
    public readonly bool IsProse => LinkLetters * 3 < Letters * 2 && !Is(Within.Heading) && (Letters >= 80 || (Letters >= 40 && EndsSentence));
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
            else if (Skips(at.Tag)) node = at.Next - 1;
            else Element(node, at);
        }
    }

    private static bool Skips(HtmlTag tag) => tag == HtmlTag.Head || tag.IsRawText() || tag is HtmlTag.Template or HtmlTag.Select or HtmlTag.Button or HtmlTag.Svg
        or HtmlTag.Math or HtmlTag.AmpAd or HtmlTag.AmpSidebar or HtmlTag.AmpConsent or HtmlTag.Nav or HtmlTag.AmpSocialShare or HtmlTag.Video or HtmlTag.Audio or HtmlTag.Canvas or HtmlTag.Label;

    private void Element(int node, in PageNode at)
    {
        if (at.Tag == HtmlTag.Br) _broken = true;
        if (at.Tag.IsBlock()) (_broken, _holder[node]) = (true, node);
        _within[node] |= OfTag(at.Tag);
    }

    private static Within OfTag(HtmlTag tag) => tag switch
    {
        HtmlTag.A => Within.Link,
        >= HtmlTag.H1 and <= HtmlTag.H6 => Within.Heading | Within.Bold,
        HtmlTag.Li => Within.Item,
        HtmlTag.Figure or HtmlTag.FigCaption => Within.Figure,
        HtmlTag.BlockQuote => Within.Quote,
        HtmlTag.Td => Within.Table,
        HtmlTag.Article => Within.Article,
        HtmlTag.Header => Within.Header,
        HtmlTag.B or HtmlTag.Strong => Within.Bold,
        _ => Within.None,
    };

    private void Text(int node)
    {
        ref readonly var at = ref _tree[node];
        var (letters, words, last) = Count(_tree.Source.AsSpan(at.Start, at.End - at.Start));
        if (letters == 0) return;
        var holder = _holder[node];
        if (_broken || _blocks.Count == 0 || _blocks[^1].Holder != holder) _blocks.Add(new Block { Holder = holder, First = node, Within = _within[holder] });
        _broken = false;
        ref var block = ref CollectionsMarshal.AsSpan(_blocks)[^1];
        block.Next = node + 1;
        block.Letters += letters;
        block.Words += words;
        block.EndsSentence = IsSentenceEnd(last) || (IsClosing(last) && block.EndsSentence) || (IsClosing(last) && letters > 1);
        if ((_within[node] & Within.Link) != 0) block.LinkLetters += letters;
        if ((_within[node] & Within.Bold) != 0) block.BoldLetters += letters;
    }

    private static bool IsSentenceEnd(char c) => c is '.' or '!' or '?' or '\u061F' or '\u2026' or '\u06D4' or '\u3002' or '\uFF01' or '\uFF1F' or '\u0964' or ':' or ';';

    private static bool IsClosing(char c) => c is '"' or '\u201D' or '\u201C' or '\u2019' or ')' or ']' or '\u00BB' or '\u300D' or '\'';

    /// <summary>Han, kana and Hangul: a character says what two letters or three do elsewhere.</summary>
    private static bool IsDense(char c) => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';

    private static (int Letters, int Words, char Last) Count(ReadOnlySpan<char> text)
    {
        var (letters, words, space, last) = (0, 0, true, '\0');
        foreach (var c in text)
        {
            if (c <= ' ' || c == '\u00A0') { space = true; continue; }
            letters += IsDense(c) ? 2 : 1;
            last = c;
            if (space) words++;
            space = false;
        }

        return (letters, words, last);
    }
}
