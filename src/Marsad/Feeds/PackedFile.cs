using System.IO.Compression;

namespace Marsad.Feeds;

/// <summary>Files that are gzip themselves, as most sitemaps are ("sitemap.xml.gz"): told by their first bytes, since servers label them in every way.</summary>
internal static class PackedFile
{
    // sitemaps.org: "no larger than 50MB uncompressed".
    private const int Largest = 50 << 20;

    public static bool IsPacked(ReadOnlySpan<byte> body) => body is [0x1F, 0x8B, ..];

    /// <returns>Null where it is damaged or a bomb.</returns>
    public static ReadOnlyMemory<byte>? Unpack(ReadOnlySpan<byte> body)
    {
        using var packed = new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (packed.Read(buffer) is var read and > 0)
            {
                if (unpacked.Length + read > Largest) return null;
                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }
}
