using System.Xml.Linq;

namespace Marsad.Feeds;

/// <summary>What a sitemap (sitemaps.org) says of a page, with Google's news extension where it is used.</summary>
internal static class SitemapEntry
{
    // Below this, pages that were all changed at one time may well have been.
    private const int Few = 3;

    /// <summary>Null where no address can be found.</summary>
    public static FeedEntry? Read(XElement entry, EntryReader reader) =>
        reader.Read(Text(entry, "loc"), null, News(entry, "title"), News(entry, "publication_date"), Text(entry, "lastmod"));

    /// <summary>Many sites write the time of the request as the last change of every page: then it says nothing, and believing it would fetch them all again each time.</summary>
    public static List<FeedEntry> Believed(List<FeedEntry> entries) =>
        entries.Count > Few && entries.TrueForAll(e => e.Updated is { } updated && updated == entries[0].Updated) ? entries.ConvertAll(e => e with { Updated = null }) : entries;

    /// <summary>The outlet's name and language as the news extension says them; null where it is not used.</summary>
    public static (string? Name, string? Language) Publication(List<XElement> entries)
    {
        var first = entries.Select(e => Child(Child(e, "news"), "publication")).FirstOrDefault(p => p is not null);
        return (PlainText.Of(Text(first, "name")), Text(first, "language"));
    }

    private static string? News(XElement entry, string name) => Text(Child(entry, "news"), name);

    // By local name: the extension's namespace is written in many ways, or not declared at all.
    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Text(XElement? element, string name) => Child(element, name)?.Value is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
