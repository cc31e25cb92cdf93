using System.Xml;
using System.Xml.Linq;

namespace Marsad.Feeds;

/// <summary>The channel's own elements and its entries, as far as the XML could be read.</summary>
internal sealed record FeedElements(string Root, List<XElement> Channel, List<XElement> Entries, string? Broken, bool TooMany);

/// <summary>
/// XML → elements. A feed that breaks in the middle is read a second time entry by entry, each on its own, so that one bad entry costs one entry.
/// </summary>
internal static class FeedXml
{
    public const int MostEntries = 5000;

    // sitemaps.org: "no more than 50,000 URLs".
    private const int MostLocations = 50_000;

    // An attacker may nest without end; elements of real feeds stand less than ten deep.
    private const int Deepest = 100;

    public static FeedElements Read(string text)
    {
        var found = new FeedElements("", [], [], null, false);
        try
        {
            using var reader = Open(text, ConformanceLevel.Document);
            return Walk(reader, found);
        }
        catch (XmlException broken)
        {
            return Salvage(text, found, broken);
        }
    }

    /// <summary>A reader with document types prohibited and no resolver, to which undeclared prefixes are no fault.</summary>
    public static XmlReader Open(string text, ConformanceLevel level)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            ConformanceLevel = level,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        var context = new XmlParserContext(null, new AnyPrefix(new NameTable()), null, XmlSpace.None);
        return XmlReader.Create(new StringReader(text), settings, context);
    }

    private static FeedElements Walk(XmlReader reader, FeedElements found)
    {
        reader.MoveToContent();
        found = found with { Root = reader.LocalName };
        if (found.Root is not ("rss" or "RDF" or "feed" or "channel" or "urlset" or "sitemapindex")) return found;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element || (reader.LocalName == "channel" && reader.Depth <= 1)) reader.Read();
            else if (!IsEntry(found.Root, reader.LocalName)) found.Channel.Add(Element(reader));
            else if (found.Entries.Count == Most(found.Root)) return found with { TooMany = true };
            else found.Entries.Add(Element(reader));
        }

        return found;
    }

    public static int Most(string root) => root is "urlset" or "sitemapindex" ? MostLocations : MostEntries;

    private static bool IsEntry(string root, string localName) => root switch
    {
        "urlset" => localName == "url",
        "sitemapindex" => localName == "sitemap",
        _ => localName is "item" or "entry",
    };

    private static XElement Element(XmlReader reader)
    {
        using var subtree = reader.ReadSubtree();
        var root = new XElement("none");
        var at = root;
        while (subtree.Read())
            at = Take(subtree, at);
        reader.Read();
        return root.Elements().First();
    }

    // Building the tree by hand bounds its depth, so that nothing that walks it later can run out of stack.
    private static XElement Take(XmlReader reader, XElement at)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when reader.Depth > Deepest:
                throw new XmlException($"nested deeper than {Deepest}");
            case XmlNodeType.Element:
                var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                at.Add(element);
                var empty = reader.IsEmptyElement;
                TakeAttributes(reader, element);
                return empty ? at : element;
            case XmlNodeType.EndElement:
                return at.Parent!;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                at.Add(new XText(reader.Value));
                return at;
            default:
                return at;
        }
    }

    private static void TakeAttributes(XmlReader reader, XElement element)
    {
        while (reader.MoveToNextAttribute())
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns") element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
        reader.MoveToElement();
    }

    private static FeedElements Salvage(string text, FeedElements found, XmlException broken)
    {
        found.Entries.Clear();
        var root = found.Root.Length > 0 ? found.Root : RootOf(text);
        var tooMany = false;
        foreach (var range in EntryRanges(text, EntryName(root, text)))
        {
            tooMany = found.Entries.Count == Most(root);
            if (tooMany) break;
            if (TryEntry(text[range]) is { } entry) found.Entries.Add(entry);
        }

        return found with { Root = root, Broken = $"line {broken.LineNumber}, {FirstSentence(broken.Message)}", TooMany = tooMany };
    }

    private static string FirstSentence(string message) => message.Split(". ", 2)[0].TrimEnd('.');

    private static string RootOf(string text) =>
        text.Contains("<rss", StringComparison.OrdinalIgnoreCase) ? "rss"
        : text.Contains("<feed", StringComparison.OrdinalIgnoreCase) ? "feed"
        : text.Contains("<rdf:RDF", StringComparison.OrdinalIgnoreCase) ? "RDF"
        : text.Contains("<urlset", StringComparison.OrdinalIgnoreCase) ? "urlset"
        : text.Contains("<sitemapindex", StringComparison.OrdinalIgnoreCase) ? "sitemapindex"
        : "";

    private static string EntryName(string root, string text) => root switch
    {
        "urlset" => "url",
        "sitemapindex" => "sitemap",
        _ => text.Contains("<entry", StringComparison.Ordinal) && !text.Contains("<item", StringComparison.Ordinal) ? "entry" : "item",
    };

    // From each "<item" or "<entry" to its end tag, or to where the next one opens.
    private static IEnumerable<Range> EntryRanges(string text, string name)
    {
        var open = NextOpen(text, name, 0);
        while (open >= 0)
        {
            var next = NextOpen(text, name, open + 1);
            var limit = next < 0 ? text.Length : next;
            var close = text.IndexOf($"</{name}", open, limit - open, StringComparison.Ordinal);
            yield return close < 0 ? open..limit : open..Math.Min(limit, close + name.Length + 3);
            open = next;
        }
    }

    private static int NextOpen(string text, string name, int from)
    {
        for (var i = text.IndexOf('<' + name, from, StringComparison.Ordinal); i >= 0; i = text.IndexOf('<' + name, i + 1, StringComparison.Ordinal))
            if (i + name.Length + 1 < text.Length && !char.IsLetter(text[i + name.Length + 1])) return i;
        return -1;
    }

    // What was read of an entry before it broke is kept: its link often stands before the fault.
    private static XElement? TryEntry(string text)
    {
        var root = new XElement("none");
        try
        {
            using var reader = Open(text, ConformanceLevel.Fragment);
            var at = root;
            while (reader.Read()) at = Take(reader, at);
        }
        catch (XmlException)
        {
            // The remains are in root.
        }

        return root.Elements().FirstOrDefault();
    }

    /// <summary>Gives a namespace to prefixes that a feed uses without declaring; the entry reader knows the usual ones by prefix.</summary>
    private sealed class AnyPrefix(XmlNameTable names) : XmlNamespaceManager(names)
    {
        public override string? LookupNamespace(string prefix) =>
            base.LookupNamespace(prefix) ?? (prefix.Length == 0 ? null : NameTable!.Add(Namespaces.Of(prefix)));
    }
}
