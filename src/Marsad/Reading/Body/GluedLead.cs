using System.Text;
using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>Takes "read also: another headline" out of a paragraph that it runs into without an element of its own.</summary>
internal static class GluedLead
{
    /// <summary>A related heading is of no more words than this; a headline printed without a link is no longer than this.</summary>
    private const int MostWords = 4, LongestHeadline = 130;

    private const string Marks = " :-\u2013\u2014|\u2026\u00AB\u00BB(";

    /// <summary>The text without them, and the links that were taken out with it.</summary>
    public static (string Text, IReadOnlyList<int> Links) Render(PageTree tree, in Block block)
    {
        var (text, links) = (new StringBuilder(), new List<int>());
        var (link, start) = (-1, 0);
        for (var node = block.First; node < block.Next; node++)
        {
            if (tree[node].Tag != HtmlTag.Text) continue;
            var above = LinkAbove(tree, node, block.Holder);
            if (above != link)
            {
                Close(text, links, link, start);
                (link, start) = (above, text.Length);
            }

            BodyText.AppendSqueezed(tree.Source.AsSpan(tree[node].Start, tree[node].End - tree[node].Start), text);
        }

        Close(text, links, link, start);
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        return (WithoutLast(text.ToString()), links);
    }

    public static int LinkAbove(PageTree tree, int node, int holder)
    {
        for (var at = tree[node].Parent; at > 0; at = tree[at].Parent)
            if (tree[at].Tag == HtmlTag.A) return at;
            else if (at == holder) return LinkAboveBlock(tree, at);
        return -1;
    }

    private static int LinkAboveBlock(PageTree tree, int holder)
    {
        for (var at = holder; at > 0; at = tree[at].Parent)
            if (tree[at].Tag == HtmlTag.A) return at;
        return -1;
    }

    /// <summary>A link has ended: if a related heading stands before it, both go.</summary>
    private static void Close(StringBuilder text, List<int> links, int link, int start)
    {
        if (link < 0 || start == 0 || PhraseBefore(text.ToString(0, start)) is var phrase && phrase < 0) return;
        text.Length = phrase;
        links.Add(link);
    }

    /// <summary>"Read also: a headline" at the end, where the headline is no link.</summary>
    private static string WithoutLast(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0 || text.Length - colon > LongestHeadline || text.Length - colon < 12 || text[^1] is '.' or '\u06D4') return text;
        return PhraseBefore(text[..colon]) is var phrase and > 0 ? text[..phrase].TrimEnd() : text;
    }

    /// <summary>Where a related heading begins that ends the text, at the head of the block or after a sentence; -1 where none does.</summary>
    private static int PhraseBefore(string text)
    {
        var end = text.AsSpan().TrimEnd(Marks).Length;
        for (var (start, words) = (end, 0); words < MostWords && start > 0; words++)
        {
            start = WordStart(text, start - 1);
            if (Phrases.IsOtherHeading(text[start..end]) && (text.AsSpan(0, start).TrimEnd(Marks) is var before && (before.IsEmpty || IsEnd(before[^1])))) return before.Length;
        }

        return -1;
    }

    private static int WordStart(string text, int at)
    {
        while (at > 0 && text[at] == ' ') at--;
        while (at > 0 && text[at - 1] != ' ' && !IsEnd(text[at - 1])) at--;
        return at;
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '\u061F' or '\u2026' or '\u06D4' or '"' or '\u201D';
}
