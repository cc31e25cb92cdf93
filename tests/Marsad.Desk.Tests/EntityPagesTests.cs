using System.Net;
using System.Text.RegularExpressions;
using Marsad.Desk.Tests.Support;

namespace Marsad.Desk.Tests;

/// <summary>A person says on the desk who is who, and takes it back.</summary>
public sealed partial class EntityPagesTests : IAsyncLifetime
{
    private DeskHost _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await DeskHost.Start(SomeNews.Fill);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<h1><bdi>([^<]*)</bdi>")]
    private static partial Regex Heading();

    private async Task<(HttpStatusCode Status, string Page)> Decide(long entity, string field, string value, string who = "هدى")
    {
        var address = new Uri($"/en/entities/{entity}", UriKind.Relative);
        var page = await _desk.Client.GetAsync(address);
        using var form = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("__RequestVerificationToken", WebUtility.HtmlDecode(Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value)),
                KeyValuePair.Create("who", who), KeyValuePair.Create(field, value),
            ]),
        };
        form.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        var answer = await _desk.Client.SendAsync(form);
        return (answer.StatusCode, await _desk.Get($"/en/entities/{entity}"));
    }

    private async Task<long> Called(string name)
    {
        for (var id = 1; id < 20; id++)
            if (WebUtility.HtmlDecode(Heading().Match(await _desk.Get($"/en/entities/{id}")).Groups[1].Value) == name) return id;
        throw new InvalidOperationException(name);
    }

    [Fact]
    public async Task Two_that_are_one_are_merged_and_parted_again_by_one_button()
    {
        var (kept, gone) = (await Called("وزارة الخارجية"), await Called("وكالة السهوب للأنباء"));
        var (_, merged) = await Decide(kept, "merge", $"{gone}");
        Assert.Contains("وكالة السهوب للأنباء", WebUtility.HtmlDecode(merged), StringComparison.Ordinal);
        Assert.Contains("هدى", WebUtility.HtmlDecode(merged), StringComparison.Ordinal);
        Assert.Equal("وزارة الخارجية", WebUtility.HtmlDecode(Heading().Match(await _desk.Get($"/en/entities/{gone}")).Groups[1].Value));
        await Decide(kept, "undo", Regex.Match(merged, "name=\"undo\" value=\"([0-9]+)\"").Groups[1].Value);
        Assert.Equal("وكالة السهوب للأنباء", WebUtility.HtmlDecode(Heading().Match(await _desk.Get($"/en/entities/{gone}")).Groups[1].Value));
    }

    [Fact]
    public async Task Nobody_decides_without_a_name()
    {
        var (kept, gone) = (await Called("وزارة الخارجية"), await Called("وكالة السهوب للأنباء"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Decide(kept, "merge", $"{gone}", who: " ")).Status);
        Assert.Equal("وكالة السهوب للأنباء", WebUtility.HtmlDecode(Heading().Match(await _desk.Get($"/en/entities/{gone}")).Groups[1].Value));
    }
}
