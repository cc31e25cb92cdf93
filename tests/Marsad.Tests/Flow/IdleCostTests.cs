using System.Globalization;
using Marsad.Archive;
using Marsad.Feeds;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Tests.Fetch;
using Marsad.Tests.Store;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Tests.Flow;

/// <summary>What a source costs that publishes nothing: counted on the wire over a day of the clock, after a first day in which the interval settles.</summary>
public sealed class IdleCostTests
{
    [Theory]
    [InlineData(true, 16, 10_000)]
    [InlineData(false, 16, 300_000)]
    public async Task An_idle_source_costs_a_dozen_requests_a_day(bool validates, int mostRequests, int mostBytes)
    {
        var feed = "<rss><channel>" + string.Concat(Enumerable.Range(1, 50).Select(i => $"<item><title>الخبر رقم {i} من صحيفة منارة</title><link>/{i}</link><description>{new string('x', 200)}</description></item>")) + "</channel></rss>";
        RawServer? server = null;
        server = new RawServer((head, stream, stop) => server!.SayAsync(stream, Answer(head, feed, validates), stop));
        await using var _ = server;
        using var directory = new TemporaryDirectory();
        var clock = new FakeTimeProvider(new DateTimeOffset(2022, 1, 6, 12, 0, 0, TimeSpan.Zero));
        var options = new StationOptions(directory.Path) { Fetch = new FetchOptions { Hosts = new HostMap([KeyValuePair.Create("manara.example", server.Place)]), Gap = TimeSpan.Zero, Contact = "mailto:desk@manara.example" } };
        using var store = StationStore.Open(DataDirectory.Database(directory.Path), clock);
        using var fetcher = new Fetcher(options.Fetch, clock);
        store.Sources.Add(new NewSource(new Uri("http://manara.example/feed.xml"), "Manara"));
        using var archive = new CaptureArchive(DataDirectory.Archive(directory.Path));
        var collector = new Collector(store, archive, fetcher, new FeedReader(), _ => WorkState.Skipped, options);
        await Day(collector, clock);
        var (requests, bytes) = (server.Asked.Count, server.Bytes);
        await Day(collector, clock);
        (requests, bytes) = (server.Asked.Count - requests, server.Bytes - bytes);
        TestContext.Current.SendDiagnosticMessage($"an idle source that {(validates ? "answers 304" : "sends its feed again")}: {requests} requests and {bytes} bytes a day");
        Assert.InRange(requests, 8, mostRequests);
        Assert.InRange(bytes, 1, mostBytes);
    }

    private static async Task Day(Collector collector, FakeTimeProvider clock)
    {
        for (var minute = 0; minute < 24 * 60; minute += 5)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await collector.CollectDueAsync(CancellationToken.None);
        }
    }

    private static string Answer(string head, string feed, bool validates)
    {
        if (!head.StartsWith("GET /feed.xml", StringComparison.Ordinal)) return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        if (validates && head.Contains("If-None-Match: \"v1\"", StringComparison.OrdinalIgnoreCase)) return "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nDate: Thu, 06 Jan 2022 12:00:00 GMT\r\n\r\n";
        return string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Type: application/rss+xml\r\nContent-Length: {System.Text.Encoding.Latin1.GetByteCount(feed)}\r\n\r\n{feed}");
    }
}
