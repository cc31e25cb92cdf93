using System.Net;
using System.Text;
using Marsad.Fetch;
using Microsoft.AspNetCore.Http;

namespace Marsad.Tests.Fetch;

/// <summary>Servers that mean harm, on real connections: each ends in a trouble with its code, in bounded time and memory.</summary>
public sealed class HostileServersTests
{
    private const string Outlet = "manara.example";

    private static FetchOptions Options(IPEndPoint place) => new()
    {
        Hosts = new HostMap([KeyValuePair.Create(Outlet, place)]),
        Gap = TimeSpan.Zero,
        Retries = 0,
        Timeout = TimeSpan.FromSeconds(2),
    };

    private static async Task<string> Code(FetchOptions options, string url = $"http://{Outlet}/1")
    {
        using var fetcher = new Fetcher(options, TimeProvider.System);
        return Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri(url), 1 << 20), CancellationToken.None)).Trouble.Code;
    }

    private static RawServer Server(Func<RawServer, System.Net.Sockets.NetworkStream, CancellationToken, Task> answer)
    {
        RawServer? server = null;
        return server = new RawServer((head, stream, stop) => head.StartsWith("GET /robots.txt", StringComparison.Ordinal)
            ? server!.SayAsync(stream, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", stop) : answer(server!, stream, stop));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")]
    public async Task A_server_that_drips_a_byte_at_a_time_is_left_when_the_time_is_up(string start)
    {
        await using var server = Server(async (s, stream, stop) =>
        {
            await s.SayAsync(stream, start, stop);
            while (true)
            {
                await s.SayAsync(stream, "x", stop);
                await Task.Delay(20, stop);
            }
        });
        Assert.Equal("FT005", await Code(Options(server.Place)));
    }

    [Fact]
    public async Task Headers_without_end_are_left()
    {
        await using var server = Server(async (s, stream, stop) =>
        {
            await s.SayAsync(stream, "HTTP/1.1 200 OK\r\n", stop);
            var header = $"X-Long: {new string('x', 8000)}\r\n";
            while (true) await s.SayAsync(stream, header, stop);
        });
        Assert.Equal("FT009", await Code(Options(server.Place)));
        Assert.InRange(server.Bytes, 0, 16 << 20);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a number\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip, gzip, gzip, gzip\r\nContent-Length: 4\r\n\r\nabcd")]
    public async Task What_is_no_answer_is_trouble(string said)
    {
        await using var server = Server(async (s, stream, stop) =>
        {
            await s.SayAsync(stream, said, stop);
            stream.Close();
        });
        Assert.Equal("FT009", await Code(Options(server.Place)));
    }

    [Fact]
    public async Task A_body_that_says_it_is_huge_is_left_without_room_being_made_for_it()
    {
        await using var server = Server(async (s, stream, stop) =>
        {
            await s.SayAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\n", stop);
            for (var part = new string('x', 64 * 1024); ;) await s.SayAsync(stream, part, stop);
        });
        Assert.Equal("FT006", await Code(Options(server.Place)));
    }

    [Fact]
    public async Task A_name_that_answers_a_public_address_first_and_an_inner_one_then_reaches_neither_the_second_time()
    {
        await using var inner = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        var answers = 0;
        // 192.0.2.0/24 is for documentation (RFC 5737) and is refused too: no packet leaves this machine.
        var options = Options(inner.Place) with { Hosts = HostMap.Empty, Resolve = (_, _) => Task.FromResult<IPAddress[]>([++answers == 1 ? IPAddress.Parse("192.0.2.7") : IPAddress.Loopback]) };
        for (var i = 0; i < 3; i++) Assert.Equal("FT001", await Code(options, $"http://rebinding.example:{inner.Place.Port}/secret"));
        Assert.Equal((3, 0), (answers, inner.Asked.Count));
    }

    [Fact]
    public async Task Of_several_addresses_of_a_name_inner_ones_are_never_tried()
    {
        await using var inner = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        var options = Options(inner.Place) with
        {
            Hosts = HostMap.Empty,
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Loopback, IPAddress.Parse("::ffff:127.0.0.1"), IPAddress.Parse("64:ff9b::7f00:1"), IPAddress.Parse("10.0.0.1")]),
        };
        Assert.Equal("FT001", await Code(options, $"http://many.example:{inner.Place.Port}/secret"));
        Assert.Empty(inner.Asked);
    }

    [Fact]
    public async Task The_name_of_this_machine_is_not_reached()
    {
        await using var inner = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        using var fetcher = new Fetcher(Options(inner.Place) with { Hosts = HostMap.Empty }, TimeProvider.System);
        Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Dns.GetHostName().ToLowerInvariant()}:{inner.Place.Port}/"), 1000), CancellationToken.None));
        Assert.Empty(inner.Asked);
    }

    [Fact]
    public async Task Robots_txt_may_be_hostile_too()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Path != "/robots.txt")
            {
                await context.Response.WriteAsync("page");
                return;
            }

            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /" + string.Concat(Enumerable.Repeat("*a", 200)) + "$\n", 1000))));
        });
        using var fetcher = new Fetcher(Options(server.Place), TimeProvider.System);
        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Outlet}/{new string('a', 1500)}b"), 1000), CancellationToken.None));
    }
}
