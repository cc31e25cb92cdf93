using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using Marsad.Reading;

namespace Marsad.Bench;

/// <summary>
/// How many pages a second of processor time reads, text and metadata together, beside AngleSharp's parse alone and SmartReader on the same pages in the same run: first each in a
/// process of its own that has read nothing yet, then warm. Processor time counts what the compiler and the collector take too, and not what other programs take.
/// </summary>
internal static class MacroPages
{
    public const string FirstCommand = "pages-first";

    private const int FirstPages = 200;
    private const string AnyAddress = "https://outlet.example/a";

    private static readonly HtmlParser Parser = new();

    private static readonly (string Name, Func<Page, object?> Read)[] Readers =
    [
        ("marsad", page => PageReader.Read(page.Body, PageHints.None)),
        ("AngleSharp, parse alone", page => Parser.ParseDocument(page.Text)),
        ("SmartReader", Peer),
    ];

    public static int Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"no pages (*.html.gz) at {folder}");
            return 1;
        }

        Console.WriteLine(Line($"the first {FirstPages} pages of a fresh process"));
        for (var reader = 0; reader < Readers.Length; reader++) Fresh(reader, folder);
        var pages = Load(folder);
        Console.WriteLine(Line($"warm, {pages.Count} pages"));
        foreach (var (_, read) in Readers) Used(pages, read);
        var times = Readers.Select(reader => Report(reader.Name, pages, reader.Read)).ToList();
        Console.WriteLine(Line($"marsad takes {times[0] / times[1]:0.00} times AngleSharp's parse (limit 1.6) and reads {times[2] / times[0]:0.0} times as fast as SmartReader (at least 3)"));
        return 0;
    }

    /// <summary>What a fresh process does: the first pages with one reader.</summary>
    public static int RunFirst(int reader, string folder)
    {
        Report(Readers[reader].Name, [.. Load(folder).Take(FirstPages)], Readers[reader].Read);
        return 0;
    }

    private static void Fresh(int reader, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), FirstCommand, reader.ToString(CultureInfo.InvariantCulture), folder]));
        process?.WaitForExit();
    }

    /// <summary>The assembly, where `dotnet` runs it.</summary>
    private static IEnumerable<string> Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(MacroPages).Assembly.Location] : [];

    private static double Report(string name, List<Page> pages, Func<Page, object?> read)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var seconds = Used(pages, read);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Console.WriteLine(Line($"  {name,-26} {pages.Count / seconds,8:0} pages/s {allocated / pages.Count / 1024,8} KiB/page"));
        return seconds;
    }

    private static double Used(List<Page> pages, Func<Page, object?> read)
    {
        var before = Environment.CpuUsage.TotalTime;
        foreach (var page in pages) (read(page) as IDisposable)?.Dispose();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static object? Peer(Page page)
    {
        try
        {
            return new SmartReader.Reader(AnyAddress, page.Text).GetArticle();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException or NullReferenceException)
        {
            // It throws on a few pages; the time it took counts all the same.
            return null;
        }
    }

    private static List<Page> Load(string folder) => [.. Directory.GetFiles(folder, "*.html.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Unzip)];

    private static Page Unzip(string file)
    {
        using var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return new Page(bytes.ToArray(), Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private sealed record Page(byte[] Body, string Text);
}
