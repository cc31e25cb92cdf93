using Marsad.Reading.Body;
using Marsad.Reading.Html;
using Marsad.Reading.Meta;

namespace Marsad.Reading;

/// <summary>Tells pages that hold no article, and pages that hold only part of one.</summary>
internal static class NoArticle
{
    private const int LeastUnderHeading = 100, LeastLetters = 60, LittleProse = 250, ManyHeadlines = 12;

    /// <summary>Hours that a live page prints beside its parts; lines in which a wall is announced, and where they are looked for.</summary>
    private const int LeastStamps = 3, LongestWall = 120, BlocksAfter = 12;

    public static Trouble? Reason(PageTree tree, PageSigns signs, string? title, int heading, BodyText body)
    {
        var prose = body.Paragraphs.Where(paragraph => paragraph.Block.IsProse).Sum(paragraph => paragraph.Block.Letters);
        var all = body.Paragraphs.Sum(paragraph => paragraph.Block.Letters);
        var article = signs.Linked is { Rank: 3 } || signs.Meta("og:type") is "article" || signs.Meta("article:published_time") is not null;
        if (prose < LittleProse * 4 && PageTitles.IsError(title ?? signs.TitleElement)) return new Trouble(ReadingTrouble.ErrorPage, title ?? "an error page");
        if (all < LeastLetters && signs.Linked?.Body is not { Length: > LeastLetters * 2 }) return Little(tree, body, all);
        var headlines = Headlines(body);
        if (!article && (headlines >= ManyHeadlines && prose < (heading == 0 ? LittleProse : LeastUnderHeading) || headlines > ManyHeadlines * 2 && prose < LittleProse * 3 && heading == 0 && !HasMarkedBody(body)))
            return new Trouble(ReadingTrouble.FrontPage, $"{headlines} headlines and {prose} letters of prose");
        return null;
    }

    /// <summary>Whether the page says that only a part of the text is shown, or that it is still being written.</summary>
    public static PageKind KindOf(PageTree tree, PageSigns signs, BodyText body, string? title)
    {
        if (signs.Linked?.Type == "LiveBlogPosting" || (PageTitles.IsLive(title) || PageTitles.IsLive(signs.TitleElement)) && signs.Times.Count + Stamps(tree, body) >= LeastStamps) return PageKind.Live;
        if (signs.Linked?.Free == false || signs.Meta("article:content_tier") is "locked" or "metered") return PageKind.Walled;
        return body.Dropped.Any(paragraph => IsWall(paragraph.Text)) || WallAfter(tree, body) ? PageKind.Walled : PageKind.Whole;
    }

    private static bool IsWall(string line) => line.Length < LongestWall && PageTitles.IsWall(line);

    /// <summary>The box that asks to subscribe often stands right after the body.</summary>
    private static bool WallAfter(PageTree tree, BodyText body)
    {
        var after = 0;
        foreach (var block in body.Blocks)
        {
            if (block.First < tree[body.Root].Next) continue;
            if (after++ == BlocksAfter) return false;
            if (block.Letters < LongestWall && block.LinkLetters * 2 < block.Letters && IsWall(BodyText.Render(tree, block))) return true;
        }

        return false;
    }

    /// <summary>Lines of a live page that are an hour: "14:35".</summary>
    private static int Stamps(PageTree tree, BodyText body) =>
        body.Blocks.Count(block => block.Letters is >= 4 and <= 24 && BodyText.Render(tree, block) is var line && line.Contains(':') && char.IsDigit(line[0]));

    private static Trouble Little(PageTree tree, BodyText body, int letters)
    {
        var headlines = Headlines(body);
        if (headlines >= ManyHeadlines) return new Trouble(ReadingTrouble.FrontPage, $"{headlines} headlines and {letters} letters of text");
        var pictures = 0;
        foreach (ref readonly var node in tree.Nodes)
            if (node.Tag is HtmlTag.Figure or HtmlTag.Video or HtmlTag.AmpImg) pictures++;
        return pictures >= 4 ? new Trouble(ReadingTrouble.Gallery, $"{pictures} pictures and {letters} letters of text") : new Trouble(ReadingTrouble.TooLittle, $"{letters} letters of text");
    }

    private static bool HasMarkedBody(BodyText body) => body.Paragraphs.Any(paragraph => paragraph.Block.Is(Within.Body));

    private static int Headlines(BodyText body) => body.Blocks.Count(block => block.Letters is >= 25 and < 200 && block.LinkLetters * 10 >= block.Letters * 7);
}
