using System.IO.Compression;
using System.Security.Cryptography;

namespace Marsad.Flow.Exports;

/// <summary>A file within a ZIP, hashed and counted as it is written: a WACZ names both of each file.</summary>
internal sealed class HashedEntry : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Stream _stream;

    public HashedEntry(ZipArchive zip, string path, CompressionLevel level, DateTimeOffset at)
    {
        Path = path;
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = at;
        _stream = entry.Open();
    }

    public string Path { get; }

    public long Length { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _hash.AppendData(bytes);
        Length += bytes.Length;
    }

    /// <summary>Ends the file.</summary>
    public WaczResource Close()
    {
        _stream.Dispose();
        return new WaczResource(Path[(Path.LastIndexOf('/') + 1)..], Path, "sha256:" + Convert.ToHexStringLower(_hash.GetHashAndReset()), Length);
    }

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }
}
