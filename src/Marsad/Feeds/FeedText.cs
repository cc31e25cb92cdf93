using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace Marsad.Feeds;

/// <summary>
/// Bytes of a feed → text. What a feed says of its own encoding is often wrong, so the bytes come first: a text with letters beyond
/// ASCII that is valid UTF-8 is UTF-8 (windows-1256 Arabic is never valid UTF-8 for more than a few letters), whatever is declared.
/// </summary>
internal static partial class FeedText
{
    private const int Prologue = 512;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Never throws: a byte that fits no encoding becomes U+FFFD.</summary>
    public static (string Text, Trouble? Trouble) Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (ByMark(body) is { } marked) return (marked, null);
        var said = SaidInProlog(body) ?? SaidInHeader(contentType);
        if (TryUtf8(body) is { } utf8)
            return (utf8, said is null || IsUtf8(said) || Ascii.IsValid(body) ? null : FeedTrouble.Encoding(said, "utf-8"));
        return BySayingOrLetters(body, said);
    }

    private static (string, Trouble?) BySayingOrLetters(ReadOnlySpan<byte> body, string? said)
    {
        if (said is not null && !IsUtf8(said) && Named(said) is { } declared) return (declared.GetString(body), null);
        if (MostlyUtf8(body) is { } mostly) return (mostly, FeedTrouble.Encoding(said ?? "nothing", "utf-8 with broken characters"));
        var found = CharsetDetector.DetectFromBytes(body[..Math.Min(body.Length, 64 * 1024)].ToArray()).Detected;
        var encoding = (found is { Confidence: > 0.5f } ? Named(found.EncodingName) : null) ?? Encoding.UTF8;
        return (encoding.GetString(body), FeedTrouble.Encoding(said ?? "nothing", encoding.WebName));
    }

    // XML 1.0, appendix F: byte order marks, and UTF-16 without one, known by the zero beside the first '<'.
    private static string? ByMark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [(byte)'<', 0, ..] => Encoding.Unicode.GetString(body),
        [0, (byte)'<', ..] => Encoding.BigEndianUnicode.GetString(body),
        _ => null,
    };

    private static string? TryUtf8(ReadOnlySpan<byte> body)
    {
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Titles and summaries cut off by bytes leave half a character here and there in what is UTF-8 all the same.
    private static string? MostlyUtf8(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        var broken = text.AsSpan().Count('\uFFFD');
        var beyond = 0;
        foreach (var c in text) beyond += c > '\u007F' ? 1 : 0;
        return broken * 20 < beyond ? text : null;
    }

    private static string? SaidInProlog(ReadOnlySpan<byte> body)
    {
        var match = DeclaredEncoding().Match(Encoding.Latin1.GetString(body[..Math.Min(body.Length, Prologue)]));
        return match.Success ? match.Groups[1].Value : null;
    }

    private static string? SaidInHeader(string? contentType)
    {
        var match = HeaderCharset().Match(contentType ?? "");
        return match.Success ? match.Groups[1].Value : null;
    }

    private static bool IsUtf8(string name) =>
        name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex DeclaredEncoding();

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9._:-]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HeaderCharset();
}
