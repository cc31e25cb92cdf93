using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Marsad.Cli.Demo;

/// <summary>Writes the feed of an outlet, in its own encoding: RSS 2.0 or Atom (RFC 4287).</summary>
internal static class DemoFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(DemoOutlet outlet, IEnumerable<DemoArticle> articles)
    {
        var newest = articles.OrderByDescending(a => a.Updated).ThenBy(a => a.Slug, StringComparer.Ordinal).ToList();
        var root = outlet.Settings.Feed == "atom" ? AtomFeed(outlet, newest) : Rss(outlet, newest);
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = Unmarked(outlet.Settings.Encoding), Indent = true })) root.WriteTo(writer);
        return bytes.ToArray();
    }

    public static string ContentType(DemoOutlet outlet) => outlet.Settings.Feed == "atom" ? "application/atom+xml" : "application/rss+xml";

    private static Encoding Unmarked(string name) => name == "utf-8" ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Encoding.GetEncoding(name);

    private static XElement Rss(DemoOutlet outlet, List<DemoArticle> articles) =>
        new("rss", new XAttribute("version", "2.0"), new XElement("channel",
            new XElement("title", outlet.Settings.Name), new XElement("link", outlet.Home), new XElement("description", outlet.Settings.Name),
            new XElement("language", outlet.Settings.Language),
            articles.Select(a => new XElement("item",
                new XElement("title", a.Title), new XElement("link", outlet.UrlOf(a)), new XElement("guid", new XAttribute("isPermaLink", "false"), $"{outlet.Settings.Host}-{a.Slug}"),
                new XElement("pubDate", FeedDate(outlet, a.Published))))));

    // RFC 822, or the form that many a home-made feed has instead.
    private static string FeedDate(DemoOutlet outlet, DateTimeOffset at) => outlet.Settings.FeedDates == "odd"
        ? at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : at.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);

    private static XElement AtomFeed(DemoOutlet outlet, List<DemoArticle> articles) =>
        new(Atom + "feed",
            new XElement(Atom + "title", outlet.Settings.Name), new XElement(Atom + "id", outlet.FeedUrl),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", outlet.FeedUrl)),
            new XElement(Atom + "updated", Stamp(articles.Count > 0 ? articles[0].Updated : DateTimeOffset.UnixEpoch)),
            articles.Select(a => new XElement(Atom + "entry",
                new XElement(Atom + "title", a.Title), new XElement(Atom + "id", $"tag:{outlet.Settings.Host},2022:{a.Slug}"),
                new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", outlet.UrlOf(a))),
                new XElement(Atom + "published", Stamp(a.Published)), new XElement(Atom + "updated", Stamp(a.Updated)))));

    private static string Stamp(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
