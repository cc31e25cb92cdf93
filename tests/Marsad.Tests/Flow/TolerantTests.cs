using System.IO.Compression;
using System.Text;

namespace Marsad.Tests.Flow;

/// <summary>Feeds and pages as the world writes them, served over HTTP and collected.</summary>
public sealed class TolerantTests
{
    private const string Item = "<item><title>خبر</title><link>/1</link></item>";

    public static TheoryData<string, string, string> Odd => new()
    {
        { "prefixes that nobody declared", "application/rss+xml", "<rss><channel><item><title>خبر</title><media:thumbnail url='x'/><dc:creator>س</dc:creator><link>/1</link></item></channel></rss>" },
        { "a date with an Arabic month", "text/xml", "<rss><channel><item><title>خبر</title><link>/1</link><pubDate>الخميس ٦ يناير ٢٠٢٢</pubDate></item></channel></rss>" },
        { "a date without sense", "text/xml", "<rss><channel><item><title>خبر</title><link>/1</link><pubDate>Yesterday-ish</pubDate></item></channel></rss>" },
        { "HTML in a title", "text/xml", "<rss><channel><item><title><![CDATA[<b>خبر</b> &nbsp;<img src=x>]]></title><link>/1</link></item></channel></rss>" },
        { "no guid, a relative link", "text/xml", $"<rss><channel>{Item}</channel></rss>" },
        { "a guid in place of the link", "text/xml", "<rss><channel><item><title>خبر</title><guid>http://manara.example/1</guid></item></channel></rss>" },
        { "the type of a web page", "text/html", $"<rss><channel>{Item}</channel></rss>" },
        { "no type that is known", "application/x-what", $"<rss><channel>{Item}</channel></rss>" },
        { "text before the declaration", "text/xml", $"\n\n  <?xml version='1.0'?><rss><channel>{Item}</channel></rss>" },
        { "a stray ampersand", "text/xml", $"<rss><channel><title>A & B</title>{Item}</channel></rss>" },
        { "an end that is missing", "text/xml", $"<rss><channel>{Item}<item><title>" },
        { "a document type", "text/xml", $"<!DOCTYPE rss [<!ENTITY x SYSTEM 'http://manara.example/secret'>]><rss><channel><title>&x;</title>{Item}</channel></rss>" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_feed_with_this_fault_still_gives_its_page(string fault, string type, string feed)
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/feed.xml", feed, r => r.ContentType = type);
        station.Say("/1", "one");
        station.Follow();
        await station.Collect();
        Assert.True(station.WalkedLine == "/1", fault);
        Assert.Equal(0, station.Server.Count("/secret"));
    }

    [Theory]
    [InlineData("windows-1256", "utf-8")]
    [InlineData("utf-8", "windows-1256")]
    [InlineData("utf-16", "utf-8")]
    public async Task A_feed_in_another_encoding_than_it_says_still_gives_its_headline(string real, string said)
    {
        await using var station = await SmallStation.StartAsync();
        var encoding = real == "windows-1256" ? CodePagesEncodingProvider.Instance.GetEncoding(real)! : Encoding.GetEncoding(real);
        var feed = encoding.GetPreamble().Concat(encoding.GetBytes($"<?xml version='1.0' encoding='{said}'?><rss><channel><item><title>اشتباكات في ألماتي وإعلان حالة الطوارئ في كازاخستان</title><link>/1</link></item></channel></rss>")).ToArray();
        station.Answers["/feed.xml"] = context => context.Response.Body.WriteAsync(feed).AsTask();
        station.Say("/1", "one");
        station.Follow();
        await station.Collect();
        Assert.Equal("اشتباكات في ألماتي وإعلان حالة الطوارئ في كازاخستان", station.Store.Read(db => Dapper.SqlMapper.ExecuteScalar<string>(db, "SELECT title FROM work")));
    }

    [Fact]
    public async Task A_feed_and_a_page_behind_a_meta_refresh_are_followed_there()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/feed.xml", "<html><head><meta http-equiv=refresh content='0; url=/real.xml'></head></html>", r => r.ContentType = "text/html");
        station.Say("/real.xml", $"<rss><channel>{Item}</channel></rss>");
        station.Say("/1", "<html><head><meta http-equiv='refresh' content='1;URL=/whole/1'></head></html>", r => r.ContentType = "text/html");
        station.Say("/whole/1", "whole");
        station.Follow();
        await station.Collect();
        Assert.Equal(("/whole/1", "whole", "/1"), (station.WalkedLine, station.Walked[0].Body, station.Walked[0].Page.Capture.Url.AbsolutePath));
    }

    [Theory]
    [InlineData("meta")]
    [InlineData("status")]
    public async Task Going_round_in_circles_is_a_trouble_of_the_source(string how)
    {
        await using var station = await SmallStation.StartAsync();
        foreach (var (from, to) in ((string, string)[])[("/feed.xml", "/b"), ("/b", "/feed.xml")])
            station.Say(from, $"<html><head>{(how == "meta" ? $"<meta http-equiv=refresh content='0;url={to}'>" : "")}</head></html>", r =>
            {
                r.ContentType = "text/html";
                if (how == "status") (r.StatusCode, r.Headers.Location) = (302, to);
            });
        station.Follow();
        await station.Collect();
        Assert.Equal(("FT007", 1), (station.Source.Trouble?.Code, station.Source.Failures));
    }

    [Fact]
    public async Task A_source_in_trouble_is_asked_less_and_says_when_it_recovers()
    {
        await using var station = await SmallStation.StartAsync();
        station.Fail("/feed.xml", 500);
        station.Follow();
        await station.Collect();
        for (var i = 0; i < 60; i++) await station.Later(TimeSpan.FromMinutes(1));
        var asked = station.Server.Count("/feed.xml");
        station.Say("/feed.xml", $"<rss><channel>{Item}</channel></rss>");
        station.Say("/1", "one");
        await station.Later(TimeSpan.FromHours(12));
        Assert.InRange(asked, 3, 6);
        Assert.Equal([("trouble", "FT016", "the host answers 500"), ("recovered", "FT016", $"{asked}")], station.Events());
    }

    [Fact]
    public async Task A_feed_that_is_a_bomb_or_broken_inside_its_packing_is_told_and_the_next_source_goes_on()
    {
        await using var station = await SmallStation.StartAsync();
        var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(new byte[64 << 20]);
        station.Answers["/feed.xml"] = context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(bomb.ToArray()).AsTask();
        };
        station.Say("/good.xml", $"<rss><channel>{Item}</channel></rss>");
        station.Say("/1", "one");
        station.Follow();
        station.Follow("/good.xml");
        await station.Collect();
        Assert.Equal(("/1", "FT006"), (station.WalkedLine, station.Store.Sources.All().Single(s => s.Failures > 0).Trouble?.Code));
    }
}
