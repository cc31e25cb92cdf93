using System.Buffers;
using System.Text;

namespace Marsad.Reading.Bytes;

/// <summary>Charset labels and where they are declared. A label means what the WHATWG Encoding Standard says, not what its name says.</summary>
internal static class Charset
{
    private static readonly SearchValues<char> LabelEnds = SearchValues.Create("\"'; \t\r\n/>");

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Encoding? OfLabel(string? label)
    {
        if (label is null) return null;
        return label.Trim().ToLowerInvariant() switch
        {
            "" or "none" => null,
            "utf-8" or "utf8" or "unicode-1-1-utf-8" or "x-unicode20utf8" => Encoding.UTF8,
            "iso-8859-1" or "iso8859-1" or "latin1" or "l1" or "ascii" or "us-ascii" or "cp1252" or "x-cp1252" or "windows-1252" => Windows1252,
            "cp1256" or "x-cp1256" or "windows-1256" => CodePagesEncodingProvider.Instance.GetEncoding(1256),
            "iso-8859-6" or "iso8859-6" or "iso-8859-6-i" or "iso-8859-6-e" or "arabic" or "asmo-708" or "ecma-114" or "csisolatinarabic" or "iso-ir-127"
                => CodePagesEncodingProvider.Instance.GetEncoding(28596),
            "iso-8859-9" or "latin5" => CodePagesEncodingProvider.Instance.GetEncoding(1254),
            "gb2312" or "gbk" or "x-gbk" or "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding(54936),
            "shift_jis" or "sjis" or "x-sjis" or "shift-jis" => CodePagesEncodingProvider.Instance.GetEncoding(932),
            "euc-kr" or "ks_c_5601-1987" or "korean" => CodePagesEncodingProvider.Instance.GetEncoding(949),
            "utf-16" or "utf-16le" or "unicode" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            var other => ByName(other),
        };
    }

    /// <summary>The charset parameter of a Content-Type header.</summary>
    public static Encoding? OfContentType(string? contentType)
    {
        var at = contentType?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : OfLabel(LabelAfter(contentType.AsSpan(at + 7)));
    }

    /// <summary>The charset that a meta in the first bytes declares. UTF-16 there means UTF-8: the meta could not have been read otherwise (13.2.3.2).</summary>
    public static Encoding? OfMeta(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        for (var at = 0; (at = text.IndexOf("charset", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 7)
        {
            if (!InMetaOrDeclaration(text, at) || LabelAfter(text.AsSpan(at + 7)) is not { } label || OfLabel(label) is not { } encoding) continue;
            return encoding.CodePage is 1200 or 1201 ? Encoding.UTF8 : encoding;
        }

        var xml = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("encoding", StringComparison.Ordinal) : -1;
        return xml is > 0 and < 100 ? OfLabel(LabelAfter(text.AsSpan(xml + 8))) : null;
    }

    private static bool InMetaOrDeclaration(string text, int at)
    {
        var open = text.LastIndexOf('<', at);
        return open >= 0 && text.AsSpan(open).StartsWith("<meta", StringComparison.OrdinalIgnoreCase);
    }

    private static string? LabelAfter(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (rest.IsEmpty || rest[0] != '=') return null;
        rest = rest[1..].TrimStart().TrimStart("\"'").TrimStart();
        var end = rest.IndexOfAny(LabelEnds);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static Encoding? ByName(string label)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
