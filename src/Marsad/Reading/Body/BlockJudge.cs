using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>Decides which blocks inside the body are the article's text.</summary>
/// <param name="column">The element whose children or lines are most of the paragraphs.</param>
internal sealed class BlockJudge(PageTree tree, HashSet<string> titles, string? description, Within outside, int column)
{
    /// <summary>Short lines alone are an article, a list or a table, from this many letters on.</summary>
    private const int LeastOfLines = 250;

    private readonly List<(Paragraph Paragraph, bool Keep)> _seen = [];
    private readonly HashSet<string> _texts = [];
    private bool _underHeadline;
    private readonly string _description = Key(description);

    /// <summary>A block between the headline and the body: kept only if it is the article's deck, by name, by the page's description or as the first prose under the headline.</summary>
    public void TakeAbove(in Block block)
    {
        if (block.Is(outside & ~Within.Figure) || block.Letters < 30 || block.LinkLetters * 2 > block.Letters) return;
        var text = BodyText.Render(tree, block);
        if (IsTitle(text)) { _underHeadline |= block.Is(Within.Heading); return; }
        var deck = IsDeck(block, text) || (_underHeadline && block is { IsProse: true, EndsSentence: true, LinkLetters: 0 } && !block.Is(outside));
        if (deck && _texts.Add(text)) _seen.Add((new Paragraph(text, block) { Deck = true, Above = true }, true));
        _underHeadline &= !block.IsProse;
    }

    public void Take(in Block block)
    {
        var text = BodyText.Render(tree, block);
        if (text.Length > 0) _seen.Add((new Paragraph(text, block) { Deck = IsDeck(block, text) }, Keeps(block, text)));
    }

    public BodyText Result(int root)
    {
        TrimHead();
        CutAtOtherHeading();
        DropBareHeadings();
        TrimTail();
        return new BodyText([.. _seen.Where(seen => seen.Keep).Select(seen => seen.Paragraph)], [.. _seen.Where(seen => !seen.Keep).Select(seen => seen.Paragraph)], root);
    }

    private bool Keeps(in Block block, string text)
    {
        if (block.Is(outside) && !(block.Is(Within.Quote) && block.IsProse && !block.Is(outside & ~Within.Figure))) return false;
        if (block.Is(Within.Heading) && block.LinkLetters * 2 > block.Letters) return false;
        if (IsPrintedAddress(text)) return true;
        if (block.LinkLetters * 10 > block.Letters * 8) return false;
        if (block.Is(Within.Item) && block.LinkLetters * 10 > block.Letters * (block.EndsSentence ? 7 : 5)) return false;
        if (block.Letters < 150 && !block.EndsSentence && block.LinkLetters * 10 > block.Letters * 6) return false;
        if (IsStamp(block, text) && !IsInColumn(block)) return false;
        if (IsTitle(text) || Phrases.IsFurniture(text) || Phrases.StartsFurniture(text)) return false;
        return block.Letters < 40 || _texts.Add(text) || IsInColumn(block);
    }

    /// <summary>An address that is printed as such is text, though it is a link.</summary>
    private static bool IsPrintedAddress(string text) => !text.Contains(' ') && (text.StartsWith("http", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.Ordinal));

    /// <summary>What stands among the paragraphs, as one of them: what looks like a stamp or a copy elsewhere is text there.</summary>
    private bool IsInColumn(in Block block) => block.Holder == column || (tree[block.Holder].Tag == HtmlTag.P && tree[block.Holder].Parent == column);

    private bool IsTitle(string text) => text.Length < 250 && Key(text) is { Length: > 0 } key && titles.Contains(key);

    /// <summary>A date, a time, a number: what stands beside pictures and other headlines.</summary>
    private static bool IsStamp(in Block block, string text)
    {
        if (block.Letters > 40 || block.Is(Within.Table | Within.Item)) return false;
        var digits = text.Count(char.IsDigit);
        return digits * 5 >= block.Letters * 2 || (digits >= 6 && block.Letters < 40 && text.Contains(':') && !text.EndsWith('.'));
    }

    private bool IsDeck(in Block block, string text)
    {
        if (block.Letters is < 30 or > 900) return false;
        if (block.Is(Within.Deck)) return true;
        if (_description.Length == 0 || text.Length >= 700 || Key(text) is not { Length: > 30 } key) return false;
        return key.StartsWith(_description[..Math.Min(80, _description.Length)], StringComparison.Ordinal) || _description.StartsWith(key, StringComparison.Ordinal)
            || (key.Length * 2 >= _description.Length && _description.Contains(key, StringComparison.Ordinal));
    }

