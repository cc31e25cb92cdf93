using System.Runtime.InteropServices;
using System.Text;
using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>One paragraph of an article and where it stands.</summary>
internal sealed record Paragraph(string Text, Block Block)
{
    /// <summary>The lines between headline and text.</summary>
    public bool Deck { get; init; }

    /// <summary>Whether it stands above the body.</summary>
    public bool Above { get; init; }
}

/// <summary>What finding the body may know.</summary>
/// <param name="Titles">The headline in all its versions, as <see cref="BlockJudge.Key"/> makes them.</param>
/// <param name="Heading">The node of the headline; 0 where it is not on the page.</param>
internal sealed record BodyHints(HashSet<string> Titles, string? Description, int Heading, string? Linked = null);

/// <summary>What the body gave.</summary>
internal sealed record BodyText(IReadOnlyList<Paragraph> Paragraphs, IReadOnlyList<Paragraph> Dropped, int Root)
{
    /// <summary>How many nodes above the body are looked at for a deck where the headline is not found.</summary>
    private const int AboveWithoutHeading = 60;

    /// <summary>Letters of prose below which the article element of the headline is a start or a summary, not the article.</summary>
    private const int LeastOfOwn = 300;

    /// <summary>JSON-LD's text decides where at least this much of it stands on the page.</summary>
    private const double TrustedCoverage = 0.8;

    /// <summary>All blocks of the page.</summary>
    public List<Block> Blocks { get; init; } = [];

    /// <summary>How the page's JSON-LD text matched; null where there is none.</summary>
    public LinkedBody? Linked { get; init; }

    /// <summary>Lines of bold alone, before the text or after it, that are names.</summary>
    public IEnumerable<string> Signatures()
    {
        var lines = Paragraphs.Concat(Dropped).OrderBy(paragraph => paragraph.Block.First).ToList();
        var (first, last) = (lines.FindIndex(line => line.Block.IsProse), lines.FindLastIndex(line => line.Block.IsProse));
        return lines.Take(Math.Max(0, first)).Concat(lines.Skip(last + 1).Take(1)).Where(IsBold).Select(line => Meta.WriterNames.Signed(line.Text)).FirstOrDefault(names => names.Count > 0) ?? [];
    }

    private static bool IsBold(Paragraph line) => line.Block.BoldLetters == line.Block.Letters && !line.Block.Is(Within.Heading | Within.Item | Within.Furniture);

    public static BodyText Of(PageTree tree, BodyHints hints)
    {
        var blocks = BlockList.Of(tree, out var within);
        Furniture.Mark(tree, within, blocks, hints.Heading);
        var linked = LinkedBody.Match(tree, blocks, hints.Linked);
        var trusted = linked is { Coverage: >= TrustedCoverage };
        var root = BodyFinder.Find(tree, within, blocks, hints.Heading);
        if (trusted) root = linked!.Widen(tree, blocks, root);
        var text = Judge(tree, blocks, hints, root, Within.Furniture | Within.Comments | Within.Hidden | Within.Figure);
        if (!text.Paragraphs.Any(paragraph => paragraph.Block.IsProse)) text = Judge(tree, blocks, hints, root, Within.Comments | Within.Hidden);
        return text with { Linked = linked, Blocks = blocks };
    }

    private static BodyText Judge(PageTree tree, List<Block> blocks, BodyHints hints, int root, Within outside)
    {
        var judge = new BlockJudge(tree, hints.Titles, hints.Description, outside, Column(tree, blocks, root, outside));
        var from = hints.Heading > 0 && hints.Heading < root ? hints.Heading : root - AboveWithoutHeading;
        var span = CollectionsMarshal.AsSpan(blocks);
        var own = OwnArticle(tree, blocks, hints.Heading, root, outside);
        var wrapper = own == 0 && Wrapper(tree, hints.Heading) is var part && part > root && Prose(tree, blocks, part, outside) >= LeastOfOwn ? part : 0;
        for (var i = 0; i < span.Length && span[i].First < tree[root].Next; i++)
        {
            if (own > 0 && BodyFinder.ArticleOf(tree, span[i].Holder) != own) continue;
            if (wrapper > 0 && span[i].First >= tree[wrapper].Next) break;
            if (span[i].First >= root) judge.Take(span[i]);
            else if (span[i].First >= from) judge.TakeAbove(span[i]);
        }

        return judge.Result(root);
    }

