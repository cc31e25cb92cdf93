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
using Marsad.Records.Corrections;
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
        return (record, JsonNode.Parse(ArticleEvidence.Annotations(archive, ReviewedRecord.Of(record, []), digest.ToString()))!, body);
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
        var collection = JsonNode.Parse(Annotations.Write(ReviewedRecord.Of(ArticleReading.Understand("1", new Article(text), null), []), AnnotationSource.None))!;
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

    // Two times, the first of them rejected; a corrected statement; a confirmed figure.
    private static (ReviewedRecord Reviewed, JsonNode Collection) Decided()
    {
        var text = "قال نيد برايس يوم 5 يناير 2022 إن 12 شخصا قتلوا في ألماتي. وأضاف برايس في 6 يناير 2022 أن واشنطن تتابع التقارير عن كثب.";
        var machine = ArticleReading.Understand("1", new Article(text), null);
        var items = RecordItem.Of(machine.Record, text).ToList();
        Correction Say(int id, RecordItem item, Decision decision, params (string, string?)[] fields)
        {
            var all = new Dictionary<string, string?>(item.Fields);
            foreach (var (field, value) in fields) all[field] = value;
            return new Correction(id, item.Kind, decision, new CodePoints(text).FromUtf16(item.Anchor.Start), item.Anchor.In(text), all, "هدى", At.AddMinutes(id));
        }

        var reviewed = ReviewedRecord.Of(machine, [
            Say(1, items.First(i => i.Kind == ItemKind.Time), Decision.Rejected),
            Say(2, items.First(i => i.Kind == ItemKind.Statement), Decision.Corrected, ("role", "المتحدث باسم الخارجية")),
            Say(3, items.First(i => i.Kind == ItemKind.Figure), Decision.Confirmed),
            Say(4, items.Last(i => i.Kind == ItemKind.Time), Decision.Confirmed)]);
        return (reviewed, JsonNode.Parse(Annotations.Write(reviewed, AnnotationSource.None))!);
    }

    private static JsonNode Item(JsonNode collection, string id) => Items(collection).Single(item => ((string)item["id"]!).EndsWith("#" + id, StringComparison.Ordinal));

    private static JsonNode? Body(JsonNode item, string purpose) => item["body"]!.AsArray().FirstOrDefault(body => (string?)body!["purpose"] == purpose);

    [Fact]
    public void A_corrected_item_stands_as_it_was_corrected_with_who_and_when()
    {
        var item = Item(Decided().Collection, "s1");
        Assert.Equal("المتحدث باسم الخارجية", (string?)JsonNode.Parse((string)Body(item, "describing")!["value"]!)!["role"]);
        var said = Body(item, "assessing")!;
        Assert.Equal(("corrected", "Person", "هدى", "2022-01-06T12:02:00Z"), ((string?)said["value"], (string?)said["creator"]!["type"], (string?)said["creator"]!["name"], (string?)said["created"]));
    }

    [Fact]
    public void A_confirmed_item_says_who_confirmed_it()
    {
        Assert.Equal("confirmed", (string?)Body(Item(Decided().Collection, "f1"), "assessing")!["value"]);
        Assert.Equal("confirmed", (string?)Body(Item(Decided().Collection, "t2"), "assessing")!["value"]);
    }

    [Fact]
    public void A_rejected_item_says_so_and_not_what_the_machine_made_of_it()
    {
        var item = Item(Decided().Collection, "t1");
        Assert.Equal("moderating", (string?)item["motivation"]);
        Assert.Equal("rejected", (string?)Body(item, "assessing")!["value"]);
        Assert.Null(Body(item, "describing"));
        Assert.Null(Body(item, "classifying"));
    }

    [Fact]
    public void What_nobody_decided_on_names_no_person() => Assert.Null(Body(Item(Decided().Collection, "n1"), "assessing"));

    [Fact]
    public void The_times_of_a_record_keep_their_own_decisions_when_one_before_them_was_rejected()
    {
        var time = Assert.Single(JsonNode.Parse(RecordJson.Write(Decided().Reviewed))!["times"]!.AsArray())!;
        Assert.Equal(("2022-01-06", "confirmed"), ((string?)time["value"], (string?)time["review"]));
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
