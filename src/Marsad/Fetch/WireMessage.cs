using System.Globalization;
using System.Text;

namespace Marsad.Fetch;

/// <summary>An HTTP/1.x answer as it was on the wire, taken apart without changing a byte. Tolerant: what came from somebody's archive may be odd.</summary>
internal readonly struct WireMessage
{
    private readonly ReadOnlyMemory<byte> _message;
    private readonly int _headEnd;
    private readonly List<(string Name, string Value)> _headers = [];

    private WireMessage(ReadOnlyMemory<byte> message, int headEnd)
    {
        (_message, _headEnd) = (message, headEnd);
        var lines = Encoding.Latin1.GetString(message.Span[..headEnd]).Split('\n', StringSplitOptions.TrimEntries);
        Status = StatusOf(lines[0]);
        foreach (var line in lines.Skip(1))
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0) _headers.Add((line[..colon].TrimEnd(), line[(colon + 1)..].TrimStart()));
    }

    /// <summary>0 where the first line is no status line.</summary>
    public int Status { get; }

    /// <summary>Status line and headers, the empty line included.</summary>
    public ReadOnlyMemory<byte> Head => _message[.._headEnd];

    /// <summary>Null where there is no whole head.</summary>
    public static WireMessage? Read(ReadOnlyMemory<byte> message) => HeadEnd(message.Span) is var end and > 0 ? new WireMessage(message, end) : null;

    /// <summary>The answer without the interim ones (1xx) that came before it: a record holds one answer.</summary>
    public static ReadOnlyMemory<byte> WithoutInterim(ReadOnlyMemory<byte> message)
    {
        while (Read(message) is { Status: >= 100 and < 200 and not 101 } interim) message = message[interim._headEnd..];
        return message;
    }

    /// <summary>All values of a header, joined by commas (RFC 9110 §5.3); null if there is none.</summary>
    public string? Header(string name)
    {
        var values = _headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).ToList();
        return values.Count == 0 ? null : string.Join(", ", values);
    }

    /// <summary>
    /// The payload as WARC 1.1 means it: the body with its transfer coding taken off and its content coding left on, so that the same entity has the same digest however it was
    /// cut into chunks (iipc/warc-specifications issue 22).
    /// </summary>
    public ReadOnlyMemory<byte> Payload()
    {
        var body = _message[_headEnd..];
        if (IsChunked) return Unchunk(body) ?? body;
        // What a host sends past the length that it said is no part of the answer.
        return long.TryParse(Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length < body.Length ? body[..(int)length] : body;
    }

    /// <summary>This head over a payload that another answer brought, cut as the head says.</summary>
    public byte[] Over(ReadOnlySpan<byte> payload) => IsChunked
        ? [.. Head.Span, .. Encoding.ASCII.GetBytes(payload.Length.ToString("x", CultureInfo.InvariantCulture)), .. "\r\n"u8, .. payload, .. "\r\n0\r\n\r\n"u8]
        : [.. Head.Span, .. payload];

    /// <summary>The body that a reader sees: transfer and content codings taken off.</summary>
    /// <exception cref="InvalidDataException">It is not packed as it says, or is larger than allowed.</exception>
    public ReadOnlyMemory<byte> Body(int largest)
    {
        var payload = Payload();
        if (Header("Content-Encoding") is not { } coding || payload.Length == 0) return payload;
        using var stream = ContentCoding.Open(new MemoryStream(payload.ToArray(), writable: false), coding);
        var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (ContentCoding.ReadAsync(stream, buffer, default).AsTask().GetAwaiter().GetResult() is var read and > 0)
        {
            if (body.Length + read > largest) throw new InvalidDataException($"the body is larger than {largest} bytes");
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private bool IsChunked => Header("Transfer-Encoding") is { } coding && coding.Contains("chunked", StringComparison.OrdinalIgnoreCase);

    /// <returns>Null where it is not chunked: some archives say so of bodies that were put together before.</returns>
    private static ReadOnlyMemory<byte>? Unchunk(ReadOnlyMemory<byte> body)
    {
        var whole = new MemoryStream(body.Length);
        while (body.Length > 0)
        {
            var line = body.Span.IndexOf((byte)'\n');
            if (line < 0 || !TryChunkSize(body.Span[..line], out var size))
            {
                // Not in one expression: a null array would become an empty body that is there.
                if (whole.Length == 0) return null;
                break;
            }

            body = body[(line + 1)..];
            if (size == 0) break;
            var take = (int)Math.Min(size, body.Length);
            whole.Write(body.Span[..take]);
            body = body[take..];
            if (body.Span.IndexOf((byte)'\n') is var end and >= 0 and <= 1) body = body[(end + 1)..];
        }

        return whole.ToArray();
    }

    private static bool TryChunkSize(ReadOnlySpan<byte> line, out long size)
    {
        if (line.IndexOf((byte)';') is var extension and >= 0) line = line[..extension];
        return long.TryParse(Encoding.Latin1.GetString(line.Trim(" \t\r"u8)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out size) && size >= 0;
    }

    private static int HeadEnd(ReadOnlySpan<byte> message)
    {
        var strict = message.IndexOf("\r\n\r\n"u8);
        var loose = message.IndexOf("\n\n"u8);
        if (loose >= 0 && (strict < 0 || loose < strict)) return loose + 2;
        return strict < 0 ? -1 : strict + 4;
    }

    private static int StatusOf(string line)
    {
        var parts = line.Split(' ', 3);
        return parts.Length > 1 && parts[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;
    }
}
