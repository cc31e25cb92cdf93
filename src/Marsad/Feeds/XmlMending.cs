using System.Globalization;
using System.Net;
using System.Text;

namespace Marsad.Feeds;

/// <summary>
/// Makes the faults that feeds have most often harmless before XML is parsed: characters that XML forbids, an ampersand that opens nothing, HTML's names
/// for characters, a document type. The parser itself then runs with document types prohibited, so nothing a feed declares is ever expanded or fetched.
/// One pass forward: a hostile feed costs no more than an honest one of its length.
/// </summary>
internal static class XmlMending
{
    private const string OpenData = "<![CDATA[";
    private const string CloseData = "]]>";
    private const int LongestReference = 32;

    public static (string Text, bool Declared) Mend(string text)
    {
        var start = Math.Max(text.IndexOf('<'), 0);
        var (from, to, declared) = DocumentType(text, start);
        var mended = new StringBuilder(text.Length + 64);
        AppendMarkup(mended, text.AsSpan(start, from - start));
        AppendMarkup(mended, text.AsSpan(to));
        return (mended.ToString(), declared);
    }

    private static void AppendMarkup(StringBuilder to, ReadOnlySpan<char> text)
    {
        while (text.IndexOf(OpenData) is var open and >= 0)
        {
            AppendReferences(to, text[..open]);
            var close = text[open..].IndexOf(CloseData);
            var end = close < 0 ? text.Length : open + close + CloseData.Length;
            AppendCharacters(to, text[open..end]);
            text = text[end..];
        }

        AppendReferences(to, text);
    }

    private static void AppendReferences(StringBuilder to, ReadOnlySpan<char> text)
    {
        while (text.IndexOf('&') is var at and >= 0)
        {
            AppendCharacters(to, text[..at]);
            text = text[(at + AppendReference(to, text[at..]))..];
        }

        AppendCharacters(to, text);
    }

    /// <returns>How many characters were used up.</returns>
    private static int AppendReference(StringBuilder to, ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
        var name = end < 2 ? [] : text[1..end];
        if (name is "amp" or "lt" or "gt" or "quot" or "apos" || (name is ['#', .. var number] && IsXmlCharacter(number)))
        {
            to.Append(text[..(end + 1)]);
            return end + 1;
        }

        if (HtmlCharacter(text, name) is { } character)
        {
            to.Append(character);
            return end + 1;
        }

        to.Append("&amp;");
        return 1;
    }

    private static string? HtmlCharacter(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name[0] == '#' || !char.IsAsciiLetter(name[0])) return null;
        var reference = text[..(name.Length + 2)].ToString();
        var character = WebUtility.HtmlDecode(reference);
        return character == reference || character.AsSpan().IndexOfAny('<', '&') >= 0 ? null : character;
    }

    private static void AppendCharacters(StringBuilder to, ReadOnlySpan<char> text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsXmlCharacter(text, i)) continue;
            to.Append(text[from..i]);
            from = i + 1;
        }

        to.Append(text[from..]);
    }

    private static bool IsXmlCharacter(ReadOnlySpan<char> number)
    {
        var hex = number is ['x' or 'X', ..];
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(hex ? number[1..] : number, style, CultureInfo.InvariantCulture, out var code)
            && code is 9 or 10 or 13 or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);
    }

    // XML 1.0 §2.2.
    private static bool IsXmlCharacter(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' or '\uFFFE' or '\uFFFF' => false,
        var c when char.IsHighSurrogate(c) => i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]),
        var c when char.IsLowSurrogate(c) => i > 0 && char.IsHighSurrogate(text[i - 1]),
        _ => true,
    };

    // RSS 0.91 feeds carry a document type by the book; bombs carry one with declarations inside "[...]".
    private static (int From, int To, bool Declared) DocumentType(string text, int start)
    {
        var from = text.IndexOf("<!DOCTYPE", start, StringComparison.OrdinalIgnoreCase);
        if (from < 0 || FirstElement(text, start) < from) return (start, start, false);
        var close = text.AsSpan(from).IndexOfAny('>', '[') + from;
        if (close < from) return (from, text.Length, false);
        if (text[close] == '>') return (from, close + 1, false);
        var end = text.IndexOf("]>", close, StringComparison.Ordinal);
        return (from, end < 0 ? text.Length : end + 2, true);
    }

    private static int FirstElement(string text, int start)
    {
        for (var i = text.IndexOf('<', start); i >= 0; i = text.IndexOf('<', i + 1))
            if (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])) return i;
        return int.MaxValue;
    }
}
