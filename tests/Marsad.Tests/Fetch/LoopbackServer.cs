using System.Net;
using System.Security.Cryptography.X509Certificates;
using Marsad.Fetch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Marsad.Tests.Fetch;

/// <summary>A real HTTP server on a free port of this machine, known to the station under names of outlets.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app) => _app = app;

    public List<(string Host, string Path, IHeaderDictionary Headers)> Asked { get; } = [];

    /// <summary>Called after each request was noted and before it is answered.</summary>
    public Action OnAsked { get; set; } = () => { };

    public IPEndPoint Place { get; private set; } = null!;

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0, place =>
            {
                if (certificate is not null) place.UseHttps(certificate);
            });
            k.Limits.MinResponseDataRate = null;
        });
        var server = new LoopbackServer(builder.Build());
        server._app.Run(async context =>
        {
            lock (server.Asked) server.Asked.Add((context.Request.Host.Host, context.Request.Path + context.Request.QueryString, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            server.OnAsked();
            await answer(context);
        });
        await server._app.StartAsync();
        server.Place = new IPEndPoint(IPAddress.Loopback, new Uri(server._app.Urls.First()).Port);
        return server;
    }

    public HostMap Named(params string[] hosts) => new(hosts.Select(h => KeyValuePair.Create(h, Place)));

    public int Count(string path)
    {
        lock (Asked) return Asked.Count(a => a.Path == path);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
