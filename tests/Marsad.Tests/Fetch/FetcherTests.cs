using System.IO.Compression;
using System.Net;
using System.Text;
using Marsad.Fetch;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Tests.Fetch;

public sealed class FetcherTests
{
    private const string Outlet = "manara.example";

    private static FetchOptions Quick(HostMap hosts) => new()
    {
        Hosts = hosts,
        Gap = TimeSpan.Zero,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        Timeout = TimeSpan.FromSeconds(20),
        LargestPage = 1 << 20,
    };

    private static Task<LoopbackServer> Serve(Func<HttpContext, Task> answer) => LoopbackServer.StartAsync(async context =>
    {
        if (context.Request.Path == "/robots.txt") context.Response.StatusCode = 404;
        else await answer(context);
    });

    private static async Task<FetchOutcome> Ask(LoopbackServer server, string url, FetchOptions? options = null, Validators? seen = null)
    {
        using var fetcher = new Fetcher(options ?? Quick(server.Named(Outlet)), TimeProvider.System);
        return await fetcher.FetchAsync(new FetchRequest(new Uri(url), 1 << 20, seen), CancellationToken.None);
    }

    private static async Task<string> Code(LoopbackServer server, string url, FetchOptions? options = null) =>
        Assert.IsType<FetchOutcome.Failed>(await Ask(server, url, options)).Trouble.Code;

