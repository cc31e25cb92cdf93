using System.IO.Compression;

namespace Marsad.Archive.Warc;

/// <summary>A record, compressed to a gzip member of its own (WARC 1.1 annex D), so that it can be read without what stands before it.</summary>
internal readonly record struct Member(string Type, byte[] Bytes)
{
    public static Member Of(WarcRecord record)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(record.ToBytes());
        return new Member(record.Type, packed.ToArray());
    }
}
