using System.Buffers;
using System.Text;
using UtfUnknown;

namespace Marsad.Reading.Bytes;

/// <summary>From bytes to characters, in the order that browsers ask (WHATWG HTML 13.2.3.2): BOM, header, meta, content.</summary>
internal static class PageText
{
    /// <summary>What stands behind this many bytes is not read: no article is that long, and memory stays bounded.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>Browsers look for a meta in the first 1024 bytes; pages that put a comment or scripts first are met often enough to look further.</summary>
    private const int MetaWindow = 4096;

    private const int DetectionWindow = 64 << 10;

    private static readonly SearchValues<byte> HighBytes = SearchValues.Create([.. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)]);

    private static readonly string[] MarkupSigns = ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div", "<p>", "<p ", "<h1", "<table", "<br"];

    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (body.Length > MaxBytes) body = body[..MaxBytes];
        var (encoding, skip) = ByMark(body);
        encoding ??= Declared(Charset.OfContentType(contentType), body) ?? Declared(Charset.OfMeta(body[..Math.Min(body.Length, MetaWindow)]), body) ?? ByContent(body);
        return encoding.GetString(body[skip..]);
    }

    public static bool IsBinary(string text)
    {
        var odd = 0;
        var head = text.AsSpan(0, Math.Min(text.Length, 2048));
        foreach (var c in head)
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\u001B' or '\0')) odd++;
        return text.StartsWith("%PDF-", StringComparison.Ordinal) || odd * 20 > head.Length;
    }

    public static bool IsMarkup(string text, string? contentType)
    {
        var type = contentType?.TrimStart() ?? "";
        if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase)) return true;
        var head = text.AsSpan(0, Math.Min(text.Length, 16384));
        if (!head.Contains('<')) return false;
        foreach (var sign in MarkupSigns)
            if (head.Contains(sign, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static (Encoding? Encoding, int Skip) ByMark(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (Encoding.UTF8, 3);
        if (body.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode, 2);
        return body.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Encoding.BigEndianUnicode, 2) : (null, 0);
    }

    /// <summary>
    /// A declared encoding, unless the bytes plainly contradict it: UTF-8 said of bytes that are not, or another said of bytes that are UTF-8 with
    /// letters beyond ASCII (which text in another encoding is by chance only where it is a few letters long). Browsers would show such a page as garbage.
    /// </summary>
    private static Encoding? Declared(Encoding? encoding, ReadOnlySpan<byte> body)
    {
        if (encoding is null || encoding.CodePage is 1200 or 1201) return encoding;
        var (whole, broken) = CountUtf8(body[..Math.Min(body.Length, DetectionWindow)]);
        if (encoding.CodePage == Encoding.UTF8.CodePage) return broken * 9 <= whole ? encoding : null;
        return whole >= 8 && broken * 50 <= whole ? Encoding.UTF8 : encoding;
    }

    private static Encoding ByContent(ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, DetectionWindow)];
        if (ByZeros(head) is { } wide) return wide;
        if (LooksLikeUtf8(head)) return Encoding.UTF8;
        var found = CharsetDetector.DetectFromBytes(head.ToArray()).Detected;
        return Charset.OfLabel(found?.EncodingName) ?? Charset.Windows1252;
    }

    /// <summary>UTF-16 without a mark: markup and spaces leave a zero in every second byte.</summary>
    private static Encoding? ByZeros(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        var enough = head.Length / 16;
        if (odd > enough && even * 8 < odd) return Encoding.Unicode;
        return even > enough && odd * 8 < even ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Whether at least nine in ten sequences that start with a high byte are whole UTF-8: a few broken ones do not unmake a page.</summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes) => CountUtf8(bytes) is var (whole, broken) && broken * 9 <= whole;

    private static (int Whole, int Broken) CountUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (bytes.IndexOfAny(HighBytes) is var at and >= 0)
        {
            bytes = bytes[at..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done) whole++;
            else if (status == OperationStatus.InvalidData) broken++;
            bytes = bytes[Math.Max(1, length)..];
        }

        return (whole, broken);
    }
}
