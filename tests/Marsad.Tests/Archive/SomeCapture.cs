using System.IO.Compression;
using System.Net;
using System.Text;
using Marsad.Fetch;

namespace Marsad.Tests.Archive;

/// <summary>Captures as the fetcher hands them over.</summary>
internal static class SomeCapture
{
    public static readonly DateTimeOffset At = new(2022, 1, 6, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A page over HTTP, its body as it is.</summary>
    public static Capture Page(string text = "<p>a page</p>", string url = "http://manara.example/news/1", int seconds = 0)
    {
        var body = Encoding.UTF8.GetBytes(text);
        return Of(url, seconds, body, [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {body.Length}\r\n\r\n"), .. body]);
    }

    /// <summary>A page as most servers send it: gzipped, in chunks.</summary>
    public static Capture ChunkedPage(string text, string url = "http://manara.example/news/1", int seconds = 0, int chunk = 7)
    {
        var wire = new MemoryStream();
        wire.Write("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"u8);
        foreach (var part in Packed(text).Chunk(chunk))
        {
            wire.Write(Encoding.ASCII.GetBytes($"{part.Length:x}\r\n"));
            wire.Write(part);
            wire.Write("\r\n"u8);
        }

        wire.Write("0\r\n\r\n"u8);
        return Of(url, seconds, Encoding.UTF8.GetBytes(text), wire.ToArray());
    }

    /// <summary>A file that was handed in.</summary>
    public static Capture File(string text, string path = "/pages/1.html", int seconds = 0)
    {
        var url = new Uri("file://" + path);
        return new Capture(url, url, At.AddSeconds(seconds), 200, "text/html", Encoding.UTF8.GetBytes(text)) { Origin = path };
    }

    private static Capture Of(string url, int seconds, byte[] body, byte[] response)
    {
        var address = new Uri(url);
        var at = At.AddSeconds(seconds);
        var request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Host}\r\n\r\n");
        return new Capture(address, address, at, 200, "text/html", body) { Wire = [new WireExchange(address, at, IPAddress.Parse("192.0.2.7"), request, response)] };
    }

    private static byte[] Packed(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
