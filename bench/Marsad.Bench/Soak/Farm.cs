using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Marsad.Bench.Soak;

/// <summary>Outlets on one port of this machine, told apart by their names: each as slow as its number says, one answer in twenty an error.</summary>
internal sealed class Farm : IAsyncDisposable
{
    private const double Errors = 0.05;
    private static readonly byte[] Bomb = Packed(1 << 30);

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, FarmOutlet> _outlets;
    private readonly Random _random = new(5);
    private readonly ConcurrentDictionary<string, int> _polls = new();
    private int _requests;
    private int _inward;

    private Farm(IEnumerable<FarmOutlet> outlets, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MinResponseDataRate = null;
        });
        (_app, _clock) = (builder.Build(), clock);
        _outlets = outlets.ToDictionary(outlet => outlet.Host, StringComparer.OrdinalIgnoreCase);
        _app.Run(Answer);
    }

    public int Requests => _requests;

    /// <summary>Requests that reached this machine by an address of its own: there must be none.</summary>
    public int Inward => _inward;

    public IPEndPoint Place => new(IPAddress.Loopback, new Uri(_app.Urls.First()).Port);

    public static async Task<Farm> StartAsync(IEnumerable<FarmOutlet> outlets, TimeProvider clock)
    {
        var farm = new Farm(outlets, clock);
        await farm._app.StartAsync();
        return farm;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        if (!_outlets.TryGetValue(http.Request.Host.Host, out var outlet))
        {
            Interlocked.Increment(ref _inward);
            return;
        }

        var path = http.Request.Path.Value!;
        await Task.Delay(outlet.Latency, _clock, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (path == "/robots.txt") http.Response.StatusCode = 404;
        else if (outlet.IsHostile) await Hurt(http, outlet.Manner).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else if (!Err(http)) await Give(http, outlet, path);
    }

    private bool Err(HttpContext http)
    {
        double luck;
        lock (_random) luck = _random.NextDouble();
        if (luck >= Errors) return false;
        if (luck < Errors * 0.2) http.Abort();
        else http.Response.StatusCode = luck < Errors * 0.4 ? 503 : luck < Errors * 0.6 ? 429 : 500;
        if (http.Response.StatusCode is 503 or 429) http.Response.Headers.RetryAfter = "20";
        return true;
    }

    private Task Give(HttpContext http, FarmOutlet outlet, string path)
    {
        var now = _clock.GetUtcNow();
        http.Response.ContentType = "text/html; charset=utf-8";
        if (path == outlet.Address.AbsolutePath) return http.Response.WriteAsync(outlet.Feed(now, _polls.AddOrUpdate(outlet.Host, 1, (_, polls) => polls + 1)));
        if (outlet.ArticleAt(path, now) is { } article) return http.Response.WriteAsync(outlet.Page(article));
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private async Task Hurt(HttpContext http, Manner manner)
    {
        var (response, stop) = (http.Response, http.RequestAborted);
        switch (manner)
        {
            case Manner.Endless:
                for (var chunk = new byte[65_536]; !stop.IsCancellationRequested;) await response.Body.WriteAsync(chunk, stop);
                break;
            case Manner.Bomb:
                response.Headers.ContentEncoding = "gzip";
                await response.Body.WriteAsync(Bomb, stop);
                break;
            case Manner.Loop or Manner.Inward:
                response.StatusCode = 302;
                response.Headers.Location = manner == Manner.Loop ? "/feed.xml" : $"http://127.0.0.1:{Place.Port}/secret";
                break;
            case Manner.Slow:
                while (!stop.IsCancellationRequested)
                {
                    await response.WriteAsync("<", stop);
                    await response.Body.FlushAsync(stop);
                    await Task.Delay(TimeSpan.FromSeconds(1), _clock, stop);
                }

                break;
            case Manner.Nested:
                await response.WriteAsync(http.Request.Path == "/feed.xml" ? NestedFeed : string.Concat(Enumerable.Repeat("<div>", 100_000)), stop);
                break;
            default:
                var noise = new byte[50_000];
                lock (_random) _random.NextBytes(noise);
                await response.Body.WriteAsync(noise, stop);
                break;
        }
    }

    private static string NestedFeed =>
        "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        + "<rss><channel><item><title>&c;&x;</title><link>/deep.html</link></item></channel></rss>";

    private static byte[] Packed(int zeros)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            for (var chunk = new byte[1 << 20]; zeros > 0; zeros -= chunk.Length) gzip.Write(chunk);
        return packed.ToArray();
    }
}
