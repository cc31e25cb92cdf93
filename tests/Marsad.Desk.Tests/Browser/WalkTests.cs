using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Marsad.Desk.Tests.Browser;

/// <summary>A real browser walks the desk in both languages.</summary>
public sealed class WalkTests(Browsing browsing) : IClassFixture<Browsing>
{
    public static TheoryData<string> Pages =>
        [.. from language in (string[])["/ar", "/en"] from path in PagesTests.Paths.Select(p => p.Data) select language + path];

    public static TheoryData<string> ArabicPages => [.. PagesTests.Paths.Select(p => "/ar" + p.Data)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_serious_fault_of_access_and_says_nothing_on_the_console(string path)
    {
        await using var visit = await browsing.Open(path);
        var faults = (await visit.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
        Assert.Empty(faults.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        Assert.Empty(visit.Console);
    }

    [Theory]
    [InlineData("/ar/articles/1")]
    [InlineData("/en/situations/kazakhstan")]
    [InlineData("/ar/situations/kazakhstan/figures")]
    public async Task Dark_pages_have_no_serious_fault_of_access(string path)
    {
        await using var visit = await browsing.Open(path, colours: ColorScheme.Dark);
        var faults = (await visit.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
        Assert.Empty(faults.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }

    [Theory]
    [MemberData(nameof(ArabicPages))]
    [InlineData("/en/situations/kazakhstan")]
    [InlineData("/en/articles/1")]
    [InlineData("/en/api")]
    public async Task A_page_fits_a_phone(string path)
    {
        await using var visit = await browsing.Open(path, width: 390);
        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
    }

    [Theory]
    [InlineData("/ar", true)]
    [InlineData("/en", true)]
    [InlineData("/ar", false)]
    [InlineData("/en", false)]
    public async Task A_click_on_an_item_of_the_record_lands_on_its_words(string language, bool javaScript)
    {
        await using var visit = await browsing.Open(language + "/articles/1", javaScript);
        await visit.Page.ClickAsync("#note-s4 a");
        await visit.Page.WaitForURLAsync("**/articles/1#s4");
        Assert.Equal("الوزارة ترجو ألا يُستعمل الرصاص الحي في ألماتي", await visit.Page.Locator("mark:target").InnerTextAsync());
        Assert.Equal("solid", await visit.Page.Locator("mark:target").EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
    }

    [Fact]
    public async Task A_highlight_names_its_note()
    {
        await using var visit = await browsing.Open("/ar/articles/1");
        var note = await visit.Page.Locator("mark#s1").GetAttributeAsync("aria-details");
        Assert.Equal(1, await visit.Page.Locator("#" + note).CountAsync());
    }

    [Fact]
    public async Task An_alert_leads_to_its_evidence()
    {
        await using var visit = await browsing.Open("/ar/alerts");
        await visit.Page.ClickAsync(".alerts blockquote a");
        Assert.Equal("اعتُقلوا دون أوامر قضائية", await visit.Page.Locator("mark.evidence:target").InnerTextAsync());
    }

    [Fact]
    public async Task A_reader_without_javascript_searches_and_filters()
    {
        await using var visit = await browsing.Open("/ar", javaScript: false);
        await visit.Page.FillAsync("#q", "قازاخستان");
        await visit.Page.PressAsync("#q", "Enter");
        Assert.Contains("كازاخستان", await visit.Page.Locator("mark.found").AllInnerTextsAsync());
        await visit.Page.GotoAsync("/ar/situations/kazakhstan/statements");
        await visit.Page.SelectOptionAsync("#act", "deny");
        await visit.Page.ClickAsync("form .field ~ button");
        Assert.Equal(1, await visit.Page.Locator("article.statement").CountAsync());
    }

    [Fact]
    public async Task A_reader_without_javascript_chooses_colours()
    {
        await using var visit = await browsing.Open("/en/articles/1", javaScript: false);
        await visit.Page.ClickAsync("a[href*='theme=dark']");
        Assert.Equal("dark", await visit.Page.Locator("html").GetAttributeAsync("data-theme"));
        Assert.EndsWith("/en/articles/1", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_walk_the_items_and_open_the_search()
    {
        await using var visit = await browsing.Open("/en/articles");
        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("j");
        var second = await visit.Page.Locator("[data-item] a.headline").Nth(1).GetAttributeAsync("href");
        Assert.Equal(second, await visit.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await visit.Page.Keyboard.PressAsync("/");
        Assert.Equal("q", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Keys_are_where_they_are_on_an_arabic_keyboard_too()
    {
        await using var visit = await browsing.Open("/ar/articles");
        await visit.Page.EvaluateAsync("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '\u062A', code: 'KeyJ', bubbles: true }))");
        Assert.NotNull(await visit.Page.EvaluateAsync<string?>("document.activeElement.getAttribute('href')"));
    }

    [Fact]
    public async Task A_question_mark_shows_the_keys()
    {
        await using var visit = await browsing.Open("/ar/alerts");
        await visit.Page.Keyboard.PressAsync("?");
        Assert.True(await visit.Page.Locator("dialog#keys").IsVisibleAsync());
    }

    [Fact]
    public async Task Nothing_is_loaded_from_another_host()
    {
        await using var visit = await browsing.Open("/ar/articles/1");
        await visit.Page.ReloadAsync(new PageReloadOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Contains(visit.Requests, url => url.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.All(visit.Requests, url => Assert.StartsWith("http://127.0.0.1:", url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_on_a_captured_page_runs()
    {
        await using var visit = await browsing.Open("/ar/articles/1");
        await visit.Page.ClickAsync(".evidence a[href*='/captures/']");
        await visit.Page.ClickAsync("a[href$='/page']");
        Assert.Contains("الخارجية", await visit.Page.TitleAsync(), StringComparison.Ordinal);
    }
}
