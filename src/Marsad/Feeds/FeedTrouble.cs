namespace Marsad.Feeds;

/// <summary>The trouble codes of this room; docs/rooms/feeds.md says what each means for an operator.</summary>
internal static class FeedTrouble
{
    public static Trouble Empty() => new("FE001", "the body is empty");

    public static Trouble NotAFeed(string what) => new("FE002", $"not a feed but {what}");

    public static Trouble Broken(string where, int entries) => new("FE003", $"broken: {where}; {entries} entries were read");

    public static Trouble Encoding(string said, string used) => new("FE004", $"says it is {said}, read as {used}");

    public static Trouble Declarations() => new("FE005", "a document type with declarations was left out; its entities are not expanded");

    public static Trouble NoLink(int count, string first) => new("FE006", $"{count} entries without a usable link, the first: {Short(first)}");

    public static Trouble Dates(int count, string first) => new("FE007", $"{count} unreadable dates, the first: {Short(first)}");

    public static Trouble TooMany(int limit) => new("FE008", $"more than {limit} entries; the rest was left");

    public static Trouble NoList(string what) => new("FE009", $"not a list of subscriptions (OPML) but {what}");

    public static Trouble BadPacking() => new("FE010", "a gzip file that cannot be unpacked, or unpacks to more than is allowed");

    public static Trouble NoArticleLinks(int links) => new("FE011", $"a page with {links} links, none of which looks like an article");

    public static Trouble BadSitemap(Uri sitemap, Trouble why) => new("FE013", $"the sitemap {sitemap} cannot be had ({why.Code}: {why.Detail})");

    public static Trouble NothingToCatchUpFrom(Uri site) => new("FE014", $"the feed has turned over as a whole since its last poll, and {site.Host} has no sitemap that says what may be missing");

    public static Trouble NoFile(string path) => new("FE015", $"the file {path} is missing or too large");

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
