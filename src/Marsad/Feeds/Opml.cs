using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Marsad.Feeds;

/// <summary>A feed as a list of subscriptions names it.</summary>
/// <param name="Title">Null if the list gives it none.</param>
/// <param name="Language">Null if the list does not say.</param>
public sealed record Subscription(Uri Feed, string? Title, string? Language)
{
    /// <summary>A country code; null if the list does not say.</summary>
    public string? Country { get; init; }

    /// <summary>What is followed there, where the list was written by Marsad: "feed", "sitemap", "page", "list"; else null.</summary>
    public string? Kind { get; init; }

    /// <summary>How far it is trusted, where the list was written by Marsad: "high", "usual", "low"; else null.</summary>
    public string? Trust { get; init; }
}

/// <summary>Lists of subscriptions as every feed reader writes them (OPML 2.0).</summary>
public static class Opml
{
    // Folders within folders are real; a hundred levels of them are an attack on the stack.
    private const int Deepest = 100;

    // OPML 2.0 leaves attributes to others where they have a namespace; feed readers pass over them.
    private static readonly XNamespace Own = "urn:marsad:source";

    /// <summary>All feeds of a list, those in folders too, each once.</summary>
    /// <returns>Trouble FE009 where it is no OPML; what could be read before it broke is given all the same.</returns>
    public static (IReadOnlyList<Subscription> Subscriptions, Trouble? Trouble) Read(ReadOnlySpan<byte> bytes)
    {
        var found = new List<Subscription>();
        var (text, _) = FeedText.Decode(bytes, null);
        try
        {
            using var reader = FeedXml.Open(XmlMending.Mend(text).Text, ConformanceLevel.Document);
            reader.MoveToContent();
            if (reader.LocalName != "opml") return ([], FeedTrouble.NoList($"a document <{reader.LocalName}>"));
            while (reader.Read() && reader.Depth < Deepest)
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "outline" && Outline(reader) is { } subscription) found.Add(subscription);
            return (Once(found), null);
        }
        catch (XmlException broken)
        {
            return (Once(found), FeedTrouble.NoList($"broken at line {broken.LineNumber}"));
        }
    }

    /// <summary>The list as UTF-8 XML.</summary>
    public static byte[] Write(IEnumerable<Subscription> subscriptions, string title)
    {
        ArgumentNullException.ThrowIfNull(subscriptions);
        var body = new XElement("body", subscriptions.Select(s => new XElement(
            "outline", new XAttribute("type", "rss"), new XAttribute("text", s.Title ?? s.Feed.Host), new XAttribute("xmlUrl", s.Feed.AbsoluteUri),
            Said("language", s.Language), Said(Own + "country", s.Country), Said(Own + "kind", s.Kind), Said(Own + "trust", s.Trust))));
        var document = new XElement("opml", new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "marsad", Own), new XElement("head", new XElement("title", title)), body);
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + document + "\n");
    }

    private static XAttribute? Said(XName name, string? value) => value is null ? null : new XAttribute(name, value);

    private static Subscription? Outline(XmlReader reader) => PageAddress.Resolve(Attribute(reader, "xmlUrl"), null) is { } feed
        ? new Subscription(feed, PlainText.Of(Attribute(reader, "title") ?? Attribute(reader, "text")), Attribute(reader, "language"))
        {
            Country = Attribute(reader, "country"),
            Kind = Attribute(reader, "kind"),
            Trust = Attribute(reader, "trust"),
        }
        : null;

    private static string? Attribute(XmlReader reader, string name)
    {
        // Some write XMLURL, some xmlurl.
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (!reader.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) || reader.Value.Length == 0) continue;
            var value = reader.Value;
            reader.MoveToElement();
            return value;
        }

        reader.MoveToElement();
        return null;
    }

    private static List<Subscription> Once(IEnumerable<Subscription> found) => [.. found.DistinctBy(s => s.Feed)];
}