    /// <summary>Before the first paragraph stand labels, bylines and dates.</summary>
    private void TrimHead()
    {
        var first = _seen.FindIndex(seen => seen.Keep && !seen.Paragraph.Above && !seen.Paragraph.Block.Is(Within.Deck) && seen.Paragraph.Block.IsProse);
        if (KeptLetters(0, first) > KeptLetters(first, _seen.Count)) return;
        for (var i = 0; i < first; i++)
            if (!ReadsAsText(_seen[i].Paragraph)) _seen[i] = (_seen[i].Paragraph, false);
    }

    private bool ReadsAsText(Paragraph paragraph)
    {
        var block = paragraph.Block;
        if (paragraph.Deck || (block.EndsSentence && block.Words > 5)) return true;
        return block.LinkLetters == 0 && (block.Is(Within.Item) || (block.Words > 5 && block.Letters >= 40 && IsInColumn(block)));
    }

    private int KeptLetters(int from, int to) => _seen.Skip(from).Take(to - from).Sum(seen => seen.Keep ? seen.Paragraph.Block.Letters : 0);

    /// <summary>"Related articles" as a heading: nothing after it is the article's, if most of the text stands before it and none goes on after the box.</summary>
    private void CutAtOtherHeading()
    {
        var (before, all) = (0, _seen.Sum(seen => seen.Keep ? seen.Paragraph.Text.Length : 0));
        for (var i = 0; i < _seen.Count; i++)
        {
            if (Phrases.IsOtherHeading(_seen[i].Paragraph.Text))
            {
                if (GoesOn(i)) DropBox(i);
                else if (before * 10 > all * 7) Drop(i);
            }

            if (_seen[i].Keep) before += _seen[i].Paragraph.Text.Length;
        }
    }

    /// <summary>Whether prose goes on in the column after a box that stands in it, or below its heading.</summary>
    private bool GoesOn(int at)
    {
        var heading = _seen[at].Paragraph.Block;
        var inBox = !IsInColumn(heading) && tree[heading.Holder].Parent != column;
        for (var i = at + 1; i < _seen.Count; i++)
        {
            var block = _seen[i].Paragraph.Block;
            if (IsInColumn(block) && block is { IsProse: true, EndsSentence: true }) return inBox;
            inBox |= block.LinkLetters * 2 > block.Letters;
        }

        return false;
    }

    /// <summary>The heading and the lines under it that are no prose.</summary>
    private void DropBox(int heading)
    {
        for (var i = heading; i < _seen.Count && (i == heading || (!_seen[i].Paragraph.Block.IsProse && !_seen[i].Paragraph.Block.Is(Within.Heading))); i++) _seen[i] = (_seen[i].Paragraph, false);
    }

    private void Drop(int from)
    {
        for (var i = from; i < _seen.Count; i++) _seen[i] = (_seen[i].Paragraph, false);
    }

    /// <summary>After the last paragraph stand tags, shares and sources; items of a list and lines beside the paragraphs are text.</summary>
    private void TrimTail()
    {
        var last = _seen.FindLastIndex(seen => seen.Keep && seen.Paragraph.Block.IsProse);
        if (last < 0 && KeptLetters(0, _seen.Count) >= LeastOfLines) return;
        for (var i = _seen.Count - 1; i > last; i--)
        {
            var (paragraph, keep) = _seen[i];
            if (!keep) continue;
            if (paragraph.Block.EndsSentence && paragraph.Block.Letters >= 20) return;
            if (paragraph.Block.LinkLetters == 0 && (paragraph.Block.Is(Within.Item | Within.Table) || (last >= 0 && StandsBeside(paragraph.Block, _seen[last].Paragraph.Block)))) return;
            _seen[i] = (paragraph, false);
        }
    }

    private bool StandsBeside(in Block block, in Block prose) =>
        block.Letters >= 10 && (block.Holder == prose.Holder || (tree[block.Holder].Tag == HtmlTag.P && tree[block.Holder].Parent == tree[prose.Holder].Parent));

    /// <summary>A heading whose text has been dropped goes with it.</summary>
    private void DropBareHeadings()
    {
        var (follows, dropped) = (false, true);
        for (var i = _seen.Count - 1; i >= 0; i--)
        {
            var (paragraph, keep) = _seen[i];
            if (!keep) { dropped |= !paragraph.Block.Is(Within.Figure) && paragraph.Block.LinkLetters * 2 > paragraph.Block.Letters; continue; }
            var heading = paragraph.Block.Is(Within.Heading);
            if (heading && !follows && dropped) { _seen[i] = (paragraph, false); continue; }
            (follows, dropped) = (!heading || !dropped, false);
        }
    }

    internal static string Key(string? text) => text is null ? "" : string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
