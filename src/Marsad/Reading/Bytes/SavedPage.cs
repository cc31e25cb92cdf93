using System.Text;

namespace Marsad.Reading.Bytes;

/// <summary>A page's own bytes: as they came, or taken out of a saved page (.mhtml, RFC 2557).</summary>
internal readonly ref struct SavedPage
{
    public ReadOnlySpan<byte> Body { get; private init; }

    public string? ContentType { get; private init; }

    public Uri? Url { get; private init; }

    public static SavedPage Open(ReadOnlySpan<byte> body, PageHints hints)
    {
        var plain = new SavedPage { Body = body, ContentType = hints.ContentType, Url = hints.Url };
        if (!LooksSaved(body)) return plain;
        var headers = Split(body, out var content);
        var boundary = Parameter(headers, "boundary");
        return boundary is null ? Part(headers, content, hints) : FirstHtml(content, Encoding.ASCII.GetBytes("--" + boundary), hints, plain);
    }

    private static bool LooksSaved(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 2048)]);
        return !head.StartsWith('<') && head.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) && head.Contains("Content-Type:", StringComparison.OrdinalIgnoreCase);
    }

    private static SavedPage FirstHtml(ReadOnlySpan<byte> content, ReadOnlySpan<byte> boundary, PageHints hints, SavedPage otherwise)
    {
        while (content.IndexOf(boundary) is var at and >= 0)
        {
            content = content[(at + boundary.Length)..];
            var end = content.IndexOf(boundary);
            var headers = Split(end < 0 ? content : content[..end], out var part);
            if (headers.Contains("text/html", StringComparison.OrdinalIgnoreCase)) return Part(headers, part, hints);
        }

        return otherwise;
    }

    private static SavedPage Part(string headers, ReadOnlySpan<byte> part, PageHints hints)
    {
        var location = Header(headers, "Content-Location") ?? Header(headers, "Snapshot-Content-Location");
        return new SavedPage
        {
            Body = Untransfer(part, Header(headers, "Content-Transfer-Encoding")),
            ContentType = Header(headers, "Content-Type"),
            Url = hints.Url ?? (Uri.TryCreate(location, UriKind.Absolute, out var url) ? url : null),
        };
    }

    private static string Split(ReadOnlySpan<byte> part, out ReadOnlySpan<byte> content)
    {
        content = part;
        part = part.TrimStart("\r\n"u8);
        var (end, gap) = (part.IndexOf("\r\n\r\n"u8), 4);
        if (end < 0) (end, gap) = (part.IndexOf("\n\n"u8), 2);
        if (end < 0) return "";
        content = part[(end + gap)..];
        return Encoding.Latin1.GetString(part[..end]).Replace("\r\n ", " ").Replace("\r\n\t", " ").Replace("\n ", " ").Replace("\n\t", " ");
    }

    private static string? Header(string headers, string name)
    {
        foreach (var line in headers.Split('\n'))
            if (line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line.AsSpan(name.Length).TrimStart().StartsWith(":"))
                return line[(line.IndexOf(':') + 1)..].Trim();
        return null;
    }

    private static string? Parameter(string headers, string name)
    {
        var at = headers.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = headers.AsSpan(at + name.Length + 1).TrimStart('"');
        var end = rest.IndexOfAny("\";\r\n");
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static ReadOnlySpan<byte> Untransfer(ReadOnlySpan<byte> part, string? transfer) => transfer?.ToLowerInvariant() switch
    {
        "quoted-printable" => Unquote(part),
        "base64" => Unbase(part),
        _ => part,
    };

    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> part)
    {
        var bytes = new byte[part.Length];
        var length = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != '=') { bytes[length++] = part[i]; continue; }
            if (i + 1 < part.Length && part[i + 1] == '\n') { i++; continue; }
            if (i + 2 < part.Length && part[i + 1] == '\r') { i += 2; continue; }
            if (i + 2 >= part.Length || !char.IsAsciiHexDigit((char)part[i + 1]) || !char.IsAsciiHexDigit((char)part[i + 2])) { bytes[length++] = part[i]; continue; }
            bytes[length++] = Convert.FromHexString([(char)part[i + 1], (char)part[i + 2]])[0];
            i += 2;
        }

        return bytes.AsSpan(0, length);
    }

    private static ReadOnlySpan<byte> Unbase(ReadOnlySpan<byte> part)
    {
        try
        {
            return Convert.FromBase64String(Encoding.Latin1.GetString(part).TrimEnd('-', '\r', '\n'));
        }
        catch (FormatException)
        {
            return part;
        }
    }
}
