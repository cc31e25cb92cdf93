using System.IO.Compression;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Marsad.Fetch;

/// <summary>
/// Unpacks bodies as they stream in (RFC 9110 §8.4): gzip, deflate, brotli and zstd, also one within another. Not left to the HTTP client: it knows no zstd,
/// and it hides the bytes that came over the wire.
/// </summary>
internal static class ContentCoding
{
    /// <summary>What is said in Accept-Encoding.</summary>
    public const string Accepted = "gzip, deflate, br, zstd";

    // Servers pack once; some proxy packs what is packed. More than that is an attack.
    private const int MostLayers = 3;

    // RFC 9659: a decoder of the web need not hold a window of more than 8 MB; a bomb asks for 2 GB.
    private const int LargestWindowLog = 23;

    /// <summary>The body that <paramref name="wire"/> carries. Reading throws <see cref="InvalidDataException"/> where it is not packed as it says.</summary>
    /// <param name="header">The Content-Encoding header; null if there was none.</param>
    public static Stream Open(Stream wire, string? header)
    {
        var codings = (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (codings.Length > MostLayers) throw new InvalidDataException($"packed {codings.Length} times over");
        // They are listed in the order in which they were applied.
        return codings.Reverse().Aggregate(wire, Unpack);
    }

    /// <summary>Reads on; the decoders' own ways of saying that the data is bad become one.</summary>
    public static async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken stop)
    {
        try
        {
            return await body.ReadAsync(buffer, stop);
        }
        catch (Exception bad) when (bad is ZstdException or InvalidOperationException and not ObjectDisposedException)
        {
            throw new InvalidDataException(bad.Message, bad);
        }
    }

    private static Stream Unpack(Stream packed, string coding) => coding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
        "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
        "br" => new BrotliStream(packed, CompressionMode.Decompress),
        "zstd" => Zstandard(packed),
        // "identity", and what some servers write here by mistake ("utf-8", "none"): the bytes are what they are.
        _ => packed,
    };

    private static DecompressionStream Zstandard(Stream packed)
    {
        var decoder = new DecompressionStream(packed, leaveOpen: false);
        decoder.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, LargestWindowLog);
        return decoder;
    }
}
