using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Marsad.Archive;
using Marsad.Desk.Tests.Support;

namespace Marsad.Desk.Tests;

public sealed partial class SafetyTests : IAsyncLifetime
{
    private DeskHost _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await DeskHost.Start(SomeNews.Fill);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("/ar")]
    [InlineData("/ar/articles/1")]
    [InlineData("/ar/nothing")]
    [InlineData("/api/articles")]
    public async Task Every_answer_forbids_what_is_not_ours(string path)
    {
        var answer = await _desk.Client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_captured_page_is_shown_in_a_sandbox_with_its_own_bytes()
    {
        var digest = DigestOfFirst();
        var answer = await _desk.Client.GetAsync(new Uri($"/captures/{digest}/page", UriKind.Relative));
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(digest, Digest.Of(await answer.Content.ReadAsByteArrayAsync()).ToString());
    }

    [Fact]
    public async Task A_capture_is_handed_out_as_a_file_that_has_its_digest()
    {
        var digest = DigestOfFirst();
        var answer = await _desk.Client.GetAsync(new Uri($"/captures/{digest}", UriKind.Relative));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(digest, Digest.Of(await answer.Content.ReadAsByteArrayAsync()).ToString());
    }

    [Fact]
    public async Task The_page_of_a_capture_says_how_it_stands_in_the_archive_and_hands_out_its_records()
    {
        var digest = DigestOfFirst();
        var evidence = _desk.Archive.CapturesOf(Digest.TryParse(digest, out var known) ? known : default)[0];
        var page = await _desk.Get($"/en/captures/{digest}");
        Assert.Contains(evidence.Record, page, StringComparison.Ordinal);
        Assert.Contains(evidence.Segment, page, StringComparison.Ordinal);
        Assert.Contains("Whole; the next checkpoint will sign it.", page, StringComparison.Ordinal);
        var records = await _desk.Client.GetAsync(new Uri($"/captures/{digest}/records/{evidence.Entry}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "application/warc"), (records.StatusCode, records.Content.Headers.ContentType?.MediaType));
        Assert.Equal([0x1F, 0x8B], (await records.Content.ReadAsByteArrayAsync())[..2]);
    }

    [Fact]
    public async Task A_page_that_was_handed_in_is_shown_as_the_page_it_is()
    {
        var page = new Uri("file:///pages/handed-in.html");
        var digest = _desk.Archive.Keep(new Marsad.Fetch.Capture(page, page, SomeNews.Now, 200, "text/html", "<p>handed in</p>"u8.ToArray()) { Origin = "/pages/handed-in.html" }).Digest;
        var shown = await _desk.Client.GetAsync(new Uri($"/captures/{digest}/page", UriKind.Relative));
        Assert.Equal("text/html", shown.Content.Headers.ContentType?.MediaType);
        Assert.Contains("text/html", await _desk.Get($"/en/captures/{digest}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_capture_says_when_the_same_bytes_stood_there_again()
    {
        var page = new Uri("http://manara.example/again");
        var capture = new Marsad.Fetch.Capture(page, page, SomeNews.Now, 200, "text/html", "<p>again</p>"u8.ToArray());
        var digest = _desk.Archive.Keep(capture).Digest;
        Assert.DoesNotContain("Found there again", await _desk.Get($"/en/captures/{digest}"), StringComparison.Ordinal);
        var said = new Marsad.Fetch.WireExchange(page, SomeNews.Now.AddHours(6), null, default, "HTTP/1.1 304 Not Modified\r\n\r\n"u8.ToArray());
        var entry = _desk.Archive.Keep(capture with { Status = Marsad.Fetch.Capture.StillThere, CapturedAt = said.At, Wire = [said] }).Entry;
        var text = await _desk.Get($"/en/captures/{digest}");
        Assert.Contains("the host said: not modified (304)", text, StringComparison.Ordinal);
        Assert.Contains($"/captures/{digest}/records/{entry}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capture_that_is_not_kept_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Client.GetAsync(new Uri("/captures/sha256:" + new string('0', 64), UriKind.Relative))).StatusCode);

    [Fact]
    public async Task A_parked_page_is_tried_again_from_its_own_form()
    {
        var page = await _desk.Client.GetAsync(new Uri("/ar/parked", UriKind.Relative));
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri("/ar/parked/1/again", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", WebUtility.HtmlDecode(token))]),
        };
        form.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        var answer = await _desk.Client.SendAsync(form);
        Assert.Equal("/ar/parked", answer.Headers.Location?.OriginalString);
        Assert.Equal("waiting", _desk.Store.Read(c => c.ExecuteScalar<string>("SELECT state FROM work WHERE id = 1")));
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        var answer = await _desk.Client.PostAsync(new Uri("/ar/parked/1/again", UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("parked", _desk.Store.Read(c => c.ExecuteScalar<string>("SELECT state FROM work WHERE id = 1")));
    }

    [Fact]
    public async Task A_situation_is_followed_from_the_desk()
    {
        var page = await _desk.Client.GetAsync(new Uri("/ar/situations/new", UriKind.Relative));
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri("/ar/situations/new", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("__RequestVerificationToken", WebUtility.HtmlDecode(token)), KeyValuePair.Create("title-ar", "الموقوفون"),
                KeyValuePair.Create("title-en", "The detained"), KeyValuePair.Create("terms", "اعتقلوا\r\nتوقيف"), KeyValuePair.Create("from", "2022-01-06"),
            ]),
        };
        form.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        var answer = await _desk.Client.SendAsync(form);
        Assert.Equal("/ar/situations/the-detained", answer.Headers.Location?.OriginalString);
        Assert.Contains("الموقوفون", await _desk.Get("/ar/situations/the-detained"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_from_another_site_is_refused()
    {
        var answer = await _desk.Client.PostAsync(new Uri("/ar/articles/1/review", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("confirm", "s1"), KeyValuePair.Create("who", "x")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, _desk.Store.Read(c => c.ExecuteScalar<long>("SELECT count(*) FROM correction")));
    }

    [Fact]
    public async Task Words_from_outside_are_never_markup()
    {
        var page = await _desk.Get("/en/search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar-EG,ar;q=0.9,en;q=0.8", "/ar")]
    [InlineData("en-GB,en;q=0.9", "/en")]
    [InlineData("fr", "/ar")]
    public async Task A_reader_is_sent_to_the_language_of_the_browser(string asked, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(asked);
        Assert.Equal(path, (await _desk.Client.SendAsync(request)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_choice_is_kept_and_the_reader_is_sent_back_to_the_same_page()
    {
        var answer = await _desk.Client.GetAsync(new Uri("/ar/search?q=x&digits=arabic", UriKind.Relative));
        Assert.Equal("/ar/search?q=x", answer.Headers.Location?.OriginalString);
        Assert.StartsWith("digits=arabic", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_asset_is_kept_for_ever_under_the_hash_of_its_content()
    {
        var style = StyleAddress().Match(await _desk.Get("/ar")).Value;
        var answer = await _desk.Client.GetAsync(new Uri(style, UriKind.Relative));
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
    }

    private string DigestOfFirst() => _desk.Store.Read(c => c.ExecuteScalar<string>("SELECT digest FROM article WHERE id = 1"))!;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/assets/desk.css[^\"]+")]
    private static partial Regex StyleAddress();
}
