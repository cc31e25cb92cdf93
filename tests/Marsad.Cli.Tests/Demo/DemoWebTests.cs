using System.Net;
using System.Xml.Linq;
using Marsad.Cli.Demo;

namespace Marsad.Cli.Tests.Demo;

public sealed class DemoWebTests : IAsyncLifetime
{
    private DemoWeb _web = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _web = await DemoWeb.Start(DemoOutlets.All);
        // Every host of the demo leads to the one port.
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                await socket.ConnectAsync(_web.Address, cancel);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _web.DisposeAsync();
    }

    [Fact]
    public async Task Every_feed_names_every_article_of_its_outlet()
    {
        foreach (var outlet in DemoOutlets.All)
        {
            var feed = XDocument.Load(await _client.GetStreamAsync(outlet.FeedUrl));
            var entries = feed.Descendants().Count(e => e.Name.LocalName is "item" or "entry");
            Assert.Equal(outlet.Articles.Select(a => a.Slug).Distinct().Count(), entries);
        }
    }

    [Fact]
    public async Task A_page_is_served_as_its_bytes_are()
    {
        var page = DemoOutlets.Pages().First(p => p.Gold is not null);
        Assert.Equal(page.Body.ToArray(), await _client.GetByteArrayAsync(page.Url));
    }

    [Fact]
    public async Task An_edited_article_is_served_anew_once_it_was_fetched()
    {
        var edited = DemoOutlets.Pages().First(p => p.Version == 2);
        var before = await _client.GetByteArrayAsync(edited.Url);
        Assert.NotEqual(before, await _client.GetByteArrayAsync(edited.Url));
    }

    [Fact]
    public async Task The_feed_says_that_an_article_was_edited()
    {
        var edited = DemoOutlets.Pages().First(p => p.Version == 2);
        var before = await _client.GetStringAsync(edited.Outlet.FeedUrl);
        await _client.GetByteArrayAsync(edited.Url);
        Assert.NotEqual(before, await _client.GetStringAsync(edited.Outlet.FeedUrl));
    }

    [Fact]
    public async Task A_feed_that_did_not_change_is_not_sent_twice()
    {
        var first = await _client.GetAsync(DemoOutlets.All[0].FeedUrl);
        using var again = new HttpRequestMessage(HttpMethod.Get, DemoOutlets.All[0].FeedUrl);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_host_that_is_no_outlet_is_refused() =>
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await _client.GetAsync(new Uri("http://elsewhere.example/"))).StatusCode);
}
