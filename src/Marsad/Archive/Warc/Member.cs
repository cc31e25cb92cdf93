using System.IO.Compression;
using Marsad.Fetch;

namespace Marsad.Archive.Warc;

/// <summary>A record, compressed to a gzip member of its own (WARC 1.1 annex D), so that it can be read without what stands before it.</summary>
internal readonly record struct Member(string Type, byte[] Bytes)
{
    public static Member Of(WarcRecord record)
    {
        var packed = new MemoryStream();
        // What the host has packed already grows no smaller, however long one tries.
        var level = record.IsHttpResponse && WireMessage.Read(record.Block)?.Header("Content-Encoding") is not null ? CompressionLevel.Fastest : CompressionLevel.Optimal;
        using (var gzip = new GZipStream(packed, level, leaveOpen: true)) gzip.Write(record.ToBytes());
        return new Member(record.Type, packed.ToArray());
    }
}
