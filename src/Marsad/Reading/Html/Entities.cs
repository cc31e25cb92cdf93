using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Marsad.Reading.Html;

/// <summary>Character references (HTML standard 13.2.5.72 to 80). The names come from AngleSharp's table.</summary>
internal static class Entities
{
    /// <summary>The longest name is "CounterClockwiseContourIntegral;".</summary>
    private const int LongestName = 32;

    /// <summary>Numbers 0x80 to 0x9F mean what windows-1252 has there.</summary>
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('&')) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        Decode(raw, text);
        return text.ToString();
    }

    public static void Decode(ReadOnlySpan<char> raw, StringBuilder into)
    {
        while (true)
        {
            var at = raw.IndexOf('&');
            if (at < 0) break;
            into.Append(raw[..at]);
            raw = raw[at..];
            raw = raw[One(raw, into)..];
        }

        into.Append(raw);
    }

    /// <summary>Decodes the reference that starts at '&amp;' and returns how many characters it takes.</summary>
    private static int One(ReadOnlySpan<char> raw, StringBuilder into)
    {
        var taken = raw.Length > 2 && raw[1] == '#' ? Numeric(raw, into) : Named(raw, into);
        if (taken > 0) return taken;
        into.Append('&');
        return 1;
    }

    private static int Numeric(ReadOnlySpan<char> raw, StringBuilder into)
    {
        var hexadecimal = raw[2] is 'x' or 'X';
        var start = hexadecimal ? 3 : 2;
        var end = start;
        while (end < raw.Length && end - start < 9 && (hexadecimal ? char.IsAsciiHexDigit(raw[end]) : char.IsAsciiDigit(raw[end]))) end++;
        if (end == start) return 0;
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        Append(long.Parse(raw[start..end], style, CultureInfo.InvariantCulture), into);
        return end < raw.Length && raw[end] == ';' ? end + 1 : end;
    }

    private static void Append(long code, StringBuilder into)
    {
        if (code is >= 0x80 and <= 0x9F) into.Append(Windows1252[(int)code - 0x80]);
        else if (code is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) into.Append('\uFFFD');
        else if (code > 0xFFFF) into.Append(char.ConvertFromUtf32((int)code));
        else into.Append((char)code);
    }

    private static int Named(ReadOnlySpan<char> raw, StringBuilder into)
    {
        var end = 1;
        while (end < raw.Length && end <= LongestName && char.IsAsciiLetterOrDigit(raw[end])) end++;
        if (end == 1) return 0;
        if (end < raw.Length && raw[end] == ';')
        {
            if (Common(raw[1..end]) is { } known) { into.Append(known); return end + 1; }
            if (Symbol(raw[1..(end + 1)]) is { } symbol) { into.Append(symbol); return end + 1; }
        }

        // Old names work without the semicolon, the longest first: "&nbspkm" is a space and "km".
        for (var cut = Math.Min(end, 8); cut > 2; cut--)
            if (Symbol(raw[1..cut]) is { } old) { into.Append(old); return cut; }
        return 0;
    }

    private static string? Common(ReadOnlySpan<char> name) => name switch
    {
        "nbsp" => "\u00A0",
        "amp" => "&",
        "quot" => "\"",
        "lt" => "<",
        "gt" => ">",
        "apos" => "'",
        "laquo" => "\u00AB",
        "raquo" => "\u00BB",
        "ldquo" => "\u201C",
        "rdquo" => "\u201D",
        "lsquo" => "\u2018",
        "rsquo" => "\u2019",
        "ndash" => "\u2013",
        "mdash" => "\u2014",
        "hellip" => "\u2026",
        _ => null,
    };

    private static string? Symbol(ReadOnlySpan<char> name) => HtmlEntityProvider.Resolver.GetSymbol(name.ToString());
}
