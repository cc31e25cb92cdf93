namespace Marsad.Tests.Flow;

/// <summary>Nothing missed: what fell out of a feed between two polls.</summary>
public sealed class CatchUpTests
{
    private static string Sitemap(params IEnumerable<(string Path, string Date)> pages) =>
        "<urlset>" + string.Concat(pages.Select(p => $"<url><loc>{p.Path}</loc><lastmod>{p.Date}</lastmod></url>")) + "</urlset>";

    private static async Task<SmallStation> Following()
    {
        var station = await SmallStation.StartAsync();
        station.Answers["/robots.txt"] = context => context.Response.Body.WriteAsync("User-agent: *\nDisallow:\nSitemap: http://manara.example/news.xml\n"u8.ToArray()).AsTask();
        for (var i = 1; i <= 9; i++) station.Say($"/news/{i}", $"page {i}");
        station.Feed("/news/1", "/news/2");
        station.Say("/news.xml", Sitemap(("/news/1", "2022-01-06T11:00:00Z"), ("/news/2", "2022-01-06T11:05:00Z")));
        station.Follow();
        await station.Collect();
        return station;
    }

    [Fact]
    public async Task Entries_that_fell_out_of_a_feed_are_caught_from_the_sitemap()
    {
        await using var station = await Following();
        station.Feed("/news/8", "/news/9");
        station.Say("/news.xml", Sitemap(Enumerable.Range(1, 9).Select(i => ($"/news/{i}", $"2022-01-06T12:0{i}:00Z"))));
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal(Enumerable.Range(1, 9).Select(i => $"/news/{i}"), station.WalkedPaths);
        Assert.Contains(("caught", null, "5"), station.Events());
    }

    [Fact]
    public async Task A_feed_that_overlaps_its_last_poll_asks_for_no_sitemap()
    {
        await using var station = await Following();
        station.Feed("/news/2", "/news/3");
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal(0, station.Server.Count("/news.xml"));
    }

    [Fact]
    public async Task What_is_older_than_the_last_poll_or_of_another_section_is_not_caught()
    {
        await using var station = await Following();
        station.Feed("/news/8", "/news/9");
        station.Say("/news.xml", Sitemap(("/news/5", "2022-01-06T12:10:00Z"), ("/news/6", "2019-01-01T00:00:00Z"), ("/sport/1", "2022-01-06T12:10:00Z")));
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal(["/news/1", "/news/2", "/news/5", "/news/8", "/news/9"], station.WalkedPaths);
    }

    [Fact]
    public async Task A_sitemap_that_cannot_be_had_in_time_is_asked_for_at_the_next_poll()
    {
        await using var station = await Following();
        station.Feed("/news/8", "/news/9");
        station.Fail("/news.xml", 500);
        await station.Later(TimeSpan.FromMinutes(30));
        station.Say("/news.xml", Sitemap(("/news/5", "2022-01-06T12:10:00Z")));
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Contains("/news/5", station.WalkedPaths);
    }

    [Fact]
    public async Task A_site_without_a_sitemap_is_told_that_pages_may_be_missing()
    {
        await using var station = await SmallStation.StartAsync();
        station.Feed("/1", "/2");
        station.Follow();
        await station.Collect();
        station.Feed("/3", "/4");
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Contains(station.Events(), e => e.Code == "FE014");
    }
}
