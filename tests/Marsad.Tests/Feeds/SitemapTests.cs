using System.IO.Compression;
using System.Text;
using Marsad.Feeds;

namespace Marsad.Tests.Feeds;

public sealed class SitemapTests
{
    private static readonly FeedReader Reader = new();

    private const string News = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://a.example/1</loc><lastmod>2022-01-06T10:00:00Z</lastmod><news:news><news:publication><news:name>منارة</news:name><news:language>ar</news:language></news:publication>
        <news:publication_date>2022-01-06T09:00:00+03:00</news:publication_date><news:title>اشتباكات &amp; هدوء</news:title></news:news></url></urlset>
        """;

    private static FeedReading Read(byte[] body) => Reader.Read(body, new FeedHints(new Uri("https://a.example/sitemap.xml"), "text/html"));

    private static FeedReading Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    [Fact]
    public void A_news_sitemap_gives_pages_with_title_and_both_times() =>
        Assert.Equal(
            new FeedEntry(new Uri("https://a.example/1"), null, "اشتباكات & هدوء", new DateTimeOffset(2022, 1, 6, 6, 0, 0, TimeSpan.Zero), new DateTimeOffset(2022, 1, 6, 10, 0, 0, TimeSpan.Zero)),
            Assert.Single(Read(News).Entries));

    [Fact]
    public void A_news_sitemap_names_its_outlet_and_language() => Assert.Equal(("منارة", "ar"), (Read(News).Title, Read(News).Language));

    [Fact]
    public void A_sitemap_that_is_a_gzip_file_is_read_whatever_it_is_labelled()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(News));
        Assert.Equal(FeedKind.Sitemap, Read(packed.ToArray()).Kind);
    }

    [Fact]
    public void A_gzip_file_that_is_a_bomb_is_left()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(new byte[60 << 20]);
        Assert.Equal("FE010", Assert.Single(Read(packed.ToArray()).Troubles).Code);
    }

    [Fact]
    public void A_list_of_sitemaps_gives_the_sitemaps()
    {
        var reading = Read("<sitemapindex><sitemap><loc>https://a.example/s1.xml.gz</loc><lastmod>2022-01-06</lastmod></sitemap><sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>");
        Assert.Equal((FeedKind.SitemapIndex, "https://a.example/s1.xml.gz https://a.example/s2.xml"), (reading.Kind, string.Join(' ', reading.Entries.Select(e => e.Link))));
    }

    [Fact]
    public void One_time_of_change_for_every_page_is_not_believed() =>
        Assert.All(Read("<urlset>" + string.Concat(Enumerable.Range(0, 9).Select(i => $"<url><loc>/{i}</loc><lastmod>2022-01-06T10:00:00Z</lastmod></url>")) + "</urlset>").Entries, e => Assert.Null(e.Updated));

    [Fact]
    public void A_broken_sitemap_gives_what_can_be_read() =>
        Assert.Equal(2, Read("<urlset xmlns='x'><url><loc>/1</loc></url><url><loc>/2</loc><bad</url></urlset>").Entries.Count);

    [Fact]
    public void More_than_fifty_thousand_pages_are_not_taken()
    {
        var reading = Read("<urlset>" + string.Concat(Enumerable.Range(0, 50_001).Select(i => $"<url><loc>/{i}</loc></url>")) + "</urlset>");
        Assert.Equal((50_000, "FE008"), (reading.Entries.Count, reading.Troubles[0].Code));
    }

    [Fact]
    public void A_list_of_addresses_is_plain_text_with_one_a_line()
    {
        var reading = Read("# by hand\nhttps://a.example/1\tعنوان\n\nhttps://a.example/2?utm_source=x\nnot an address\n");
        Assert.Equal((FeedKind.List, "https://a.example/1 https://a.example/2", "عنوان", "FE006"),
            (reading.Kind, string.Join(' ', reading.Entries.Select(e => e.Link)), reading.Entries[0].Title, Assert.Single(reading.Troubles).Code));
    }
}
