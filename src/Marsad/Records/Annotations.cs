using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Marsad.Language.Text;
using Marsad.Records.Corrections;

namespace Marsad.Records;

/// <summary>
/// The items of a record as W3C Web Annotations (JSON-LD). Each points to its words twice: in the article's text, by quotation and by position, and on the captured page, by the element
/// that holds the paragraph and the quotation in it. What people decided holds: a corrected item stands as it was corrected, and who decided and when goes along.
/// </summary>
/// <remarks>
/// The text has no address of its own, so it is named by its hash (RFC 6920, "ni:///sha-256;…"): whoever holds the text can tell that it is the one. Positions count code points, as
/// TextPositionSelector does.
/// </remarks>
public static class Annotations
{
    // Enough to tell one occurrence from another, short enough to survive an edit nearby.
    private const int Around = 32;

    /// <summary>One AnnotationCollection of all items, UTF-8.</summary>
    public static byte[] Write(ReviewedRecord reviewed, AnnotationSource source)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(source);
        var record = reviewed.Shown;
        var text = record.Article.Text;
        var name = NameOf(text);
        var targets = new AnnotationTargets(text, new JsonSource(name, "Text", "text/plain", record.Article.Language), source, Around);
        var items = Reviewed(reviewed).Select(item => Annotation(name, item, targets)).ToList();
        var collection = new JsonCollection(
            "http://www.w3.org/ns/anno.jsonld", name + "#annotations", "AnnotationCollection", record.Article.Title ?? record.Id, "Marsad " + record.Record.Analyzer, items.Count,
            new JsonPage(name + "#page", "AnnotationPage", 0, items));
        return JsonSerializer.SerializeToUtf8Bytes(collection, AnnotationJson.Readable.JsonCollection);
    }

    /// <summary>The article's text as a name: RFC 6920.</summary>
    public static string NameOf(string text) => "ni:///sha-256;" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonAnnotation Annotation(string name, Item item, AnnotationTargets targets) => new(
        $"{name}#{item.Id}", "Annotation", item.IsRejected ? "moderating" : item.Kind == "name" ? "identifying" : "classifying",
        [.. Bodies(item)], [.. item.Spans.SelectMany(targets.Of)]);

    // A rejected item says that it was, and of what kind it had been; not what the machine made of it, which nobody is to count.
    private static IEnumerable<JsonBody> Bodies(Item item)
    {
        yield return new JsonBody("TextualBody", item.IsRejected ? "tagging" : "classifying", "text/plain", item.Kind);
        if (!item.IsRejected) yield return new JsonBody("TextualBody", "describing", "application/json", item.Json);
        if (item.Review is { } review)
            yield return new JsonBody(
                "TextualBody", "assessing", "text/plain", review.Decision.ToString().ToLowerInvariant(), new JsonAgent("Person", review.Who),
                review.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    // Ids and places are those of all items, as the desk shows them; what holds has the same order, without those that were rejected.
    private static IEnumerable<Item> Reviewed(ReviewedRecord reviewed)
    {
        var holds = new Queue<Item>(Items(RecordJson.Write(reviewed)));
        foreach (var item in Items(RecordJson.Write(reviewed.Shown)).Select(item => item with { Review = reviewed.Reviews.GetValueOrDefault(item.Id) }))
            yield return item.IsRejected ? item : item with { Json = holds.Dequeue().Json };
    }

    // Read off the data contract's own object, so that ids, words and offsets are the same everywhere.
    private static List<Item> Items(byte[] json)
    {
        using var record = JsonDocument.Parse(json);
        var root = record.RootElement;
        var items = new List<Item>();
        foreach (var name in root.GetProperty("names").EnumerateArray()) items.Add(new Item("name", Id(name), Readable(name), [.. name.GetProperty("mentions").EnumerateArray().Select(SpanOf)]));
        foreach (var said in root.GetProperty("statements").EnumerateArray()) items.Add(new Item("statement", Id(said), Readable(said), [SpanOf(said.GetProperty("content"))]));
        foreach (var figure in root.GetProperty("figures").EnumerateArray()) items.Add(new Item("figure", Id(figure), Readable(figure), [SpanOf(figure)]));
        foreach (var (time, i) in root.GetProperty("times").EnumerateArray().Select((time, i) => (time, i))) items.Add(new Item("time", string.Create(CultureInfo.InvariantCulture, $"t{i + 1}"), Readable(time), [SpanOf(time)]));
        foreach (var happening in root.GetProperty("events").EnumerateArray()) items.Add(new Item("event", Id(happening), Readable(happening), [SpanOf(happening.GetProperty("anchor"))]));
        return items;
    }

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private static string Readable(JsonElement item) => item.GetRawText();

    private static Span SpanOf(JsonElement span) => new(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());

    /// <param name="Spans">In code points.</param>
    /// <param name="Review">What a person decided on it; null if nobody did.</param>
    private sealed record Item(string Kind, string Id, string Json, IReadOnlyList<Span> Spans, Review? Review = null)
    {
        public bool IsRejected => Review?.Decision == Decision.Rejected;
    }
}
