using System.Net;
using System.Text.RegularExpressions;
using Marsad.Desk.Tests.Support;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Tests.Fetch;
using Microsoft.AspNetCore.Http;

namespace Marsad.Desk.Tests;

/// <summary>The sources on the desk, by forms alone, as a browser without JavaScript sends them.</summary>
public sealed partial class SourcePagesTests : IAsyncLifetime
{
    private const string Article = "<html lang=ar><head><title>خبر</title></head><body><article><h1>مجلس الأمن يعقد جلسة طارئة</h1><p>قال المتحدث باسم المنظمة إن المجلس سيعقد جلسة طارئة مساء اليوم لبحث التطورات الأخيرة في البلاد وما يتصل بها.</p><script>alert('evil')</script></article></body></html>";

    private LoopbackServer _server = null!;
    private SourceProbe _probe = null!;
    private DeskHost _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync(Answer);
        _probe = new SourceProbe(new FetchOptions { Hosts = _server.Named("manara.example"), Gap = TimeSpan.Zero, Retries = 0 }, TimeProvider.System);
        _desk = await DeskHost.Start(probe: _probe);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _probe.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_site_is_found_shown_and_followed()
    {
        var found = await Post("/ar/sources/find", "/ar/sources", ("url", "http://manara.example/"));
        var page = await found.Content.ReadAsStringAsync();
        Assert.Contains("http://manara.example/feed.xml", page, StringComparison.Ordinal);
        Assert.Contains("مجلس الأمن يعقد جلسة طارئة", page, StringComparison.Ordinal);
        var followed = await Post("/ar/sources", "/ar/sources", ("address", "http://manara.example/feed.xml"), ("kind", "feed"), ("outlet", "منارة"), ("country", "eg"), ("language", "ar"), ("trust", "low"));
        Assert.Equal("/ar/sources/1", followed.Headers.Location?.OriginalString);
        Assert.Equal(("منارة", "EG", SourceTrust.Low), (Only.Outlet, Only.Country, Only.Trust));
    }

    [Fact]
    public async Task Nothing_of_a_site_is_markup_on_the_desk()
    {
        var found = await Post("/en/sources/find", "/en/sources", ("url", "http://manara.example/evil.xml"));
        var page = await found.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://manara.example/nothing", "FT014")]
    [InlineData("http://127.0.0.1:1/", "FT001")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "FT001")]
    public async Task What_cannot_be_followed_says_why(string url, string code) =>
        Assert.Contains(code, await (await Post("/en/sources/find", "/en/sources", ("url", url))).Content.ReadAsStringAsync(), StringComparison.Ordinal);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    public async Task What_is_no_address_of_the_web_is_not_followed(string address)
    {
        var answer = await Post("/en/sources", "/en/sources", ("address", address), ("kind", "list"), ("outlet", "x"), ("trust", "usual"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(_desk.Store.Sources.All());
    }

    [Fact]
    public async Task A_source_is_paused_resumed_changed_and_removed_by_its_page()
    {
        _desk.Store.Sources.Add(new NewSource(new Uri("http://manara.example/feed.xml"), "Manara"));
        await Post("/en/sources/1", "/en/sources/1", ("act", "pause"));
        Assert.Equal("paused", Only.State);
        await Post("/en/sources/1", "/en/sources/1", ("act", "resume"));
        Assert.Equal("followed", Only.State);
        await Post("/en/sources/1", "/en/sources/1", ("act", "save"), ("outlet", "The Lighthouse"), ("trust", "high"));
        Assert.Equal(("The Lighthouse", SourceTrust.High), (Only.Outlet, Only.Trust));
        var removed = await Post("/en/sources/1", "/en/sources/1", ("act", "remove"));
        Assert.Equal("/en/sources", removed.Headers.Location?.OriginalString);
        Assert.Empty(_desk.Store.Sources.All());
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Client.GetAsync(new Uri("/en/sources/1", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_list_of_subscriptions_comes_in_and_goes_out()
    {
        var page = await _desk.Client.GetAsync(new Uri("/en/sources", UriKind.Relative));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value)), "__RequestVerificationToken" },
            { new StringContent("<opml><body><outline text='منارة' xmlUrl='http://manara.example/feed.xml'/><outline text='x' xmlUrl='file:///etc/passwd'/></body></opml>"), "list", "a.opml" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/en/sources/import", UriKind.Relative)) { Content = form };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        var answer = await _desk.Client.SendAsync(request);
        Assert.Contains("New sources from the list: 1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(("منارة", "http://manara.example/feed.xml"), (Only.Outlet, Only.FeedUrl.AbsoluteUri));
        Assert.Contains("xmlUrl=\"http://manara.example/feed.xml\"", await _desk.Get("/en/sources/subscriptions.opml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_changes_nothing()
    {
        _desk.Store.Sources.Add(new NewSource(new Uri("http://manara.example/feed.xml"), "Manara"));
        foreach (var path in (string[])["/en/sources/1", "/en/sources", "/en/sources/find", "/en/sources/import"])
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("act", "remove"), KeyValuePair.Create("url", "http://manara.example/")]);
            Assert.Equal(HttpStatusCode.BadRequest, (await _desk.Client.PostAsync(new Uri(path, UriKind.Relative), form)).StatusCode);
        }

        Assert.Equal((1, 0), (_desk.Store.Sources.All().Count, _server.Asked.Count));
    }

    [Theory]
    [InlineData("ar", "تعذّر الوصول إلى إحدى خرائط الموقع")]
    [InlineData("en", "Works again. Failed attempts before that:")]
    public async Task A_source_says_in_words_what_troubles_it_and_that_it_recovered(string language, string words)
    {
        _desk.Store.Sources.Add(new NewSource(new Uri("http://manara.example/feed.xml"), "Manara"));
        var now = _desk.Store.Clock.GetUtcNow();
        _desk.Store.Sources.Polled(Only, new PollEnd(now, TimeSpan.FromMinutes(5), new Trouble("FT016", "the host answers 500"), Failed: true));
        _desk.Store.Sources.Polled(Only, new PollEnd(now, TimeSpan.FromMinutes(5), new Trouble("FE013", "the sitemap cannot be had"), Failed: false));
        var page = WebUtility.HtmlDecode(await _desk.Get($"/{language}/sources/1"));
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("health-recovered", page, StringComparison.Ordinal);
    }

    private Source Only => Assert.Single(_desk.Store.Sources.All());

    private static Task Answer(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/":
                return context.Response.WriteAsync("<html><head><link rel=alternate type=application/rss+xml href=/feed.xml></head><body>front</body></html>");
            case "/feed.xml":
                return context.Response.WriteAsync("<rss><channel><title>منارة</title><item><title>مجلس الأمن</title><link>/1</link></item></channel></rss>");
            case "/evil.xml":
                return context.Response.WriteAsync("<rss><channel><title>&lt;script&gt;alert(1)&lt;/script&gt;</title><item><title><![CDATA[<img src=x onerror=alert(1)>خبر]]></title><link>/1</link></item></channel></rss>");
            case "/1":
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync(Article);
            default:
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
        }
    }

    // The token of a form and its cookie belong together, as in a browser.
    private async Task<HttpResponseMessage> Post(string path, string formAt, params IEnumerable<(string Name, string Value)> fields)
    {
        var page = await _desk.Client.GetAsync(new Uri(formAt, UriKind.Relative));
        var token = WebUtility.HtmlDecode(Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token))),
        };
        form.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        return await _desk.Client.SendAsync(form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
