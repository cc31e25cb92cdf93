using System.Net;
using System.Text.Json;
using Marsad.Desk.Tests.Support;

namespace Marsad.Desk.Tests.Api;

public sealed class ApiTests(FilledDesk filled) : IClassFixture<FilledDesk>
{
    private readonly DeskHost _desk = filled.Desk;

    public static TheoryData<string> Addresses =>
    [
        "/api/articles", "/api/articles/1", "/api/articles/page:1", "/api/statements", "/api/search?q=كازاخستان", "/api/suggest?q=كازا", "/api/entities/1", "/api/stories/1", "/api/articles/1/copies", "/api/articles/1/annotations", "/api/situations", "/api/situations/kazakhstan", "/api/alerts", "/api/sources", "/api/parked",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_address_answers_with_json_in_arabic_letters(string address)
    {
        var json = await _desk.Get(address);
        using var parsed = JsonDocument.Parse(json);
        Assert.DoesNotContain("\\u06", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_answered_as_the_data_contract_says_it()
    {
        using var article = JsonDocument.Parse(await _desk.Get("/api/articles/1"));
        var (text, content) = (article.RootElement.GetProperty("text").GetString()!, article.RootElement.GetProperty("statements")[0].GetProperty("content"));
        Assert.Equal("بلاده تتابع باهتمام أنباء وصول نحو 2500 جندي إلى كازاخستان", text[content.GetProperty("start").GetInt32()..content.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task Copies_are_folded_and_counted()
    {
        using var articles = JsonDocument.Parse(await _desk.Get("/api/articles"));
        var first = articles.RootElement.EnumerateArray().Single(a => a.GetProperty("id").GetString() == "page:1");
        Assert.Equal(2, first.GetProperty("copies").GetInt32());
        Assert.Equal(4, articles.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task A_search_finds_the_other_spelling_of_a_name()
    {
        using var found = JsonDocument.Parse(await _desk.Get("/api/search?q=قازاخستان"));
        Assert.Equal("بلاده تتابع باهتمام أنباء وصول نحو 2500 جندي إلى كازاخستان", found.RootElement.GetProperty("statements")[0].GetProperty("content").GetString());
        Assert.Contains("كازاخستان", found.RootElement.GetProperty("alsoAsked").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task Statements_are_filtered_by_act()
    {
        using var denied = JsonDocument.Parse(await _desk.Get("/api/statements?type=deny"));
        Assert.Equal("استعمال القوة المفرطة", Assert.Single(denied.RootElement.EnumerateArray()).GetProperty("content").GetString());
    }

    [Fact]
    public async Task An_alert_carries_the_words_it_stands_on()
    {
        using var alerts = JsonDocument.Parse(await _desk.Get("/api/alerts?situation=kazakhstan"));
        Assert.Equal("اعتُقلوا دون أوامر قضائية", Assert.Single(alerts.RootElement.EnumerateArray()).GetProperty("evidence").GetString());
    }

    [Theory]
    [InlineData("/api/articles/999")]
    [InlineData("/api/articles/nothing")]
    [InlineData("/api/situations/nothing")]
    [InlineData("/api/nothing")]
    public async Task What_is_not_there_is_answered_with_404(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    [Theory]
    [InlineData("/api/articles?limit=-5&offset=-1")]
    [InlineData("/api/search?q=%22%20OR%20*")]
    [InlineData("/api/search?q=")]
    public async Task Odd_questions_are_answered(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await _desk.Client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    [Fact]
    public async Task Every_address_is_described_to_programs_to_people_and_in_the_docs()
    {
        using var openApi = JsonDocument.Parse(await _desk.Get("/openapi/v1.json"));
        var described = openApi.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).ToList();
        var page = await _desk.Get("/en/api");
        var docs = await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "api.md"));
        Assert.Equal(14, described.Count);
        Assert.All(described, address => Assert.Contains(address, page, StringComparison.Ordinal));
        Assert.All(described, address => Assert.Contains($"`{address}`", docs, StringComparison.Ordinal));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Marsad.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Marsad.slnx");
    }
}
