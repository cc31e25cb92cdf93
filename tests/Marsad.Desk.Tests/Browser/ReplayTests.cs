using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Flow.Exports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Marsad.Desk.Tests.Browser;

/// <summary>An exported WACZ opened in ReplayWeb.page itself (npm replaywebpage, fetched by `npm run replay` in tests/independent), in a real browser.</summary>
public sealed class ReplayTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string Words = "هذه كلمات الصفحة التي حُفظت";
    private static readonly string Player = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "independent", "node_modules", "replaywebpage"));

    [Fact]
    public async Task An_exported_page_is_shown_by_ReplayWeb_page()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Player, "sw.js")), "ReplayWeb.page is not installed: run npm run replay in tests/independent.");
        var folder = Directory.CreateTempSubdirectory("marsad-replay-").FullName;
        try
        {
            Export(folder);
            await using var app = await Serve(folder);
            var address = app.Urls.First();
            await using var visit = await browsing.Open($"{address}/index.html?source={Uri.EscapeDataString(address + "/files/out.wacz")}#view=replay&url={Uri.EscapeDataString("http://manara.example/news/1")}&ts=20220106120000");
            Assert.Contains(Words, await Replayed(visit.Page), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The player draws the page in a frame that its service worker serves.
    private static async Task<string> Replayed(IPage page)
    {
        var found = new TaskCompletionSource<IFrame>();
        page.FrameNavigated += (_, frame) => Look(frame);
        foreach (var frame in page.Frames) Look(frame);
        var replay = await found.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return await replay.Locator("body").InnerTextAsync(new LocatorInnerTextOptions { Timeout = 60_000 });

        void Look(IFrame frame)
        {
            if (frame.ParentFrame is not null && frame.Url.Contains("mp_/", StringComparison.Ordinal)) found.TrySetResult(frame);
        }
    }

    private static void Export(string folder)
    {
        var (url, at) = (new Uri("http://manara.example/news/1"), new DateTimeOffset(2022, 1, 6, 12, 0, 0, TimeSpan.Zero));
        var body = Encoding.UTF8.GetBytes($"<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>خبر</title><h1>خبر</h1><p>{Words}</p></html>");
        byte[] answer = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"u8, .. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];
        using var archive = new CaptureArchive(Path.Combine(folder, "archive"));
        var wire = new WireExchange(url, at, IPAddress.Loopback, "GET /news/1 HTTP/1.1\r\nHost: manara.example\r\n\r\n"u8.ToArray(), answer);
        var digest = archive.Keep(new Capture(url, url, at, 200, "text/html", body) { Wire = [wire] }).Digest;
        using var file = File.Create(Path.Combine(folder, "out.wacz"));
        new WaczExport(archive, at).Write(file, [new ExportedPage(digest, "خبر")], "A page");
    }

    private static async Task<WebApplication> Serve(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Player) });
        app.MapGet("/files/out.wacz", () => Results.File(Path.Combine(folder, "out.wacz"), "application/wacz", enableRangeProcessing: true));
        await app.StartAsync();
        return app;
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
