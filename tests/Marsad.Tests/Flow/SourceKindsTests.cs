using Marsad.Store;

namespace Marsad.Tests.Flow;

public sealed class SourceKindsTests
{
    [Fact]
    public async Task A_sitemap_is_followed_and_pages_of_long_ago_are_left()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/sitemap.xml", "<urlset><url><loc>/new</loc><lastmod>2022-01-06</lastmod></url><url><loc>/undated</loc></url><url><loc>/old</loc><lastmod>2015-03-01</lastmod></url></urlset>");
        foreach (var page in (string[])["/new", "/old", "/undated"]) station.Say(page, page);
        station.Follow("/sitemap.xml");
        await station.Collect();
        Assert.Equal(("/new /undated", SourceKind.Sitemap), (station.WalkedLine, station.Source.Kind));
    }

    [Fact]
    public async Task A_list_of_sitemaps_is_followed_and_only_changed_ones_are_sent_again()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/index.xml", "<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2014-01-01</lastmod></sitemap><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>");
        station.Say("/a.xml", "<urlset><url><loc>/1</loc></url></urlset>", r => r.Headers.ETag = "\"a\"");
        station.Say("/b.xml", "<urlset><url><loc>/2</loc></url></urlset>");
        station.Say("/1", "one");
        station.Say("/2", "two");
        station.Follow("/index.xml");
        await station.Collect();
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal(("/1 /2", 0), (station.WalkedLine, station.Server.Count("/old.xml")));
        Assert.Equal("\"a\"", station.Server.Asked.Last(a => a.Path == "/a.xml").Headers.IfNoneMatch);
    }

    [Fact]
    public async Task A_sitemap_of_a_list_that_fails_costs_only_itself_and_is_told()
    {
        await using var station = await SmallStation.StartAsync();
        station.Say("/index.xml", "<sitemapindex><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>/gone.xml</loc></sitemap></sitemapindex>");
        station.Say("/a.xml", "<urlset><url><loc>/1</loc></url></urlset>");
        station.Say("/1", "one");
        station.Follow("/index.xml");
        await station.Collect();
        Assert.Equal(("/1", "FE013", 0), (Assert.Single(station.WalkedPaths), station.Source.Trouble?.Code, station.Source.Failures));
    }

    [Fact]
    public async Task A_front_page_is_followed_by_its_links_and_a_new_wording_of_a_link_is_no_edit()
    {
        await using var station = await SmallStation.StartAsync();
        string Page(string headline) => $"<html><body><nav><a href=/politics>سياسة</a></nav><h2><a href='/news/48211'>{headline}</a></h2></body></html>";
        station.Say("/", Page("مجلس الأمن يعقد جلسة طارئة مساء اليوم الخميس"));
        station.Say("/news/48211", "one");
        station.Follow("/", SourceKind.Page);
        await station.Collect();
        station.Say("/", Page("بالصور مجلس الأمن يعقد جلسة طارئة مساء اليوم"));
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal("/news/48211", Assert.Single(station.WalkedPaths));
    }

    [Fact]
    public async Task A_file_of_addresses_is_followed_and_what_is_added_to_it_is_found()
    {
        await using var station = await SmallStation.StartAsync();
        var file = Path.Combine(station.Options.DataDirectory, "addresses.txt");
        await File.WriteAllTextAsync(file, "http://manara.example/1\n");
        station.Say("/1", "one");
        station.Say("/2", "two");
        station.Store.Sources.Add(new NewSource(new Uri(file), "By hand") { Kind = SourceKind.List });
        await station.Collect();
        await File.AppendAllTextAsync(file, "http://manara.example/2\n");
        await station.Later(TimeSpan.FromMinutes(30));
        Assert.Equal(["/1", "/2"], station.WalkedPaths);
    }

    [Fact]
    public async Task A_removed_source_is_asked_no_more_and_its_pages_go_on_naming_it()
    {
        await using var station = await SmallStation.StartAsync();
        station.Feed("/1");
        station.Say("/1", "one");
        var id = station.Follow();
        await station.Collect();
        station.Store.Sources.Remove(id);
        await station.Later(TimeSpan.FromDays(1));
        Assert.Equal((1, 1), (station.Server.Count("/feed.xml"), station.Server.Count("/1")));
        Assert.Empty(station.Store.Sources.All());
        Assert.Equal((id, true), station.Store.Sources.Add(new NewSource(new Uri("http://manara.example/feed.xml"), "Manara")));
    }

    [Fact]
    public async Task What_people_say_of_a_source_is_kept()
    {
        await using var station = await SmallStation.StartAsync();
        var id = station.Follow();
        station.Store.Sources.Change(id, new SourceChange(Country: "EG", Trust: SourceTrust.High));
        Assert.Equal(("Manara", "EG", SourceTrust.High), (station.Source.Outlet, station.Source.Country, station.Source.Trust));
    }
}
