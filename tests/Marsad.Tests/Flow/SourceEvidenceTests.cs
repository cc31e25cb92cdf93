using System.Globalization;
using System.Text;
using Marsad.Archive;
using Marsad.Archive.Warc;
using Marsad.Flow;
using Marsad.Store;

namespace Marsad.Tests.Flow;

/// <summary>What is kept besides pages: what sources said of them, and that a page was still there; bounded, so that a source that publishes nothing adds nothing.</summary>
public sealed class SourceEvidenceTests
{
    private const string Site = "http://manara.example";

    private static Evidence? Kept(SmallStation station, string path) => station.Archive.Find(new Uri(Site + path), station.Clock.GetUtcNow());

    private static string Body(SmallStation station, Evidence evidence) => Encoding.UTF8.GetString(station.Archive.Read(evidence.Digest).Span);

    private static List<string> Captures(SmallStation station) =>
        [.. File.ReadLines(Path.Combine(DataDirectory.Archive(station.Options.DataDirectory), "log.jsonl")).Where(line => line.Contains("\"kind\":\"capture\"", StringComparison.Ordinal))];

    private static void AssertWhole(SmallStation station) => Assert.Null(ArchiveCheck.Run(DataDirectory.Archive(station.Options.DataDirectory)).Damage);

    [Fact]
    public async Task A_feed_that_names_a_new_page_is_kept_as_it_came()
    {
        await using var station = await SmallStation.StartAsync();
        station.Feed("/news/1");
        station.Say("/news/1", "<p>one</p>");
        station.Follow();
        await station.Collect();
        var feed = Kept(station, "/feed.xml");
        Assert.NotNull(feed);
        Assert.Contains("/news/1", Body(station, feed), StringComparison.Ordinal);
        Assert.Equal(("response", 200), (feed.Type, feed.Status));
        AssertWhole(station);
    }

    [Fact]
    public async Task A_source_that_publishes_nothing_adds_nothing_whatever_it_says_of_the_hour()
    {
        await using var station = await SmallStation.StartAsync();
        var polls = 0;
        station.Say("/news/1", "<p>one</p>");
        station.Say("/robots.txt", "User-agent: *\nDisallow: /private\n");
        station.Answers["/feed.xml"] = context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, string.Create(
            CultureInfo.InvariantCulture, $"<rss><channel><lastBuildDate>{++polls}</lastBuildDate><item><title>headline</title><link>/news/1</link></item></channel></rss>"));
        station.Follow();
        await station.Collect();
        // The second look at the page is the last.
        await station.Later(TimeSpan.FromDays(1));
        var before = Captures(station).Count;
        for (var day = 0; day < 14; day++) await station.Later(TimeSpan.FromDays(1));
        Assert.True(polls > 10, $"{polls} polls");
        Assert.Equal(before, Captures(station).Count);
    }

    [Fact]
    public async Task A_larger_list_than_a_news_sitemap_may_be_is_not_kept()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/sitemap.xml", $"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{Site}/news/1</loc></url><!-- {new string('x', 1 << 20)} --></urlset>");
        station.Say("/news/1", "<p>one</p>");
        station.Follow("/sitemap.xml", SourceKind.Sitemap);
        await station.Collect();
        Assert.Equal("/news/1", station.WalkedLine);
        Assert.Null(Kept(station, "/sitemap.xml"));
    }

    [Fact]
    public async Task Of_a_list_of_sitemaps_the_one_that_named_the_page_is_kept()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/index.xml", $"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{Site}/a.xml</loc></sitemap><sitemap><loc>{Site}/b.xml</loc></sitemap></sitemapindex>");
        station.Say("/a.xml", $"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{Site}/news/1</loc></url></urlset>");
        station.Say("/b.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>");
        station.Say("/news/1", "<p>one</p>");
        station.Follow("/index.xml", SourceKind.Sitemap);
        await station.Collect();
        Assert.NotNull(Kept(station, "/a.xml"));
        Assert.Null(Kept(station, "/b.xml"));
    }

    [Fact]
    public async Task The_rules_of_a_host_are_kept_when_they_change()
    {
        await using var station = await SmallStation.StartAsync();
        station.Feed("/news/1");
        station.Say("/news/1", "<p>one</p>");
        station.Say("/robots.txt", "User-agent: *\nDisallow: /private\n");
        station.Follow();
        await station.Collect();
        var first = Kept(station, "/robots.txt");
        Assert.Contains("/private", Body(station, first!), StringComparison.Ordinal);
        await station.Later(TimeSpan.FromDays(2));
        Assert.Equal(first!.Entry, Kept(station, "/robots.txt")!.Entry);
        station.Say("/robots.txt", "User-agent: *\nDisallow: /secret\n");
        await station.Later(TimeSpan.FromDays(2));
        Assert.Contains("/secret", Body(station, Kept(station, "/robots.txt")!), StringComparison.Ordinal);
        AssertWhole(station);
    }

    private static async Task<SmallStation> LookedAtAgain()
    {
        var station = await SmallStation.StartAsync();
        station.Feed("/news/1");
        station.Answers["/news/1"] = context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            if (context.Request.Headers.IfNoneMatch != "\"v1\"") return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "<p>one</p>");
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        };
        station.Follow();
        await station.Collect();
        await station.Later(TimeSpan.FromHours(2));
        return station;
    }

    [Fact]
    public async Task That_a_page_still_stood_there_is_kept_in_the_hosts_own_words()
    {
        await using var station = await LookedAtAgain();
        var again = Kept(station, "/news/1")!;
        var first = station.Archive.Find(new Uri(Site + "/news/1"), station.Clock.GetUtcNow() - TimeSpan.FromHours(1))!;
        Assert.Equal(("revisit", 304, true), (again.Type, again.Status, again.IsWordOnly));
        Assert.Equal((first.Digest, "<p>one</p>"), (again.Digest, Body(station, again)));
        var record = WarcReader.ReadMember(station.Archive.Members(again.Entry).Single(member => member.Type == "revisit").Member);
        Assert.Equal(
            ("http://netpreserve.org/warc/1.1/revisit/server-not-modified", $"<{first.Record}>", Site + "/news/1"),
            (record["WARC-Profile"], record["WARC-Refers-To"], record["WARC-Refers-To-Target-URI"]));
        Assert.StartsWith("HTTP/1.1 304 Not Modified\r\n", Encoding.ASCII.GetString(record.Block.Span), StringComparison.Ordinal);
        AssertWhole(station);
    }

    [Fact]
    public async Task A_page_that_still_stands_there_is_neither_walked_nor_fetched_again()
    {
        await using var station = await LookedAtAgain();
        Assert.Equal("/news/1", station.WalkedLine);
        Assert.Equal(2, station.Server.Count("/news/1"));
    }

    [Fact]
    public async Task An_export_shows_a_page_once_and_carries_the_hosts_word_along()
    {
        await using var station = await LookedAtAgain();
        var file = Path.Combine(station.Options.DataDirectory, "pages.wacz");
        using (var output = File.Create(file))
            Assert.Equal(2, new Marsad.Flow.Exports.WaczExport(station.Archive, station.Clock.GetUtcNow()).Write(output, [new(Kept(station, "/news/1")!.Digest, "one")], "one"));
        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        using var index = new StreamReader(zip.GetEntry("indexes/index.cdx")!.Open());
        Assert.Single((await index.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using var log = new StreamReader(zip.GetEntry("marsad/log.jsonl")!.Open());
        Assert.Equal(2, (await log.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
