using System.Text;
using CsCheck;
using Marsad.Feeds;

namespace Marsad.Tests.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Home = new("https://manara.example/feeds/all.xml");
    private static readonly FeedReader Reader = new([new("يناير", 1), new("كانون الثاني", 1)]);

    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>
        <title>منارة</title><link>https://www.manara.example/</link><language>ar</language>
        <item><title>اشتباكات في ألماتي</title><link>https://www.manara.example/news/1?utm_source=rss&amp;id=7#top</link>
        <guid isPermaLink="false">n-1</guid><pubDate>Thu, 06 Jan 2022 14:05:00 +0300</pubDate>
        <media:title>photo</media:title><atom:updated>2022-01-06T12:00:00Z</atom:updated></item>
        <item><title>مجلس الأمن يجتمع</title><link>/news/2</link><pubDate>6 يناير/كانون الثاني 2022 - 09:30 GMT</pubDate></item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title type="html">&lt;b&gt;نبأ&lt;/b&gt;</title>
        <link rel="self" href="/atom.xml"/><link href="https://naba.example/"/>
        <entry><id>tag:naba.example,2022:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">قوات <em>حفظ</em> السلام</div></title>
        <link rel="enclosure" type="audio/mpeg" href="a.mp3"/><link rel="alternate" type="text/html" href="one.html"/>
        <published>2022-01-05T10:00:00+06:00</published><updated>2022-01-05T11:00:00.123+06:00</updated></entry></feed>
        """;

    private const string Rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="x"><title>سجل</title><link>http://sijill.example/</link></channel>
        <item rdf:about="http://sijill.example/a"><title>أ</title><link>http://sijill.example/a</link><dc:date>2022-01-04T00:00:00Z</dc:date></item></rdf:RDF>
        """;

    private const string Json = """
        {"version":"https://jsonfeed.org/version/1.1","title":"خبر","home_page_url":"https://khabar.example/","items":[
        {"id":7,"url":"/a","title":"عنوان","date_published":"2022-01-06T00:00:00Z","date_modified":"2022-01-07T00:00:00Z"}]}
        """;

    private static FeedReading Read(string text, string? contentType = null) => Reader.Read(Encoding.UTF8.GetBytes(text), new FeedHints(Home, contentType));

    private static FeedEntry Only(string item) => Assert.Single(Read($"<rss><channel>{item}</channel></rss>").Entries);

    [Fact]
    public void An_rss_feed_gives_its_entries_with_plain_links_and_both_times()
    {
        var first = Read(Rss).Entries[0];
        Assert.Equal(new FeedEntry(new Uri("https://www.manara.example/news/1?id=7"), "n-1", "اشتباكات في ألماتي",
            new DateTimeOffset(2022, 1, 6, 11, 5, 0, TimeSpan.Zero), new DateTimeOffset(2022, 1, 6, 12, 0, 0, TimeSpan.Zero)), first);
    }

    [Fact]
    public void A_relative_link_counts_from_the_site_and_arabic_month_names_are_read()
    {
        var second = Read(Rss).Entries[1];
        Assert.Equal("https://www.manara.example/news/2", second.Link.ToString());
        Assert.Equal(new DateTimeOffset(2022, 1, 6, 9, 30, 0, TimeSpan.Zero), second.Published);
    }

    [Fact]
    public void A_clean_feed_has_no_trouble() => Assert.All([Rss, Atom, Rdf, Json], feed => Assert.Empty(Read(feed).Troubles));

    [Fact]
    public void An_atom_entry_takes_its_page_before_its_enclosure_and_its_title_without_markup()
    {
        var entry = Assert.Single(Read(Atom).Entries);
        Assert.Equal(("https://naba.example/one.html", "قوات حفظ السلام"), (entry.Link.ToString(), entry.Title));
    }

    [Fact]
    public void The_name_of_a_feed_is_plain_text() => Assert.Equal("نبأ", Read(Atom).Title);

    [Fact]
    public void Rss_1_0_items_beside_the_channel_are_found() => Assert.Equal("http://sijill.example/a", Assert.Single(Read(Rdf).Entries).Link.ToString());

    [Fact]
    public void A_json_feed_is_read() => Assert.Equal(("https://khabar.example/a", "7"), (Read(Json).Entries[0].Link.ToString(), Read(Json).Entries[0].Id));

    [Fact]
    public void A_guid_that_is_an_address_stands_in_for_a_missing_link() =>
        Assert.Equal("http://a.example/1", Only("<item><guid>http://a.example/1</guid></item>").Link.ToString());

    [Fact]
    public void Html_in_a_title_is_taken_out_and_a_lone_smaller_than_stays() =>
        Assert.Equal("حرب & سلام 3 < 5", Only("<item><link>http://a.example/1</link><title><![CDATA[<b>حرب</b> &amp; سلام   3 < 5]]></title></item>").Title);

    [Theory]
    [InlineData("<item><title>a & b &nbsp; &bogus; c</title><link>http://a.example/1</link></item>", "a & b &bogus; c")]
    [InlineData("<item><x:odd>1</x:odd><title>\u0001ok\u000B</title><link>http://a.example/1</link></item>", "ok")]
    public void Common_faults_are_mended(string item, string title) => Assert.Equal(title, Only(item).Title);

    [Fact]
    public void One_broken_entry_costs_one_entry()
    {
        var reading = Read("<rss><channel><item><title>1</title><link>http://a.example/1</link></item><item><title>x</wrong></item>"
            + "<item><title>3</title><link>http://a.example/3</link></item></channel></rss>");
        Assert.Equal(["1", "3"], reading.Entries.Select(e => e.Title));
        Assert.Equal("FE003", reading.Troubles[0].Code);
    }

    [Fact]
    public void A_feed_cut_off_in_the_middle_gives_what_came()
    {
        var reading = Read(Rss[..Rss.IndexOf("6 يناير", StringComparison.Ordinal)]);
        Assert.Equal(2, reading.Entries.Count);
    }

    [Fact]
    public void A_document_type_is_left_out_and_its_entities_are_never_expanded()
    {
        var bomb = "<!DOCTYPE rss [<!ENTITY a \"" + new string('x', 1000) + "\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
            + "<rss><channel><item><title>&b;&f;</title><link>http://a.example/1</link></item></channel></rss>";
        var reading = Read(bomb);
        Assert.Equal("&b;&f;", Assert.Single(reading.Entries).Title);
        Assert.Equal("FE005", Assert.Single(reading.Troubles).Code);
    }

    [Fact]
    public void The_document_type_of_rss_0_91_is_no_trouble() =>
        Assert.Empty(Read("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\"><rss><channel/></rss>").Troubles);

    [Theory]
    [InlineData("", "FE001")]
    [InlineData("<!DOCTYPE html><html><body>front page<br></body></html>", "FE002")]
    [InlineData("<opml><body/></opml>", "FE002")]
    [InlineData("plain words", "FE002")]
    [InlineData("{\"a\":1}", "FE002")]
    [InlineData("{\"items\":[", "FE003")]
    public void What_is_no_feed_says_so(string body, string code) => Assert.Equal(code, Assert.Single(Read(body).Troubles).Code);

    [Fact]
    public void An_entry_without_a_web_address_is_told_and_the_others_stay()
    {
        var reading = Read("<rss><channel><item><title>a</title><link>javascript:alert(1)</link></item><item><link>http://a.example/1</link></item></channel></rss>");
        Assert.Single(reading.Entries);
        Assert.Equal("FE006", Assert.Single(reading.Troubles).Code);
    }

    [Fact]
    public void An_unreadable_date_is_told_and_the_entry_stays()
    {
        var reading = Read("<rss><channel><item><link>http://a.example/1</link><pubDate>some time ago</pubDate></item></channel></rss>");
        Assert.Null(Assert.Single(reading.Entries).Published);
        Assert.Equal("FE007", Assert.Single(reading.Troubles).Code);
    }

    [Fact]
    public void A_feed_of_endless_entries_is_bounded()
    {
        var items = string.Concat(Enumerable.Range(0, 6000).Select(i => $"<item><link>http://a.example/{i}</link></item>"));
        var reading = Read($"<rss><channel>{items}</channel></rss>");
        Assert.Equal((5000, "FE008"), (reading.Entries.Count, reading.Troubles[0].Code));
    }

    [Fact]
    public void A_feed_nested_without_end_does_not_exhaust_the_stack() =>
        Assert.Equal("FE003", Read("<rss><channel><item>" + string.Concat(Enumerable.Repeat("<a>", 200_000))).Troubles[0].Code);

    [Theory]
    [InlineData("windows-1256", "windows-1256", false)]
    [InlineData("windows-1256", "utf-8", true)]
    [InlineData("utf-8", "windows-1256", true)]
    [InlineData("utf-16", "utf-16", false)]
    public void The_letters_win_over_a_wrong_label(string real, string said, bool trouble)
    {
        const string Title = "انتشار قوات حفظ السلام في كازاخستان بعد أيام من الاحتجاجات على أسعار الوقود";
        var text = $"<?xml version=\"1.0\" encoding=\"{said}\"?><rss><channel><item><title>{Title}</title><link>http://a.example/1</link></item></channel></rss>";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.GetEncoding(real);
        var reading = Reader.Read(encoding.GetBytes(text), new FeedHints(Home));
        Assert.Equal(Title, Assert.Single(reading.Entries).Title);
        Assert.Equal(trouble, reading.Troubles.Any(t => t.Code == "FE004"));
    }

    [Fact]
    public void Half_a_character_does_not_change_the_encoding_of_the_rest()
    {
        var bytes = Encoding.UTF8.GetBytes("<rss><channel><item><title>انتشار قوات حفظ السلام في كازاخستان @</title><link>http://a.example/1</link></item></channel></rss>");
        bytes[Array.IndexOf(bytes, (byte)'@')] = 0xD8;
        Assert.StartsWith("انتشار قوات حفظ السلام", Assert.Single(Reader.Read(bytes, new FeedHints(Home)).Entries).Title!, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_never_throws_on_damaged_bytes()
    {
        byte[][] feeds = [.. new[] { Rss, Atom, Rdf, Json }.Select(Encoding.UTF8.GetBytes)];
        var damage = Gen.Select(Gen.Int[0, 5000], Gen.OneOf(Gen.Byte, Gen.OneOf("<>&;:/\"'![]{}\0"u8.ToArray().Select(b => Gen.Const(b)).ToArray())), Gen.Int[0, 3]);
        Gen.Select(Gen.OneOf(feeds.Select(f => Gen.Const(f)).ToArray()), damage.Array[1, 12]).Sample((feed, wounds) =>
        {
            var bytes = new List<byte>(feed);
            foreach (var (at, value, kind) in wounds) Wound(bytes, at % bytes.Count, value, kind);
            var reading = Reader.Read(bytes.ToArray(), new FeedHints(Home));
            Assert.All(reading.Entries, entry => Assert.True(entry.Link.IsAbsoluteUri));
            Assert.True(reading.Kind != FeedKind.None || reading.Troubles.Count == 1);
        }, iter: 3000);
    }

    [Fact]
    public void Reading_never_throws_on_any_bytes() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Assert.NotNull(Reader.Read(bytes, new FeedHints(Home))), iter: 2000);

    private static void Wound(List<byte> bytes, int at, byte value, int kind)
    {
        if (kind == 0) bytes[at] = value;
        else if (kind == 1) bytes.Insert(at, value);
        else if (kind == 2 && bytes.Count > 1) bytes.RemoveAt(at);
        else bytes.RemoveRange(at, Math.Min(value, bytes.Count - at - (at == 0 ? 1 : 0)));
    }
}
