using System.IO.Compression;

namespace Marsad.Archive;

/// <summary>Bodies as the archive kept them at first: one gzip file each under <c>ab/cd/</c>, by digest. Read, moved into records, and then taken away.</summary>
internal sealed class OldBodies(string directory)
{
    public bool Holds(Digest digest) => File.Exists(PathOf(digest));

    /// <summary>Those that are still there.</summary>
    public IEnumerable<Digest> All() =>
        Folders(directory).SelectMany(Folders).SelectMany(folder => Directory.EnumerateFiles(folder, "*.gz"))
            .Select(file => Digest.TryParse(Path.GetFileNameWithoutExtension(file), out var digest) ? digest : default(Digest?)).OfType<Digest>();

    public Trouble? TryRead(Digest digest, out ReadOnlyMemory<byte> body)
    {
        body = default;
        try
        {
            var bytes = Unpack(PathOf(digest));
            if (Digest.Of(bytes.Span) != digest) return new Trouble("AR002", $"{digest} is damaged: its bytes have another digest");
            body = bytes;
            return null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Trouble("AR001", $"{digest} is not in the archive");
        }
        catch (InvalidDataException broken)
        {
            return new Trouble("AR002", $"{digest} is damaged: {broken.Message}");
        }
    }

    /// <summary>When it was written: stands in where nothing else says when the body came.</summary>
    public DateTimeOffset WrittenAt(Digest digest) => File.GetLastWriteTimeUtc(PathOf(digest));

    public void Remove(Digest digest)
    {
        var folder = Path.GetDirectoryName(PathOf(digest))!;
        File.Delete(PathOf(digest));
        foreach (var empty in new[] { folder, Path.GetDirectoryName(folder)! })
            if (!Directory.EnumerateFileSystemEntries(empty).Any()) Directory.Delete(empty);
    }

    internal string PathOf(Digest digest) => Path.Combine(directory, digest.Hex[..2], digest.Hex[2..4], digest.Hex + ".gz");

    private static IEnumerable<string> Folders(string folder) => Directory.EnumerateDirectories(folder).Where(name => Path.GetFileName(name).Length == 2);

    private static ReadOnlyMemory<byte> Unpack(string path)
    {
        using var file = File.OpenRead(path);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        var body = new MemoryStream((int)Math.Min(file.Length * 4, 64 << 20));
        unpacked.CopyTo(body);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
