using System.Xml.Linq;

namespace Marsad.Feeds;

/// <summary>One entry's elements → <see cref="FeedEntry"/>, for every kind of RSS and Atom; counts what it could not read.</summary>
internal sealed class EntryReader(Uri baseUrl, FeedDates dates)
{
    private readonly List<string> _badDates = [];
    private readonly List<string> _noLinks = [];

    /// <summary>Null where no link to a page can be found.</summary>
    public FeedEntry? Read(XElement entry)
    {
        var id = Id(entry);
        var title = PlainText.Of(Plain(entry, "title"));
        if (Link(entry) is not { } link)
        {
            _noLinks.Add(title ?? id ?? "an entry without title");
            return null;
        }

        return new FeedEntry(link, id, title, Date(entry, PublishedNames), Date(entry, UpdatedNames));
    }

    public FeedEntry? Read(string? link, string? id, string? title, string? published, string? updated)
    {
        if ((PageAddress.Resolve(link, baseUrl) ?? PageAddress.Resolve(id, null)) is { } url)
            return new FeedEntry(url, Blank(id), PlainText.Of(title), Date(published), Date(updated));
        _noLinks.Add(title ?? id ?? "an entry without title");
        return null;
    }

    public IEnumerable<Trouble> Troubles()
    {
        if (_noLinks.Count > 0) yield return FeedTrouble.NoLink(_noLinks.Count, _noLinks[0]);
        if (_badDates.Count > 0) yield return FeedTrouble.Dates(_badDates.Count, _badDates[0]);
    }

    private static readonly XName[] PublishedNames =
        ["pubDate", XName.Get("published", Namespaces.Atom), XName.Get("issued", Namespaces.Atom03), XName.Get("date", Namespaces.DublinCore),
         XName.Get("issued", Namespaces.DublinTerms), XName.Get("created", Namespaces.DublinTerms)];

    private static readonly XName[] UpdatedNames =
        [XName.Get("updated", Namespaces.Atom), XName.Get("modified", Namespaces.Atom03), XName.Get("modified", Namespaces.DublinTerms)];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsOwn(XElement element) =>
        Namespaces.IsRss(element.Name.NamespaceName) || Namespaces.IsAtom(element.Name.NamespaceName);

    // The feed's own element before Atom's inside RSS: <media:title>, <itunes:title> are others' titles.
    private static string? Plain(XElement entry, string localName) =>
        Blank(entry.Elements().FirstOrDefault(e => e.Name.LocalName == localName && IsOwn(e))?.Value)
        ?? (localName == "title" ? Blank(entry.Element(XName.Get("title", Namespaces.DublinCore))?.Value) : null);

    private static string? Id(XElement entry) =>
        Plain(entry, "guid") ?? Plain(entry, "id") ?? Blank(entry.Attribute(XName.Get("about", Namespaces.Rdf))?.Value);

    private Uri? Link(XElement entry) =>
        FromLinkElements(entry) ?? FromGuid(entry) ?? PageAddress.Resolve(entry.Attribute(XName.Get("about", Namespaces.Rdf))?.Value, null)
        ?? (Plain(entry, "id") is { } id ? PageAddress.Resolve(id, null) : null);

    private Uri? FromLinkElements(XElement entry)
    {
        var links = entry.Elements().Where(e => e.Name.LocalName == "link" && IsOwn(e)).ToList();
        var text = links.Select(e => PageAddress.Resolve(e.Value, BaseOf(e, entry))).FirstOrDefault(url => url is not null);
        return text ?? links.Where(IsAlternate).OrderBy(IsNoPage)
            .Select(e => PageAddress.Resolve(e.Attribute("href")?.Value, BaseOf(e, entry))).FirstOrDefault(url => url is not null);
    }

    private static bool IsAlternate(XElement link) => link.Attribute("rel")?.Value is null or "" or "alternate";

    private static bool IsNoPage(XElement link) => link.Attribute("type")?.Value is { Length: > 0 } type && !type.Contains("html", StringComparison.OrdinalIgnoreCase);

    // RSS 2.0: a guid is the page's address unless isPermaLink says no; without the attribute it is tried, and refused if it is no web address.
    private static Uri? FromGuid(XElement entry)
    {
        var guid = entry.Elements().FirstOrDefault(e => e.Name.LocalName == "guid" && IsOwn(e));
        return guid?.Attribute("isPermaLink")?.Value is "false" ? null : PageAddress.Resolve(guid?.Value, null);
    }

    private Uri BaseOf(XElement link, XElement entry)
    {
        var said = link.Attribute(XName.Get("base", Namespaces.Xml)) ?? entry.Attribute(XName.Get("base", Namespaces.Xml));
        return PageAddress.Resolve(said?.Value, baseUrl) ?? baseUrl;
    }

    private DateTimeOffset? Date(XElement entry, XName[] names)
    {
        foreach (var name in names)
        {
            var text = Blank((name.NamespaceName.Length > 0 ? entry.Element(name) : entry.Elements().FirstOrDefault(e => e.Name.LocalName == name.LocalName && IsOwn(e)))?.Value);
            if (text is not null) return Date(text);
        }

        return null;
    }

    private DateTimeOffset? Date(string? text)
    {
        if (Blank(text) is not { } said) return null;
        if (dates.TryRead(said, out var date)) return date;
        _badDates.Add(said);
        return null;
    }
}
