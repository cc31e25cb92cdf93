using System.Xml.Linq;

namespace Marsad.Feeds;

/// <summary>
/// Feed bytes → entries: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed. Pure, and never throws on any bytes: what cannot be read is told as trouble
/// and what could be read is given beside it.
/// </summary>
/// <param name="monthNames">Names of months in other languages than English, each with its number 1–12: some feeds write their dates for people.</param>
internal sealed class FeedReader(IEnumerable<KeyValuePair<string, int>>? monthNames = null)
{
    private readonly FeedDates _dates = new(monthNames);

    public FeedReading Read(ReadOnlySpan<byte> body, FeedHints hints)
    {
        var (text, encoding) = FeedText.Decode(body, hints.ContentType);
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty) return FeedReading.Nothing(FeedTrouble.Empty());
        if (start[0] is '{' or '[') return JsonFeed.Read(text, hints.Url, _dates);
        var (mended, declared) = XmlMending.Mend(text);
        var found = FeedXml.Read(mended);
        if (KindOf(found) is FeedKind.None) return FeedReading.Nothing(FeedTrouble.NotAFeed(WhatElse(found.Root, text)));
        return Assemble(found, hints.Url, encoding, declared);
    }

    private static FeedKind KindOf(FeedElements found) => found.Root switch
    {
        "rss" or "RDF" or "channel" => FeedKind.Rss,
        "feed" => FeedKind.Atom,
        _ => FeedKind.None,
    };

    private static string WhatElse(string root, string text)
    {
        if (root.Equals("html", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)) return "a web page";
        return root.Length == 0 ? "something that is no XML" : $"a document <{root}>";
    }

    private FeedReading Assemble(FeedElements found, Uri url, Trouble? encoding, bool declared)
    {
        var site = SiteOf(found.Channel, url);
        var reader = new EntryReader(site ?? url, _dates);
        var entries = found.Entries.Select(reader.Read).OfType<FeedEntry>().DistinctBy(e => (e.Link, e.Updated)).ToList();
        Trouble?[] troubles =
        [
            found.Broken is { } where ? FeedTrouble.Broken(where, entries.Count) : null,
            declared ? FeedTrouble.Declarations() : null,
            found.TooMany ? FeedTrouble.TooMany(FeedXml.MostEntries) : null,
            .. reader.Troubles(),
            encoding,
        ];
        return new FeedReading(KindOf(found), PlainText.Of(Channel(found, "title")), site, Channel(found, "language"), entries, troubles.OfType<Trouble>().ToList());
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
