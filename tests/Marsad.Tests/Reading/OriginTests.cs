using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Marsad.Reading;
using Marsad.Reading.Bytes;

namespace Marsad.Tests.Reading;

/// <summary>Each paragraph is found on its page as another parser builds it: the element at its path, the characters of its range.</summary>
public sealed class OriginTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Reading", "Pages");

    public static TheoryData<string> Pages() => [.. Directory.GetFiles(Folder, "*.html").Where(file => File.Exists(Path.ChangeExtension(file, ".gold.json"))).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public void A_paragraph_stands_where_its_path_and_range_say(string page)
    {
        var body = File.ReadAllBytes(Path.Combine(Folder, page));
        var article = Assert.IsType<PageReading.Read>(PageReader.Read(body, PageHints.None)).Article;
        var document = new HtmlParser().ParseDocument(PageText.Decode(body, null));
        var paragraphs = article.Text.Split('\n');
        foreach (var origin in article.Paragraphs)
        {
            var element = At(document, origin.NodePath);
            Assert.Contains(paragraphs[origin.Paragraph], Squeeze(element.TextContent[origin.Start..origin.End]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_that_the_page_does_not_show_has_no_origin() =>
        Assert.Empty(Assert.IsType<PageReading.Read>(PageReader.Read(File.ReadAllBytes(Path.Combine(Folder, "script-rendered.html")), PageHints.None)).Article.Paragraphs);

    private static IElement At(IDocument document, string path)
    {
        INode at = document;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var place = int.Parse(step.AsSpan(bracket + 1, step.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture);
            at = at.ChildNodes.OfType<IElement>().Where(child => child.LocalName == step[..bracket]).ElementAt(place - 1);
        }

        return (IElement)at;
    }

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
