using Marsad.Flow;
using Marsad.Reading;
using Marsad.Store;

namespace Marsad.Tests.Flow;

public sealed class SourceProbeTests
{
    private const string Feed = "<rss><channel><title>منارة</title><item><title>خبر</title><link>/1</link></item></channel></rss>";
    private static readonly string Front = "<html><body>" + string.Concat(Enumerable.Range(1, 8).Select(i => $"<h2><a href='/news/{40_000 + i}'>مجلس الأمن يعقد جلسة طارئة مساء اليوم رقم {i}</a></h2>")) + "</body></html>";

    private static async Task<ProbeResult> Find(SmallStation station, string path = "/")
    {
        using var probe = new SourceProbe(station.Fetch, TimeProvider.System);
        return await probe.FindAsync(new Uri("http://manara.example" + path), CancellationToken.None);
    }

    private static async Task<(string Path, SourceKind Kind)> Found(SmallStation station)
    {
        var found = Assert.IsType<ProbeResult.Found>(await Find(station));
        return (found.Address.AbsolutePath, found.Kind);
    }

    [Fact]
    public async Task The_feed_that_a_page_names_is_found_before_that_of_its_comments()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/", "<html><head><link rel=alternate type=application/rss+xml href=/comments/feed><link rel=alternate type=application/rss+xml href=/all.xml></head></html>", r => r.ContentType = "text/html");
        station.Say("/comments/feed", Feed);
        station.Say("/all.xml", Feed);
        Assert.Equal(("/all.xml", SourceKind.Feed), await Found(station));
    }

    [Fact]
    public async Task A_feed_where_sites_usually_have_it_is_found()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/", Front, r => r.ContentType = "text/html");
        station.Say("/rss.xml", Feed);
        Assert.Equal(("/rss.xml", SourceKind.Feed), await Found(station));
    }

    [Fact]
    public async Task A_sitemap_that_robots_txt_names_is_found_where_there_is_no_feed_news_first()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/", Front, r => r.ContentType = "text/html");
        station.Say("/robots.txt", "Sitemap: http://manara.example/all.xml\nSitemap: http://manara.example/news.xml\n");
        foreach (var sitemap in (string[])["/all.xml", "/news.xml"]) station.Say(sitemap, "<urlset><url><loc>/1</loc></url></urlset>");
        Assert.Equal(("/news.xml", SourceKind.Sitemap), await Found(station));
    }

    [Fact]
    public async Task A_front_page_is_followed_by_its_links_where_there_is_nothing_else()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/", Front, r => r.ContentType = "text/html");
        Assert.Equal(("/", SourceKind.Page), await Found(station));
    }

    [Fact]
    public async Task The_newest_page_is_read_as_a_sample()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/feed.xml", Feed);
        station.Say("/1", "<html><body><article><h1>مجلس الأمن يعقد جلسة طارئة</h1><p>قال المتحدث باسم المنظمة إن المجلس سيعقد جلسة طارئة مساء اليوم لبحث التطورات الأخيرة في البلاد.</p></article></body></html>", r => r.ContentType = "text/html; charset=utf-8");
        var found = Assert.IsType<ProbeResult.Found>(await Find(station, "/feed.xml"));
        Assert.Equal("مجلس الأمن يعقد جلسة طارئة", Assert.IsType<PageReading.Read>(found.Sample).Article.Title);
    }

    [Fact]
    public async Task A_page_with_nothing_to_follow_says_so()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/", "<html><body>closed</body></html>", r => r.ContentType = "text/html");
        Assert.Equal("FE002", Assert.IsType<ProbeResult.NotFound>(await Find(station)).Trouble.Code);
    }

    [Fact]
    public async Task A_check_asks_the_source_and_changes_nothing()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/feed.xml", Feed);
        station.Follow();
        using var probe = new SourceProbe(station.Fetch, TimeProvider.System);
        Assert.IsType<ProbeResult.Found>(await probe.CheckAsync(station.Source, CancellationToken.None));
        Assert.Equal((null, 0), (station.Source.Interval, station.Store.Work.Count(WorkState.Waiting)));
    }
}
