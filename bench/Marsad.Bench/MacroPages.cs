using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using Marsad.Reading;

namespace Marsad.Bench;

/// <summary>How many pages a second one core reads, text and metadata together, beside AngleSharp's parse alone and SmartReader on the same pages in the same run.</summary>
internal static class MacroPages
{
    private const int FirstPages = 200;
    private const string AnyAddress = "https://outlet.example/a";

    public static int Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"no pages (*.html.gz) at {folder}");
            return 1;
        }

        var pages = Directory.GetFiles(folder, "*.html.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Unzip).ToList();
        var texts = pages.Select(page => Encoding.UTF8.GetString(page)).ToList();
        Timed($"marsad, first {FirstPages}", Math.Min(FirstPages, pages.Count), i => PageReader.Read(pages[i], PageHints.None));
        for (var i = 0; i < pages.Count; i++) PageReader.Read(pages[i], PageHints.None);
        var parser = new HtmlParser();
        foreach (var text in texts) parser.ParseDocument(text).Dispose();
        var own = Timed("marsad", pages.Count, i => PageReader.Read(pages[i], PageHints.None));
        var parse = Timed("AngleSharp, parse alone", pages.Count, i => parser.ParseDocument(texts[i]));
        var peer = Timed("SmartReader", pages.Count, i => Peer(texts[i]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"marsad takes {own / parse:0.00} times AngleSharp's parse alone; SmartReader takes {peer / own:0.0} times as long as marsad"));
        return 0;
    }

    private static object? Peer(string page)
    {
        try
        {
            return new SmartReader.Reader(AnyAddress, page).GetArticle();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException or NullReferenceException)
        {
            // It throws on a few pages; the time it took counts all the same.
            return null;
        }
    }

    private static double Timed(string what, int count, Func<int, object?> read)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++) read(i);
        var seconds = clock.Elapsed.TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-26} {count / seconds,8:0} pages/s {allocated / count / 1024,8} KiB/page"));
        return seconds;
    }

    private static byte[] Unzip(string file)
    {
        using var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