    [Fact]
    public async Task A_page_comes_with_its_bytes_type_and_validators()
    {
        await using var server = await Serve(context =>
        {
            context.Response.ContentType = "text/html; charset=windows-1256";
            context.Response.Headers.ETag = "\"a\"";
            return context.Response.Body.WriteAsync("مرصد"u8.ToArray()).AsTask();
        });
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await Ask(server, $"http://{Outlet}/1"));
        Assert.Equal(("مرصد", 200, "text/html; charset=windows-1256"), (Encoding.UTF8.GetString(fetched.Capture.Body.Span), fetched.Capture.Status, fetched.Capture.ContentType));
        Assert.Equal(new Validators("\"a\"", null), fetched.Validators);
    }

    [Fact]
    public async Task What_is_known_already_is_asked_for_conditionally()
    {
        await using var server = await Serve(context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "W/\"x\"" && context.Request.Headers.IfModifiedSince == "then" ? 304 : 500;
            return Task.CompletedTask;
        });
        Assert.IsType<FetchOutcome.NotModified>(await Ask(server, $"http://{Outlet}/1", seen: new Validators("W/\"x\"", "then")));
    }

    [Fact]
    public async Task A_request_says_who_asks_and_how_to_complain()
    {
        await using var server = await Serve(_ => Task.CompletedTask);
        await Ask(server, $"http://{Outlet}/1", Quick(server.Named(Outlet)) with { Contact = "mailto:desk@marsad.example" });
        Assert.All(server.Asked, a => Assert.Matches(@"^Marsad/[0-9.]+ \(mailto:desk@marsad\.example\)$", a.Headers.UserAgent.ToString()));
    }

    [Theory]
    [InlineData("http://127.0.0.1:PORT/")]
    [InlineData("http://localhost:PORT/")]
    [InlineData("http://[::1]:PORT/")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/")]
    [InlineData("http://2130706433:PORT/")]
    [InlineData("http://0x7f.1:PORT/")]
    [InlineData("http://0177.0.0.1:PORT/")]
    [InlineData("http://0.0.0.0:PORT/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[fd00:ec2::254]/")]
    public async Task No_form_of_an_inner_address_is_reached(string url)
    {
        await using var server = await Serve(_ => Task.CompletedTask);
        var code = await Code(server, url.Replace("PORT", server.Place.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Equal("FT001", code);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/secret", "FT001")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "FT001")]
    [InlineData("file:///etc/passwd", "FT008")]
    [InlineData("http://user:secret@manara.example/", "FT008")]
    [InlineData("/loop", "FT007")]
    public async Task A_redirect_leads_nowhere_that_a_link_may_not(string target, string code)
    {
        await using var server = await Serve(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        });
        Assert.Equal(code, await Code(server, $"http://{Outlet}/loop"));
    }

    [Fact]
    public async Task A_lasting_redirect_says_where_the_page_lives_now()
    {
        await using var server = await Serve(context =>
        {
            if (context.Request.Path == "/new") return Task.CompletedTask;
            context.Response.StatusCode = 308;
            context.Response.Headers.Location = "/new#part";
            return Task.CompletedTask;
        });
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await Ask(server, $"http://{Outlet}/old"));
        Assert.Equal(($"http://{Outlet}/new", $"http://{Outlet}/new"), (fetched.MovedTo?.ToString(), fetched.Capture.FinalUrl.ToString()));
    }

    [Fact]
    public async Task An_endless_body_is_left()
    {
        await using var server = await Serve(async context =>
        {
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });
        Assert.Equal("FT006", await Code(server, $"http://{Outlet}/1"));
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_huge_one_is_left()
    {
        var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(new byte[64 << 20]);
        await using var server = await Serve(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(bomb.ToArray()).AsTask();
        });
        Assert.Equal("FT006", await Code(server, $"http://{Outlet}/1"));
    }

    [Fact]
    public async Task A_body_that_is_not_packed_as_it_says_is_trouble()
    {
        await using var server = await Serve(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("plain");
        });
        Assert.Equal("FT009", await Code(server, $"http://{Outlet}/1"));
    }

    [Fact]
    public async Task A_server_that_never_finishes_is_left_when_the_time_is_up()
    {
        var clock = new FakeTimeProvider();
        var reached = new TaskCompletionSource();
        await using var server = await Serve(async context =>
        {
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var fetcher = new Fetcher(Quick(server.Named(Outlet)), clock);
        var asking = fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/1"), 1000), CancellationToken.None);
        await reached.Task;
        clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal("FT005", Assert.IsType<FetchOutcome.Failed>(await asking).Trouble.Code);
    }

    [Theory]
    [InlineData(404, "FT014")]
    [InlineData(410, "FT015")]
    [InlineData(403, "FT013")]
    [InlineData(500, "FT016")]
    public async Task An_answer_that_is_no_page_has_its_code(int status, string code)
    {
        await using var server = await Serve(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Assert.Equal(code, await Code(server, $"http://{Outlet}/1"));
    }

    [Fact]
    public async Task What_fails_in_passing_is_asked_again()
    {
        var times = 0;
        await using var server = await Serve(context =>
        {
            context.Response.StatusCode = ++times < 3 ? 502 : 200;
            return Task.CompletedTask;
        });
        Assert.IsType<FetchOutcome.Fetched>(await Ask(server, $"http://{Outlet}/1"));
        Assert.Equal(3, server.Count("/1"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_host_that_asks_for_peace_is_not_asked_at_all_until_then(int status)
    {
        await using var server = await Serve(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        });
        using var fetcher = new Fetcher(Quick(server.Named(Outlet)), TimeProvider.System);
        var first = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/1"), 1000), CancellationToken.None));
        var second = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/2"), 1000), CancellationToken.None));
        Assert.Equal((TimeSpan.FromSeconds(120), "FT012", 0), (first.RetryAfter, second.Trouble.Code, server.Count("/2")));
    }

    [Fact]
    public async Task A_host_that_nobody_knows_is_trouble()
    {
        using var fetcher = new Fetcher(Quick(HostMap.Empty), TimeProvider.System);
        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://nobody.invalid/"), 1000), CancellationToken.None));
        Assert.Equal("FT002", failed.Trouble.Code);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_trouble()
    {
        var map = new HostMap([KeyValuePair.Create(Outlet, new IPEndPoint(IPAddress.Loopback, 1))]);
        using var fetcher = new Fetcher(Quick(map), TimeProvider.System);
        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/"), 1000), CancellationToken.None));
        Assert.Equal("FT003", failed.Trouble.Code);
    }

    [Fact]
    public async Task Robots_txt_is_asked_once_and_obeyed()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(context.Request.Path == "/robots.txt" ? "User-agent: *\nDisallow: /private" : "page"));
        using var fetcher = new Fetcher(Quick(server.Named(Outlet)), TimeProvider.System);
        var open = await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/open"), 1000), CancellationToken.None);
        var shut = await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/private/1"), 1000), CancellationToken.None);
        Assert.IsType<FetchOutcome.Fetched>(open);
        Assert.Equal("FT010", Assert.IsType<FetchOutcome.Failed>(shut).Trouble.Code);
        Assert.Equal((1, 0), (server.Count("/robots.txt"), server.Count("/private/1")));
    }

    [Fact]
    public async Task A_host_whose_robots_txt_fails_is_not_asked()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        Assert.Equal("FT011", await Code(server, $"http://{Outlet}/1"));
        Assert.Equal(0, server.Count("/1"));
    }

    [Fact]
    public async Task One_host_gets_one_request_at_a_time()
    {
        var (now, most) = (0, 0);
        await using var server = await Serve(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
        });
        using var fetcher = new Fetcher(Quick(server.Named(Outlet)), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/{i}"), 1000), CancellationToken.None)));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_cancelled_fetch_is_the_only_exception()
    {
        await using var server = await Serve(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var fetcher = new Fetcher(Quick(server.Named(Outlet)), TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var asking = fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/1"), 1000), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }
}
