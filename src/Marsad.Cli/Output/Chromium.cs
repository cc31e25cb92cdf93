using System.Diagnostics;

namespace Marsad.Cli.Output;

/// <summary>An installed Chromium, for making a PDF of a page: it is the only one that shapes Arabic on every system.</summary>
internal static class Chromium
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>Where it is; null where there is none. MARSAD_CHROMIUM says so first.</summary>
    public static string? Path => Usual.Prepend(Environment.GetEnvironmentVariable("MARSAD_CHROMIUM")).FirstOrDefault(File.Exists);

    /// <summary>Prints a file of ours to PDF.</summary>
    /// <returns>Whether it came out.</returns>
    public static async Task<bool> Print(string chromium, string html, string pdf, CancellationToken stop)
    {
        var profile = Directory.CreateTempSubdirectory("marsad-print");
        try
        {
            using var process = Process.Start(new ProcessStartInfo(chromium, Arguments(profile.FullName, html, pdf)) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            await Task.WhenAll(process.StandardError.ReadToEndAsync(stop), process.StandardOutput.ReadToEndAsync(stop), process.WaitForExitAsync(stop));
            return process.ExitCode == 0 && File.Exists(pdf);
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    // The page is ours, without scripts; Chromium refuses its sandbox to the root user.
    private static IEnumerable<string> Arguments(string profile, string html, string pdf)
    {
        string[] always = ["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer"];
        foreach (var argument in always) yield return argument;
        if (Environment.IsPrivilegedProcess) yield return "--no-sandbox";
        yield return "--user-data-dir=" + profile;
        yield return "--print-to-pdf=" + System.IO.Path.GetFullPath(pdf);
        yield return new Uri(System.IO.Path.GetFullPath(html)).AbsoluteUri;
    }
}
