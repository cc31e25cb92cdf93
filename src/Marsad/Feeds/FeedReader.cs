using System.Xml.Linq;

namespace Marsad.Feeds;

/// <summary>
/// Feed bytes → entries: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, sitemaps and lists of them, lists of addresses; each also as a gzip file. Pure,
/// and never throws on any bytes: what cannot be read is told as trouble and what could be read is given beside it.
/// </summary>
/// <param name="monthNames">Names of months in other languages than English, each with its number 1–12: some feeds write their dates for people.</param>
internal sealed class FeedReader(IEnumerable<KeyValuePair<string, int>>? monthNames = null)
{
    private readonly FeedDates _dates = new(monthNames);

    public FeedReading Read(ReadOnlySpan<byte> body, FeedHints hints)
    {
        if (PackedFile.IsPacked(body))
        {
            if (PackedFile.Unpack(body) is not { } unpacked) return FeedReading.Nothing(FeedTrouble.BadPacking());
            body = unpacked.Span;
        }

        var (text, encoding) = FeedText.Decode(body, hints.ContentType);
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty) return FeedReading.Nothing(FeedTrouble.Empty());
        if (start[0] is '{' or '[') return JsonFeed.Read(text, hints.Url, _dates);
        if (start[0] != '<' && AddressList.Read(text) is { } list) return list;
        var (mended, declared) = XmlMending.Mend(text);
        var found = FeedXml.Read(mended);
        if (KindOf(found) is FeedKind.None) return FeedReading.Nothing(FeedTrouble.NotAFeed(WhatElse(found.Root, text)));
        return Assemble(found, hints.Url, encoding, declared);
    }

    private static FeedKind KindOf(FeedElements found) => found.Root switch
    {
        "rss" or "RDF" or "channel" => FeedKind.Rss,
        "feed" => FeedKind.Atom,
        "urlset" => FeedKind.Sitemap,
        "sitemapindex" => FeedKind.SitemapIndex,
        _ => FeedKind.None,
    };

    private static string WhatElse(string root, string text)
    {
        if (root.Equals("html", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)) return "a web page";
        return root.Length == 0 ? "something that is no XML" : $"a document <{root}>";
    }

    private FeedReading Assemble(FeedElements found, Uri url, Trouble? encoding, bool declared)
    {
        var kind = KindOf(found);
        var isSitemap = kind is FeedKind.Sitemap or FeedKind.SitemapIndex;
        var site = isSitemap ? null : SiteOf(found.Channel, url);
        var reader = new EntryReader(site ?? url, _dates);
        var entries = found.Entries.Select(e => isSitemap ? SitemapEntry.Read(e, reader) : reader.Read(e)).OfType<FeedEntry>().DistinctBy(e => (e.Link, e.Updated)).ToList();
        if (kind is FeedKind.Sitemap) entries = SitemapEntry.Believed(entries);
        Trouble?[] troubles =
        [
            found.Broken is { } where ? FeedTrouble.Broken(where, entries.Count) : null,
            declared ? FeedTrouble.Declarations() : null,
            found.TooMany ? FeedTrouble.TooMany(FeedXml.Most(found.Root)) : null,
            .. reader.Troubles(),
            encoding,
        ];
        var (name, language) = isSitemap ? SitemapEntry.Publication(found.Entries) : (PlainText.Of(Channel(found, "title")), Channel(found, "language"));
        return new FeedReading(kind, name, site, language, entries, troubles.OfType<Trouble>().ToList());
    }

    private static string? Channel(FeedElements found, string name) =>
        found.Channel.FirstOrDefault(e => e.Name.LocalName == name && !string.IsNullOrWhiteSpace(e.Value))?.Value.Trim();

    // Relative links count from the site when the feed names one, since feeds are often served from a host of their own.
    private static Uri? SiteOf(List<XElement> channel, Uri url)
    {
        var links = channel.Where(e => e.Name.LocalName == "link" && e.Attribute("rel")?.Value is null or "alternate").ToList();
        return links.Select(e => PageAddress.Resolve(e.Value, url) ?? PageAddress.Resolve(e.Attribute("href")?.Value, url)).FirstOrDefault(u => u is not null);
    }
}
