using Marsad.Archive;
using Marsad.Flow;
using Marsad.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Marsad.Desk.Tests.Support;

/// <summary>The desk on a free port of loopback, over a store and an archive of its own.</summary>
public sealed class DeskHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("marsad-desk").FullName;
    private readonly WebApplication _app;

    private DeskHost(Action<StationStore, CaptureArchive>? fill, SourceProbe? probe)
    {
        Store = StationStore.Open(Path.Combine(_folder, "marsad.db"), new FakeTimeProvider(SomeNews.Now));
        Archive = new CaptureArchive(Path.Combine(_folder, "archive"));
        fill?.Invoke(Store, Archive);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddDesk(Store, Archive, probe: probe);
        _app = builder.Build();
        _app.MapDesk();
    }

    public StationStore Store { get; }

    public CaptureArchive Archive { get; }

    public Uri Address => new(_app.Urls.First());

    /// <summary>A client that follows no redirect.</summary>
    public HttpClient Client { get; private set; } = null!;

    public static async Task<DeskHost> Start(Action<StationStore, CaptureArchive>? fill = null, SourceProbe? probe = null)
    {
        var host = new DeskHost(fill, probe);
        await host._app.StartAsync();
        host.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        return host;
    }

    public Task<string> Get(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Archive.Dispose();
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
