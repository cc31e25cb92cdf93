using System.Collections.Concurrent;
using System.Globalization;
using Marsad.Tests.Fetch;
using Microsoft.AspNetCore.Http;

namespace Marsad.Tests.Flow;

/// <summary>An outlet on this machine that a test can edit, move, break and mend.</summary>
internal sealed class SmallOutlet : IAsyncDisposable
{
    public const string Host = "manara.example";
    public static readonly Uri Feed = new($"http://{Host}/feed.xml");

    private readonly Dictionary<string, (string Title, string Body, string? Updated)> _pages = [];

    public LoopbackServer Server { get; private set; } = null!;

    /// <summary>Answers with these instead; by path.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Instead { get; } = new();

    public static async Task<SmallOutlet> StartAsync(int pages)
    {
        var outlet = new SmallOutlet();
        for (var i = 1; i <= pages; i++) outlet.Publish($"/news/{i}", $"Headline {i}", $"Body {i}");
        outlet.Server = await LoopbackServer.StartAsync(outlet.Answer);
        return outlet;
    }

    public void Publish(string path, string title, string body, string? updated = null)
    {
        lock (_pages) _pages[path] = (title, body, updated);
    }

    public void Fail(string path, int status) => Instead[path] = context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (Instead.TryGetValue(path, out var instead)) await instead(context);
        else if (path == "/feed.xml") await Send(context, FeedText());
        else if (PageText(path) is { } page) await Send(context, page);
        else context.Response.StatusCode = 404;
    }

    private string FeedText()
    {
        lock (_pages)
        {
            var entries = _pages.Select(p =>
                $"<entry><id>{p.Key}</id><title>{p.Value.Title}</title><link href=\"{p.Key}\"/>{(p.Value.Updated is { } at ? $"<updated>{at}</updated>" : "")}</entry>");
            return "<feed xmlns=\"http://www.w3.org/2005/Atom\">" + string.Concat(entries) + "</feed>";
        }
    }

    private string? PageText(string path)
    {
        lock (_pages) return _pages.TryGetValue(path, out var page) ? page.Body : null;
    }

    private static async Task Send(HttpContext context, string text)
    {
        var tag = "\"" + string.GetHashCode(text, StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture) + "\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag) context.Response.StatusCode = 304;
        else await context.Response.WriteAsync(text);
    }
}
