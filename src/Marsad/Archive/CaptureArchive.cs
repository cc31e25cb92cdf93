using System.IO.Compression;

namespace Marsad.Archive;

/// <summary>
/// The bodies of captures, each under its digest: written once, never changed, never taken away. A body stands in the archive when
/// <see cref="Keep"/> has returned, also if the power goes at that moment. Safe to use from any thread and by several processes.
/// </summary>
/// <remarks>
/// One gzip file a body under <c>ab/cd/</c>, the first four digits of its digest: 65,536 folders hold millions of pages without a large one.
/// A body is written beside its place, flushed to the disk, and moved there in one step: what stands under a digest is whole.
/// </remarks>
public sealed class CaptureArchive
{
    private readonly string _directory;
    private readonly string _arriving;
    private long _written;

    /// <summary>Opens the archive in a directory, making it where needed.</summary>
    public CaptureArchive(string directory)
    {
        _directory = Path.GetFullPath(directory);
        _arriving = Path.Combine(_directory, "arriving");
        Directory.CreateDirectory(_arriving);
    }

    /// <summary>Keeps a body; one that is already kept is left as it is, one that was damaged is made whole.</summary>
    /// <exception cref="IOException">The disk is full or gone; nothing was kept.</exception>
    public Digest Keep(ReadOnlySpan<byte> body)
    {
        var digest = Digest.Of(body);
        if (TryRead(digest, out _) is null) return digest;
        var arriving = Path.Combine(_arriving, $"{digest.Hex}.{Environment.ProcessId}.{Interlocked.Increment(ref _written)}");
        try
        {
            Write(arriving, body);
            Place(arriving, PathOf(digest));
        }
        catch
        {
            File.Delete(arriving);
            throw;
        }

        return digest;
    }

    public bool Holds(Digest digest) => File.Exists(PathOf(digest));

    /// <summary>The body, its digest checked.</summary>
    /// <exception cref="ArchiveException">It is not there, or is not what was kept.</exception>
    public ReadOnlyMemory<byte> Read(Digest digest) =>
        TryRead(digest, out var body) is { } trouble ? throw new ArchiveException(trouble) : body;

    /// <summary>The body, its digest checked; trouble AR001 where it is missing, AR002 where it is damaged.</summary>
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

    /// <summary>Takes away what writers that were killed left unfinished; nothing of it was ever part of the archive.</summary>
    /// <param name="before">What was begun later is left alone: another process may be writing it.</param>
    /// <returns>How many unfinished files there were.</returns>
    public int Sweep(DateTimeOffset before)
    {
        var unfinished = Directory.GetFiles(_arriving).Where(file => File.GetLastWriteTimeUtc(file) < before.UtcDateTime).ToList();
        unfinished.ForEach(File.Delete);
        return unfinished.Count;
    }

    internal string PathOf(Digest digest) => Path.Combine(_directory, digest.Hex[..2], digest.Hex[2..4], digest.Hex + ".gz");

    private static ReadOnlyMemory<byte> Unpack(string path)
    {
        using var file = File.OpenRead(path);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        var body = new MemoryStream((int)Math.Min(file.Length * 4, 64 << 20));
        unpacked.CopyTo(body);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static void Write(string path, ReadOnlySpan<byte> body)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(body);
        file.Flush(flushToDisk: true);
    }

    private void Place(string arriving, string place)
    {
        var folder = Path.GetDirectoryName(place)!;
        var isNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        File.Move(arriving, place, overwrite: true);
        DiskFolder.Flush(folder);
        if (!isNew) return;
        DiskFolder.Flush(Path.GetDirectoryName(folder)!);
        DiskFolder.Flush(_directory);
    }
}
