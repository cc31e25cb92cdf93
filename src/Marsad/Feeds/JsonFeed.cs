using System.Text.Json;

namespace Marsad.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public static FeedReading Read(string text, Uri url, FeedDates dates)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Read(json.RootElement, url, dates);
        }
        catch (JsonException broken)
        {
            return FeedReading.Nothing(FeedTrouble.Broken($"JSON, line {broken.LineNumber}", 0));
        }
    }

    private static FeedReading Read(JsonElement root, Uri url, FeedDates dates)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            return FeedReading.Nothing(FeedTrouble.NotAFeed("JSON without items"));
        var site = PageAddress.Resolve(Text(root, "home_page_url"), url);
        var reader = new EntryReader(site ?? url, dates);
        var entries = items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Take(FeedXml.MostEntries)
            .Select(i => Entry(i, reader)).OfType<FeedEntry>().DistinctBy(e => (e.Link, e.Updated)).ToList();
        var tooMany = items.GetArrayLength() > FeedXml.MostEntries;
        IEnumerable<Trouble> troubles = tooMany ? [FeedTrouble.TooMany(FeedXml.MostEntries), .. reader.Troubles()] : reader.Troubles();
        return new FeedReading(FeedKind.Json, PlainText.Of(Text(root, "title")), site, Text(root, "language"), entries, troubles.ToList());
    }

    private static FeedEntry? Entry(JsonElement item, EntryReader reader) =>
        reader.Read(Text(item, "url") ?? Text(item, "external_url"), Text(item, "id"), Text(item, "title"), Text(item, "date_published"), Text(item, "date_modified"));

    // An id may be a number; a string may hold half a surrogate pair, which GetString refuses.
    private static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number) return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
