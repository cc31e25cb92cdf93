using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Marsad.Archive.Chain;

/// <summary>A line of the log: an entry as a JSON object whose last field is the SHA-256 of all that stands before it in the line.</summary>
/// <param name="Hash">64 lower-case hexadecimal digits.</param>
internal sealed record LogLine(LogEntry Entry, string Hash)
{
    /// <summary>What the first line names as the hash before it.</summary>
    public static readonly string NoHash = new('0', 64);

    private static ReadOnlySpan<byte> Seam => ",\"hash\":\""u8;

    private static ReadOnlySpan<byte> Close => "\"}"u8;

    /// <summary>The line's bytes, the line feed included.</summary>
    public static (LogLine Line, byte[] Bytes) Write(LogEntry entry)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(entry, LogJson.Readable.LogEntry).AsSpan()[..^1];
        var hash = Convert.ToHexStringLower(SHA256.HashData(json));
        return (new LogLine(entry, hash), [.. json, .. Seam, .. Encoding.ASCII.GetBytes(hash), .. Close, (byte)'\n']);
    }

    /// <param name="line">Without its line feed.</param>
    /// <returns>False where a byte of it is not what was written.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, [NotNullWhen(true)] out LogLine? read)
    {
        read = null;
        var tail = Seam.Length + 64 + Close.Length;
        if (line.Length < tail || !line.EndsWith(Close) || !line[^tail..].StartsWith(Seam)) return false;
        var json = line[..^tail];
        var hash = Convert.ToHexStringLower(SHA256.HashData(json));
        if (!line.Slice(line.Length - tail + Seam.Length, 64).SequenceEqual(Encoding.ASCII.GetBytes(hash))) return false;
        if (JsonSerializer.Deserialize([.. json, (byte)'}'], LogContext.Default.LogEntry) is not { } entry) return false;
        read = new LogLine(entry, hash);
        return true;
    }
}
