using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Marsad.Archive;
using Marsad.Archive.Warc;
using Marsad.Fetch;

namespace Marsad.Bench;

/// <summary>What the archive costs: megabytes a second written under each way of flushing, look-ups a second, size beside plain gzip, and pages a second read from a WARC beside npm's warcio.</summary>
internal static class MacroArchive
{
    private const int LookUps = 5_000;
    private static readonly DateTimeOffset Start = new(2022, 1, 6, 0, 0, 0, TimeSpan.Zero);

    public static int Run(string folder, int count)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"no pages (*.html.gz) at {folder}");
            return 1;
        }

        var pages = Directory.GetFiles(folder, "*.html.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Unzip).ToList();
        Say($"{count} captures of {pages.Count} pages, each made a page of its own by a line at its end; gzipped and in chunks, as most servers send them");
        var directory = Directory.CreateTempSubdirectory("marsad-bench-");
        try
        {
            Write(directory, "no flush, one thread", pages, count / 10, flush: false, threads: 1);
            Write(directory, "a flush a capture, one thread", pages, count / 10, flush: true, threads: 1);
            var archive = Write(directory, "flushes shared, 16 threads", pages, count, flush: true, threads: 16);
            Look(archive, pages, count);
            Size(archive, pages, count);
            Read(Path.Combine(archive, "warc"));
            return 0;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Write(DirectoryInfo directory, string how, List<byte[]> pages, int count, bool flush, int threads)
    {
        var path = Path.Combine(directory.FullName, how.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal), "archive");
        var captures = Enumerable.Range(0, count).Select(i => Capture(pages, i)).ToList();
        using var archive = new CaptureArchive(path, new ArchiveOptions { FlushesToDisk = flush });
        var (clock, cpu) = (Stopwatch.StartNew(), Cpu());
        Parallel.ForEach(captures, new ParallelOptions { MaxDegreeOfParallelism = threads }, capture => archive.Keep(capture));
        var (seconds, used) = (clock.Elapsed.TotalSeconds, Cpu() - cpu);
        var megabytes = captures.Sum(capture => (long)capture.Body.Length) / 1e6;
        Say($"write, {how,-30} {megabytes / seconds,7:0.0} MB/s of pages {count / seconds,7:0} captures/s; {used * 1000 / count:0.00} ms of processor a capture");
        return path;
    }

    private static void Look(string path, List<byte[]> pages, int count)
    {
        using var archive = new CaptureArchive(path);
        var random = new Random(7);
        var asked = Enumerable.Range(0, LookUps).Select(_ => random.Next(count)).ToList();
        var digests = asked.ConvertAll(i => Digest.Of(Body(pages, i)));
        Timed("look up by URL and time", LookUps, i => archive.Find(Url(asked[i]), Start.AddSeconds(asked[i])) ?? throw new InvalidOperationException("not found"));
        Timed("read by digest, checked", LookUps, i => archive.Read(digests[i]));
    }

    private static void Size(string path, List<byte[]> pages, int count)
    {
        var plain = 0L;
        for (var i = 0; i < count; i++) plain += Packed(Body(pages, i)).Length;
        var segments = Directory.GetFiles(Path.Combine(path, "warc")).Sum(file => new FileInfo(file).Length);
        var beside = new FileInfo(Path.Combine(path, "log.jsonl")).Length + Directory.GetFiles(path, "index.db*").Sum(file => new FileInfo(file).Length);
        Say($"size: segments {segments / 1e6:0.0} MB, {(double)segments / plain:0.000} times plain gzip of the same pages ({plain / 1e6:0.0} MB); log and index {beside / 1e6:0.0} MB, {beside / count} bytes a capture");
    }

    private static void Read(string folder)
    {
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        var (clock, cpu) = (Stopwatch.StartNew(), Cpu());
        var (pages, bytes) = (0, 0L);
        foreach (var file in files)
        {
            using var reader = new WarcReader(File.OpenRead(file), isPacked: true);
            for (; reader.Next() is { } record; pages += record.Type == "response" ? 1 : 0)
                if (record.Type == "response") bytes += CaptureArchive.BodyOf(record).Length;
        }

        Say($"read, marsad {pages / (Cpu() - cpu),8:0} pages/s of processor time ({pages / clock.Elapsed.TotalSeconds:0}/s by the clock), {pages} pages, {bytes} bytes");
        Peer(files);
    }

    private static void Peer(List<string> files)
    {
        var script = Path.Combine("tests", "independent", "read.mjs");
        if (!Directory.Exists(Path.Combine("tests", "independent", "node_modules")))
        {
            Console.WriteLine("read, warcio: not installed (npm ci in tests/independent)");
            return;
        }

        using var node = Process.Start(new ProcessStartInfo("node", [script, .. files]) { RedirectStandardOutput = true })!;
        Console.Write("read, warcio " + node.StandardOutput.ReadToEnd());
        node.WaitForExit();
    }

    private static void Timed(string what, int count, Func<int, object?> act)
    {
        for (var i = 0; i < count / 10; i++) act(i);
        var (clock, cpu) = (Stopwatch.StartNew(), Cpu());
        for (var i = 0; i < count; i++) act(i);
        Say($"{what,-26} {count / (Cpu() - cpu),8:0}/s of processor time ({count / clock.Elapsed.TotalSeconds:0}/s by the clock)");
    }

    private static double Cpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    private static Capture Capture(List<byte[]> pages, int number)
    {
        var body = Body(pages, number);
        var (url, at) = (Url(number), Start.AddSeconds(number));
        var wire = new MemoryStream();
        wire.Write("HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"u8);
        foreach (var chunk in Packed(body).Chunk(16 << 10))
        {
            wire.Write(Encoding.ASCII.GetBytes(chunk.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
            wire.Write(chunk);
            wire.Write("\r\n"u8);
        }

        wire.Write("0\r\n\r\n"u8);
        var request = Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Host}\r\nUser-Agent: Marsad\r\n\r\n");
        return new Capture(url, url, at, 200, "text/html; charset=utf-8", body) { Wire = [new WireExchange(url, at, IPAddress.Loopback, request, wire.ToArray())] };
    }

    private static byte[] Body(List<byte[]> pages, int number) => [.. pages[number % pages.Count], .. Encoding.ASCII.GetBytes($"\n<!-- {number} -->")];

    private static Uri Url(int number) => new($"http://outlet-{number % 97}.example/news/{number}");

    private static byte[] Packed(byte[] body)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(body);
        return packed.ToArray();
    }

    private static byte[] Unzip(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var page = new MemoryStream();
        packed.CopyTo(page);
        return page.ToArray();
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
