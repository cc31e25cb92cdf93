using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Flow.Exports;
using Marsad.Language.Text;
using Marsad.Reading;
using Marsad.Records;
using Marsad.Tests.Store;

namespace Marsad.Tests.Records;

/// <summary>Each annotation is resolved as a stranger would do it, from its selectors alone, and must give the words that the record's own offsets give.</summary>
public sealed class AnnotationsTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2022, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reading", "Pages"), "*.html").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).OfType<string>()];

    // What is no article, or says nothing, has no annotations to resolve.
    private (ArticleRecord Record, JsonNode Collection, byte[] Body)? Annotated(string page)
    {
        var body = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Reading", "Pages", page + ".html"));
        var url = new Uri("http://manara.example/" + page);
        if (PageReader.Read(body, new PageHints(url, null)) is not PageReading.Read { Article: var article }) return null;
        var record = ArticleReading.Understand(page, article with { Url = url.AbsoluteUri }, null);
        using var archive = new CaptureArchive(_directory.File("archive"));
        var digest = archive.Keep(new Capture(url, url, At, 200, null, body)).Digest;
        return (record, JsonNode.Parse(ArticleEvidence.Annotations(archive, record, digest.ToString()))!, body);
    }

    private static IEnumerable<JsonNode> Items(JsonNode collection) => collection["first"]!["items"]!.AsArray().Select(item => item!);

    private static IEnumerable<(JsonNode Target, JsonNode Item)> Targets(JsonNode collection, bool onPage) => Items(collection)
        .SelectMany(item => item["target"]!.AsArray().Select(target => (target!, item))).Where(t => (t.Item1["state"] is not null) == onPage);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_position_in_the_text_gives_the_words_of_its_quotation(string page)
    {
        if (Annotated(page) is not { } annotated) return;
        var points = annotated.Record.Article.Text.EnumerateRunes().ToList();
        Assert.All(Targets(annotated.Collection, onPage: false), t =>
        {
            var (quote, position) = (t.Target["selector"]![0]!, t.Target["selector"]![1]!);
            var (start, end) = ((int)position["start"]!, (int)position["end"]!);
            Assert.Equal((string)quote["exact"]!, string.Concat(points[start..end]));
            Assert.EndsWith((string)quote["prefix"]!, string.Concat(points[..start]), StringComparison.Ordinal);
            Assert.StartsWith((string)quote["suffix"]!, string.Concat(points[end..]), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_element_on_the_captured_page_holds_the_words_of_its_quotation(string page)
    {
        if (Annotated(page) is not { } annotated) return;
        using var document = new HtmlParser().ParseDocument(new MemoryStream(annotated.Body));
        Assert.All(Targets(annotated.Collection, onPage: true), t =>
        {
            var selector = t.Target["selector"]![0]!;
            var element = Resolve(document, (string)selector["value"]!);
            var quote = selector["refinedBy"]!;
            Assert.Contains(Plain((string)quote["prefix"]! + (string)quote["exact"]! + (string)quote["suffix"]!), Plain(element.TextContent), StringComparison.Ordinal);
            Assert.Equal("2022-01-06T12:00:00Z", (string?)t.Target["state"]!["sourceDate"]);
        });
    }

    [Fact]
    public void Most_items_are_pointed_to_on_the_captured_page_as_well()
    {
        var (inText, onPage) = (0, 0);
        foreach (var page in Pages)
        {
            if (Annotated(page.Data) is not { } annotated) continue;
            inText += Targets(annotated.Collection, onPage: false).Count();
            onPage += Targets(annotated.Collection, onPage: true).Count();
        }

        Assert.True(inText > 50 && onPage >= inText * 0.9, $"{onPage} of {inText}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_item_of_the_record_has_one_annotation_under_its_own_id(string page)
    {
        if (Annotated(page) is not { } annotated) return;
        var record = annotated.Record.Record;
        var expected = record.Names.Select(n => n.Id).Concat(record.Statements.Select(s => s.Id)).Concat(record.Figures.Select(f => f.Id))
            .Concat(record.Times.Select((_, i) => $"t{i + 1}")).Concat(record.Events.Select(e => e.Id));
        Assert.Equal(expected, Items(annotated.Collection).Select(item => ((string)item["id"]!).Split('#')[1]));
        Assert.Equal(Items(annotated.Collection).Count(), (int)annotated.Collection["total"]!);
    }

    [Fact]
    public void Positions_count_code_points_and_the_text_is_named_by_its_hash()
    {
        var text = "😀 قال نيد برايس إن 12 شخصا قتلوا في ألماتي.";
        var collection = JsonNode.Parse(Annotations.Write(ArticleReading.Understand("1", new Article(text), null), AnnotationSource.None))!;
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", (string?)collection["@context"]);
        Assert.StartsWith("ni:///sha-256;", Annotations.NameOf(text), StringComparison.Ordinal);
        var points = new CodePoints(text);
        Assert.NotEmpty(Items(collection));
        Assert.All(Targets(collection, onPage: false), t =>
        {
            Assert.Equal(Annotations.NameOf(text), (string?)t.Target["source"]!["id"]);
            var (quote, position) = (t.Target["selector"]![0]!, t.Target["selector"]![1]!);
            Assert.Equal((string)quote["exact"]!, text[points.ToUtf16((int)position["start"]!)..points.ToUtf16((int)position["end"]!)]);
        });
    }

    // Paths are made of child steps with numbers, "/html[1]/body[1]/p[2]".
    private static IElement Resolve(IDocument document, string path)
    {
        var element = document.DocumentElement;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var parts = step.TrimEnd(']').Split('[');
            var number = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
            element = element.Children.Where(child => child.LocalName == parts[0]).Skip(number - 1).First();
        }

        return element;
    }

    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format));
}
