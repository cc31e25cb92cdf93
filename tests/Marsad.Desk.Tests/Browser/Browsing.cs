using Marsad.Desk.Tests.Support;
using Microsoft.Playwright;

namespace Marsad.Desk.Tests.Browser;

/// <summary>An installed Chromium and a filled desk, shared by the tests of one class; where there is no Chromium they skip and say so.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private static readonly string? Chromium = new[]
    {
        Environment.GetEnvironmentVariable("MARSAD_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    }.FirstOrDefault(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private DeskHost? _desk;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null) return;
        _desk = await DeskHost.Start(SomeNews.Fill);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh page of a reader without cookies; skips the test where there is no Chromium.</summary>
    internal async Task<Visit> Open(string path, bool javaScript = true, int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        Assert.SkipWhen(Chromium is null, "No Chromium is installed: set MARSAD_CHROMIUM to its path, or install the package chromium.");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _desk!.Address.AbsoluteUri,
            JavaScriptEnabled = javaScript,
            ColorScheme = colours,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(path);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_desk is not null) await _desk.DisposeAsync();
    }
}

/// <summary>A page that is open, what its console said and where it sent requests.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, said) => Console.Add($"{said.Type}: {said.Text}");
        page.PageError += (_, error) => Console.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Console { get; } = [];

    public List<string> Requests { get; } = [];

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
