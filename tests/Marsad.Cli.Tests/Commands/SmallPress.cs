using System.Globalization;
using Marsad.Tests.Fetch;
using Microsoft.AspNetCore.Http;

namespace Marsad.Cli.Tests.Commands;

/// <summary>Several outlets on this machine, each with a feed of pages that read as articles.</summary>
internal sealed class SmallPress : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly int _pages;

    private SmallPress(LoopbackServer server, int outlets, int pages)
    {
        (_server, _pages) = (server, pages);
        Hosts = [.. Enumerable.Range(1, outlets).Select(i => $"outlet{i}.example")];
    }

    public IReadOnlyList<string> Hosts { get; }

    public LoopbackServer Server => _server;

    public IEnumerable<string> Pages => Hosts.SelectMany(host => Enumerable.Range(1, _pages).Select(i => $"http://{host}/{i}.html"));

    /// <summary>What `marsad` needs to reach them.</summary>
    public IEnumerable<string> Options => Hosts.SelectMany(host => (string[])["--host", $"{host}={_server.Place}"]);

    public static async Task<SmallPress> StartAsync(int outlets, int pages)
    {
        SmallPress? press = null;
        var server = await LoopbackServer.StartAsync(context => press!.Answer(context));
        return press = new SmallPress(server, outlets, pages);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/") return context.Response.WriteAsync("<html><head><link rel=alternate type=application/rss+xml href=/feed.xml></head><body>front page</body></html>");
        if (path == "/feed.xml") return context.Response.WriteAsync(Feed());
        if (int.TryParse(path.Trim('/').Replace(".html", "", StringComparison.Ordinal), out var number) && number <= _pages) return Page(context, number);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private string Feed() => "<rss version=\"2.0\"><channel><title>صحيفة صغيرة</title><language>ar</language>"
        + string.Concat(Enumerable.Range(1, _pages).Select(i => $"<item><title>الخبر رقم {i}</title><link>/{i}.html</link></item>")) + "</channel></rss>";

    private static Task Page(HttpContext context, int number)
    {
        var where = context.Request.Host.Host.Length + number;
        var text = string.Create(CultureInfo.InvariantCulture, $"قال محافظ المدينة رقم {where} إن {number} من الأهالي عادوا إلى منازلهم بعد أن هدأت الاحتجاجات في الحي {number}، وأضاف أن الخدمات ستعود تباعا خلال {number} أيام.");
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=ar><head><title>الخبر رقم {number}</title></head><body><article><h1>الخبر رقم {number}</h1><p>{text}</p><p>{text} ولم ترد تفاصيل أخرى من {context.Request.Host.Host}.</p></article></body></html>");
    }
}
