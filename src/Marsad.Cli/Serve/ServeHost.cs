using System.Net;
using Marsad.Desk;
using Marsad.Flow;
using Microsoft.AspNetCore.HostFiltering;

namespace Marsad.Cli.Serve;

/// <summary>Collector, desk and HTTP API in one process: what `marsad serve` and `marsad demo` run.</summary>
internal sealed class ServeHost : IAsyncDisposable
{
    // Only these names lead here: a page of the web that points a name of its own at this machine (DNS rebinding) is turned away.
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    private readonly WebApplication _app;

    private ServeHost(WebApplication app) => _app = app;

    /// <summary>Where the desk answers; known once it has started.</summary>
    public string Address => _app.Urls.First();

    /// <param name="urls">Where to listen; <see cref="RefusalOf"/> says which are taken.</param>
    public static ServeHost Compose(Station station, IReadOnlyList<string> urls)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls([.. urls]).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddDesk(station.Store, station.Archive, station.PageWalk, station.Watches, station.Probe);
        builder.Services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = OwnNames);
        builder.Services.AddHostedService(_ => new CollectorLoop(station));
        var app = builder.Build();
        app.UseHostFiltering();
        app.MapDesk();
        return new ServeHost(app);
    }

    /// <summary>Why an address is not listened on; null where it is.</summary>
    public static string? RefusalOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != "http") return $"{url} is no address to listen on; write http://127.0.0.1:5000";
        if (address.IsLoopback && (address.Host == "localhost" || IPAddress.TryParse(address.Host.Trim('[', ']'), out _))) return null;
        return $"{url} can be reached from other machines, and there are no accounts yet that would keep strangers out; listen on http://127.0.0.1:{address.Port} and reach it through a tunnel (ssh -L)";
    }

    public Task StartAsync(CancellationToken stop) => _app.StartAsync(stop);

    /// <summary>Runs until <paramref name="stop"/>, Ctrl-C or SIGTERM; then ends in order.</summary>
    public Task WaitAsync(CancellationToken stop) => _app.WaitForShutdownAsync(stop);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class CollectorLoop(Station station) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
            Task.Run(() => station.Collector.RunAsync(stoppingToken), CancellationToken.None),
            Task.Run(() => station.StampAsync(stoppingToken), CancellationToken.None));
    }
}
