using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace Marsad.Cli.Demo;

/// <summary>
/// Serves every invented outlet from one loopback port, told apart by the Host header, as outlets do: feeds, pages, robots.txt, validators.
/// An edited article is first served, and named by its feed, as it was; once it has been fetched, as it became.
/// </summary>
internal sealed class DemoWeb : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, DemoOutlet> _outlets;
    private readonly ConcurrentDictionary<Uri, bool> _fetched = new();
    private readonly ConcurrentQueue<Uri> _asked = new();

    private DemoWeb(IEnumerable<DemoOutlet> outlets)
    {
        _outlets = outlets.ToDictionary(o => o.Settings.Host, StringComparer.OrdinalIgnoreCase);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(Answer);
    }

    /// <summary>Where all hosts of the demo are to be found.</summary>
    public IPEndPoint Address => new(IPAddress.Loopback, new Uri(_app.Urls.First()).Port);

    public IReadOnlyCollection<DemoOutlet> Outlets => _outlets.Values;

    /// <summary>Every address that was asked for, in order: to see how a collector behaves.</summary>
    public IReadOnlyCollection<Uri> Asked => _asked;

    public static async Task<DemoWeb> Start(IEnumerable<DemoOutlet> outlets)
    {
        var web = new DemoWeb(outlets);
        await web._app.StartAsync();
        return web;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        if (!_outlets.TryGetValue(context.Request.Host.Host, out var outlet)) return Send(context, 421, "text/plain", default, null);
        var url = new Uri(outlet.Home, context.Request.Path + context.Request.QueryString);
        _asked.Enqueue(url);
        if (url == outlet.FeedUrl) return SendFeed(context, outlet);
        if (url.AbsolutePath == "/robots.txt") return Send(context, 200, "text/plain", "User-agent: *\nDisallow: /private/\n"u8.ToArray(), null);
        return Showing(outlet).FirstOrDefault(a => outlet.UrlOf(a) == url) is { } article
            ? SendPage(context, url, DemoRenderer.Page(outlet, article))
            : Send(context, 404, "text/html; charset=utf-8", "<title>404</title><h1>404</h1>"u8.ToArray(), null);
    }

    /// <summary>The version of each article that is out now.</summary>
    private IEnumerable<DemoArticle> Showing(DemoOutlet outlet) =>
        outlet.Articles.GroupBy(a => a.Slug, StringComparer.Ordinal).Select(versions => _fetched.ContainsKey(outlet.UrlOf(versions.First())) ? versions.Last() : versions.First());

    private Task SendFeed(HttpContext context, DemoOutlet outlet)
    {
        var articles = Showing(outlet).ToList();
        return Send(context, 200, DemoFeed.ContentType(outlet), DemoFeed.Write(outlet, articles), articles.Count > 0 ? articles.Max(a => a.Updated) : null);
    }

    private async Task SendPage(HttpContext context, Uri url, DemoPage page)
    {
        await Send(context, page.Status, page.ContentType, page.Body, page.Article.Updated);
        _fetched[url] = true;
    }

    private static async Task Send(HttpContext context, int status, string? type, ReadOnlyMemory<byte> body, DateTimeOffset? changed)
    {
        var response = context.Response;
        var tag = "\"" + Convert.ToHexStringLower(SHA256.HashData(body.Span)[..8]) + "\"";
        if (status == 200) response.Headers.ETag = tag;
        if (status == 200 && changed is { } at) response.Headers.LastModified = at.ToString("R", CultureInfo.InvariantCulture);
        var known = status == 200 && context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag);
        response.StatusCode = known ? 304 : status;
        if (known) return;
        response.ContentType = type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body);
    }
}
