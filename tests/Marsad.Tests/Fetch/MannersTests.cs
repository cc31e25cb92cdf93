using System.Globalization;
using Marsad.Fetch;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Tests.Fetch;

/// <summary>What a host asks for is kept to over time, on real connections; the clock alone is made.</summary>
public sealed class MannersTests
{
    private const string Outlet = "manara.example";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2022, 1, 6, 12, 0, 0, TimeSpan.Zero));

    private Fetcher Open(LoopbackServer server) => new(new FetchOptions { Hosts = server.Named(Outlet), Gap = TimeSpan.FromSeconds(1), Retries = 0, Timeout = TimeSpan.FromDays(10) }, _clock);

    private static Task<FetchOutcome> Ask(Fetcher fetcher, string path) => fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}{path}"), 1000), CancellationToken.None);

    // The clock goes on a second at a time, as long as nothing comes.
    private async Task<FetchOutcome> Patiently(Task<FetchOutcome> asking)
    {
        while (await Task.WhenAny(asking, Task.Delay(20)) != asking) _clock.Advance(TimeSpan.FromSeconds(1));
        return await asking;
    }

    private static Task<LoopbackServer> Serve(string rules, Func<HttpContext, Task>? answer = null) => LoopbackServer.StartAsync(context =>
        context.Request.Path == "/robots.txt" ? context.Response.WriteAsync(rules) : answer?.Invoke(context) ?? Task.CompletedTask);

    [Theory]
    [InlineData("", 1)]
    [InlineData("User-agent: *\nCrawl-delay: 7", 7)]
    [InlineData("User-agent: marsad\nCrawl-delay: 12\n\nUser-agent: *\nCrawl-delay: 7", 12)]
    [InlineData("User-agent: *\nCrawl-delay: 86400", 30)]
    public async Task Between_two_requests_lies_the_delay_that_robots_txt_asks_for_within_reason(string rules, int seconds)
    {
        await using var server = await Serve(rules);
        using var fetcher = Open(server);
        await Patiently(Ask(fetcher, "/1"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Patiently(Ask(fetcher, "/1"));
        var second = Ask(fetcher, "/2");
        _clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(100)));
        Assert.Equal(0, server.Count("/2"));
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.IsType<FetchOutcome.Fetched>(await second);
    }

    [Fact]
    public async Task Robots_txt_is_asked_for_anew_after_a_day_and_obeyed_as_it_is_then()
    {
        var rules = "";
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Path == "/robots.txt" ? context.Response.WriteAsync(rules) : Task.CompletedTask);
        using var fetcher = Open(server);
        Assert.IsType<FetchOutcome.Fetched>(await Patiently(Ask(fetcher, "/1")));
        rules = "User-agent: *\nDisallow: /";
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.IsType<FetchOutcome.Fetched>(await Patiently(Ask(fetcher, "/2")));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("FT010", Assert.IsType<FetchOutcome.Failed>(await Patiently(Ask(fetcher, "/3"))).Trouble.Code);
        Assert.Equal((2, 0), (server.Count("/robots.txt"), server.Count("/3")));
    }

    [Fact]
    public async Task A_redirect_is_followed_only_where_the_robots_txt_of_its_host_allows_it()
    {
        await using var server = await Serve("User-agent: *\nDisallow: /private/", context =>
        {
            context.Response.Redirect("/private/1");
            return Task.CompletedTask;
        });
        using var fetcher = Open(server);
        Assert.Equal("FT010", Assert.IsType<FetchOutcome.Failed>(await Patiently(Ask(fetcher, "/1"))).Trouble.Code);
        Assert.Equal(0, server.Count("/private/1"));
    }

    [Theory]
    [InlineData(429, "120")]
    [InlineData(503, "Thu, 06 Jan 2022 12:02:00 GMT")]
    public async Task A_host_that_asked_for_peace_is_asked_again_when_the_time_is_over(int status, string retryAfter)
    {
        var isBusy = true;
        await using var server = await Serve("", context =>
        {
            if (!isBusy) return Task.CompletedTask;
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
        using var fetcher = Open(server);
        var wait = Assert.IsType<FetchOutcome.Failed>(await Patiently(Ask(fetcher, "/1"))).RetryAfter!.Value;
        Assert.InRange(wait, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(120));
        isBusy = false;
        Assert.Equal("FT012", Assert.IsType<FetchOutcome.Failed>(await Patiently(Ask(fetcher, "/1"))).Trouble.Code);
        _clock.Advance(wait);
        Assert.IsType<FetchOutcome.Fetched>(await Patiently(Ask(fetcher, "/1")));
        Assert.Equal(2, server.Count("/1"));
    }

    [Fact]
    public async Task Requests_that_wait_for_their_turn_are_not_made_once_the_host_asks_for_peace()
    {
        await using var server = await Serve("", context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        });
        using var fetcher = Open(server);
        var asked = Enumerable.Range(0, 8).Select(i => Patiently(Ask(fetcher, i.ToString("/0", CultureInfo.InvariantCulture)))).ToList();
        Assert.All(await Task.WhenAll(asked), outcome => Assert.Equal("FT012", Assert.IsType<FetchOutcome.Failed>(outcome).Trouble.Code));
        Assert.Equal(1, server.Asked.Count(a => a.Path != "/robots.txt"));
    }
}