    /// <summary>
    /// The article element that holds the headline and enough prose of its own: what stands in other article elements, inside it or after it, are other
    /// articles. 0 where there is none, as in a live page, whose parts are articles and whose own prose is short.
    /// </summary>
    private static int OwnArticle(PageTree tree, List<Block> blocks, int heading, int root, Within outside)
    {
        var own = BodyFinder.ArticleOf(tree, heading);
        if (own <= 0) return 0;
        var (inside, others) = (0, 0);
        foreach (ref readonly var block in CollectionsMarshal.AsSpan(blocks))
        {
            if (!block.IsProse || block.Is(outside) || block.First < root || block.First >= tree[root].Next) continue;
            if (BodyFinder.ArticleOf(tree, block.Holder) == own) inside += block.Letters;
            else others += block.Letters;
        }

        return others > 0 && inside >= LeastOfOwn ? own : 0;
    }

    private static int Prose(PageTree tree, List<Block> blocks, int node, Within outside)
    {
        var letters = 0;
        foreach (ref readonly var block in CollectionsMarshal.AsSpan(blocks))
            if (block.IsProse && !block.Is(outside) && block.First >= node && block.First < tree[node].Next) letters += block.Letters;
        return letters;
    }

    /// <summary>
    /// Pages that load one article after another without article elements give each a main heading and a wrapper of the same name: that of this headline.
    /// </summary>
    private static int Wrapper(PageTree tree, int heading)
    {
        if (heading <= 0 || tree[heading].Tag != HtmlTag.H1) return 0;
        var next = tree[heading].Next;
        while (next < tree.Count && tree[next].Tag != HtmlTag.H1) next++;
        if (next >= tree.Count) return 0;
        var own = heading;
        while (tree[tree[own].Parent].Next <= next) own = tree[own].Parent;
        var other = next;
        while (tree[other].Parent > tree[own].Parent) other = tree[other].Parent;
        return own != heading && tree[other].Parent == tree[own].Parent && tree[own].Tag == tree[other].Tag && tree.Raw(own, HtmlAttribute.Class).SequenceEqual(tree.Raw(other, HtmlAttribute.Class)) ? own : 0;
    }

    /// <summary>The element whose children, or whose lines, are most of the prose under the root.</summary>
    private static int Column(PageTree tree, List<Block> blocks, int root, Within outside)
    {
        var letters = new Dictionary<int, int>();
        foreach (ref readonly var block in CollectionsMarshal.AsSpan(blocks))
        {
            if (!block.IsProse || block.Is(outside) || block.First < root || block.First >= tree[root].Next) continue;
            var holder = tree[block.Holder].Tag == HtmlTag.P ? tree[block.Holder].Parent : block.Holder;
            CollectionsMarshal.GetValueRefOrAddDefault(letters, holder, out _) += block.Letters;
        }

        return letters.Count == 0 ? root : letters.MaxBy(pair => pair.Value).Key;
    }

    /// <summary>The text of a block, without "read also" and its links where they run into it.</summary>
    public static string Render(PageTree tree, in Block block)
    {
        if (block.LinkLetters < block.Letters && block.IsProse && block.MayHoldLead) return GluedLead.Render(tree, block).Text;
        var text = new StringBuilder();
        for (var node = block.First; node < block.Next; node++)
            if (tree[node].Tag == HtmlTag.Text) AppendSqueezed(tree.Source.AsSpan(tree[node].Start, tree[node].End - tree[node].Start), text);
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        return text.ToString();
    }

    /// <summary>White space as a browser shows it: runs become one space, none at the ends.</summary>
    internal static void AppendSqueezed(ReadOnlySpan<char> raw, StringBuilder text)
    {
        if (raw.Contains('&')) raw = Entities.Decode(raw);
        foreach (var c in raw)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD') continue;
            if (!char.IsWhiteSpace(c)) text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
    }
}
