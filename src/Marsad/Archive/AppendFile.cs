using Microsoft.Win32.SafeHandles;

namespace Marsad.Archive;

/// <summary>A file that only grows: written at its known end, and cut back to it where a write did not succeed.</summary>
internal sealed class AppendFile : IDisposable
{
    private readonly SafeFileHandle _file;

    public AppendFile(string path)
    {
        Path = path;
        var isNew = !File.Exists(path);
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (isNew) DiskFolder.Flush(System.IO.Path.GetDirectoryName(path)!);
    }

    public string Path { get; }

    public long Length => RandomAccess.GetLength(_file);

    public byte[] Read(long from, long length)
    {
        var bytes = new byte[length];
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(_file, bytes.AsSpan(read), from + read) is var more and > 0) read += more;
        return read == bytes.Length ? bytes : throw new EndOfStreamException($"{Path} ends at byte {from + read}");
    }

    /// <summary>All of the pieces stand at the file's end, or none of them does.</summary>
    public void Append(long end, IReadOnlyList<ReadOnlyMemory<byte>> pieces, bool flush)
    {
        try
        {
            RandomAccess.Write(_file, pieces, end);
            if (flush) RandomAccess.FlushToDisk(_file);
        }
        catch
        {
            CutQuietly(end);
            throw;
        }
    }

    public void Cut(long length, bool flush)
    {
        RandomAccess.SetLength(_file, length);
        if (flush) RandomAccess.FlushToDisk(_file);
    }

    /// <summary>Cuts back after a fault; where that fails too, the next start finds the torn end.</summary>
    public void CutQuietly(long length)
    {
        try
        {
            RandomAccess.SetLength(_file, length);
        }
        catch (IOException)
        {
            // The first fault is the one to tell.
        }
    }

    public void Dispose() => _file.Dispose();
}
