namespace Marsad.Tests.Flow;

/// <summary>Nothing twice.</summary>
public sealed class OnceTests
{
    [Fact]
    public async Task A_page_that_is_linked_to_in_every_way_is_fetched_once()
    {
        await using var station = await SmallStation.StartAsync();
        station.Feed("http://manara.example/news/1?utm_source=a", "http://m.manara.example/news/1", "http://www.manara.example/news/1/amp", "https://manara.example/amp/news/1", "/news/1?fbclid=2#top", "/news/1?outputType=amp");
        station.Say("/news/1", "one");
        station.Follow();
        await station.Collect();
        Assert.Single(station.Walked);
        Assert.Equal(1, station.Server.Asked.Count(a => a.Path.Contains("/news/1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_page_calls_its_canonical_address_is_known_afterwards()
    {
        await using var station = await SmallStation.StartAsync();
        station.Feed("/p/777");
        station.Say("/p/777", "<html><head><link rel=canonical href='/news/the-whole-name'><link rel=amphtml href='/lite/777'></head><body>text</body></html>");
        station.Follow();
        await station.Collect();
        station.Feed("/news/the-whole-name", "/lite/777", "/p/777");
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal((1, 0, 0), (station.Walked.Count, station.Server.Count("/news/the-whole-name"), station.Server.Count("/lite/777")));
    }

    [Fact]
    public async Task Another_edition_of_a_page_that_is_known_is_not_walked_as_a_change_of_it()
    {
        await using var station = await SmallStation.StartAsync();
        station.Feed("/news/1");
        station.Say("/news/1", "<html><head></head><body>whole</body></html>");
        station.Say("/lite/1", "<html><head><link rel=canonical href='/news/1'></head><body>light</body></html>");
        station.Follow();
        await station.Collect();
        station.Feed("/news/1", "/lite/1");
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal(("/news/1", 1), (Assert.Single(station.WalkedPaths), station.Server.Count("/lite/1")));
    }

    [Fact]
    public async Task One_outlet_cannot_speak_for_the_pages_of_another()
    {
        await using var station = await SmallStation.StartAsync();
        station.Feed("http://other.example/trap");
        station.Say("/trap", "<html><head><link rel=canonical href='http://manara.example/news/1'></head><body>trap</body></html>");
        station.Say("/news/1", "one");
        station.Follow();
        await station.Collect();
        station.Feed("http://other.example/trap", "/news/1");
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal(["/news/1", "/trap"], station.WalkedPaths);
    }

    [Fact]
    public async Task An_entry_with_the_same_id_and_headline_under_another_address_is_the_same_page()
    {
        await using var station = await SmallStation.StartAsync();
        string Feed(string link) => $"<rss><channel><item><guid isPermaLink='false'>n-1</guid><title>خبر</title><link>{link}</link></item><item><guid isPermaLink='false'>n-1</guid><title>آخر</title><link>/2</link></item></channel></rss>";
        station.Say("/feed.xml", Feed("/1"));
        foreach (var page in (string[])["/1", "/2", "/moved/1"]) station.Say(page, page);
        station.Follow();
        await station.Collect();
        station.Say("/feed.xml", Feed("/moved/1"));
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal(["/1", "/2"], station.WalkedPaths);
    }

    [Fact]
    public async Task A_page_of_years_ago_that_appears_again_is_not_taken_for_news()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/list.txt", "http://manara.example/old\nhttp://manara.example/fresh\n");
        station.Say("/old", "old", r => r.Headers.LastModified = "Tue, 03 Mar 2015 08:00:00 GMT");
        station.Say("/fresh", "fresh", r => r.Headers.LastModified = "Thu, 06 Jan 2022 11:00:00 GMT");
        station.Follow("/list.txt");
        await station.Collect();
        DateTimeOffset? Before(string path) => station.Walked.Single(w => w.Path == path).Page is { } page ? page.Item.ChangedBefore(page.Capture.CapturedAt) : null;
        Assert.Equal((new DateTimeOffset(2015, 3, 3, 8, 0, 0, TimeSpan.Zero), null), (Before("/old"), Before("/fresh")));
    }

    [Fact]
    public async Task An_entry_that_comes_again_with_a_new_date_is_not_fetched_again()
    {
        await using var station = await SmallStation.StartAsync();
        string Feed(string date) => $"<rss><channel><item><title>خبر</title><link>/1</link><pubDate>{date}</pubDate></item></channel></rss>";
        station.Say("/feed.xml", Feed("Tue, 03 Mar 2015 08:00:00 GMT"));
        station.Say("/1", "one");
        station.Follow();
        await station.Collect();
        station.Say("/feed.xml", Feed("Thu, 06 Jan 2022 12:00:00 GMT"));
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal(1, station.Server.Count("/1"));
    }
}
