using Marsad.Reading.Body;
using Marsad.Reading.Html;
using Marsad.Reading.Meta;

namespace Marsad.Reading;

/// <summary>Reads a page of markup.</summary>
internal static class HtmlPage
{
    public static PageReading Read(string source, PageHints hints)
    {
        var tree = new TreeBuilder(source).Build();
        var signs = PageSigns.Of(tree);
        var (title, heading) = Headline.Of(tree, signs);
        var body = BodyText.Of(tree, new BodyHints(Headline.Keys(title, signs), signs.Meta("og:description", "description", "twitter:description"), heading, signs.Linked?.Body));
        var paragraphs = body.Paragraphs;
        return paragraphs.Count == 0
            ? new PageReading.NotAnArticle(new Trouble(ReadingTrouble.TooLittle, $"{tree.Count} nodes"))
            : new PageReading.Read(new Article(string.Join('\n', paragraphs.Select(paragraph => paragraph.Text)), title, Url: hints.Url?.AbsoluteUri, Outlet: hints.Outlet));
    }
}
