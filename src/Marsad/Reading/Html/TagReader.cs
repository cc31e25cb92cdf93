using System.Buffers;

namespace Marsad.Reading.Html;

/// <summary>Cuts a page into tags and text (HTML standard 13.2.5). Looks at every character a bounded number of times.</summary>
internal sealed class TagReader(string source, TreeBuilder tree)
{
    public static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/>");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\n\r\f/>=");
    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(" \t\n\r\f>");
    private int _at;
    private bool _noSvgEnd;

    public void Run()
    {
        while (_at < source.Length)
        {
            var tag = source.IndexOf('<', _at);
            if (tag < 0) tag = source.Length;
            if (tag > _at) tree.Text(_at, tag);
            _at = tag;
            if (_at < source.Length) Markup();
        }
    }

    private void Markup()
    {
        var next = _at + 1 < source.Length ? source[_at + 1] : ' ';
        if (char.IsAsciiLetter(next)) StartTag();
        else if (next == '/') EndTag();
        else if (next is '!' or '?') Declaration();
        else tree.Text(_at, ++_at);
    }

    private void StartTag()
    {
        var start = _at;
        var nameEnd = IndexOf(NameEnds, start + 1);
        if (nameEnd < 0) { _at = source.Length; return; }
        var tag = HtmlTags.Of(source.AsSpan(start + 1, nameEnd - start - 1));
        tree.BeginTag(start);
        _at = nameEnd;
        if (!Attributes(out var selfClosing)) return;
        if (!tree.Start(tag, _at, selfClosing)) return;
        if (tag.IsRawText()) RawText(tag);
        else if (tag is HtmlTag.Svg or HtmlTag.Math) Foreign(tag);
    }

    /// <summary>Reads up to and over '>'. False where the page ends inside the tag: such a tag is dropped (eof-in-tag).</summary>
    private bool Attributes(out bool selfClosing)
    {
        selfClosing = false;
        while (true)
        {
            while (_at < source.Length && (source[_at] is '/' || char.IsWhiteSpace(source[_at]))) _at++;
            if (_at >= source.Length) return false;
            if (source[_at] == '>')
            {
                selfClosing = source[_at - 1] == '/';
                _at++;
                return true;
            }

            if (!Attribute()) { _at = source.Length; return false; }
        }
    }

    private bool Attribute()
    {
        var start = _at;
        var end = IndexOf(AttributeNameEnds, start + 1);
        if (end < 0) return false;
        var key = HtmlAttributes.Of(source.AsSpan(start, end - start));
        _at = end;
        while (_at < source.Length && char.IsWhiteSpace(source[_at])) _at++;
        if (_at >= source.Length) return false;
        if (source[_at] != '=')
        {
            if (key != HtmlAttribute.None) tree.Attribute(key, end, end);
            return true;
        }

        _at++;
        return Value(key);
    }

    private bool Value(HtmlAttribute key)
    {
        while (_at < source.Length && char.IsWhiteSpace(source[_at])) _at++;
        if (_at >= source.Length) return false;
        var quote = source[_at];
        var quoted = quote is '"' or '\'';
        var start = quoted ? _at + 1 : _at;
        var end = quoted ? source.IndexOf(quote, start) : IndexOf(UnquotedEnds, start);
        if (end < 0) return false;
        if (key != HtmlAttribute.None) tree.Attribute(key, start, end);
        _at = quoted ? end + 1 : end;
        return true;
    }

    private void EndTag()
    {
        var start = _at;
        var end = source.IndexOf('>', start);
        if (end < 0) { _at = source.Length; return; }
        _at = end + 1;
        var name = source.AsSpan(start + 2, end - start - 2);
        if (name.IsEmpty || !char.IsAsciiLetter(name[0])) return;
        var cut = name.IndexOfAny(NameEnds);
        tree.End(HtmlTags.Of(cut < 0 ? name : name[..cut]), start, cut < 0 ? end : start + 2 + cut);
    }

    private void Declaration()
    {
        if (source.AsSpan(_at).StartsWith("<!--"))
        {
            // "<!-->" and "<!--->" are empty comments.
            var end = source.IndexOf("-->", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? source.Length : Math.Max(end + 3, _at + 5);
            return;
        }

        var close = source.IndexOf('>', _at);
        _at = close < 0 ? source.Length : close + 1;
    }

    private void RawText(HtmlTag tag)
    {
        var end = FindEnd(tag.Name(), _at);
        if (end < 0) end = source.Length;
        tree.RawText(_at, end);
        _at = end;
        if (end < source.Length) EndTag();
    }

    /// <summary>Drawings and formulas hold nothing to read: skipped whole where they are closed.</summary>
    private void Foreign(HtmlTag tag)
    {
        if (_noSvgEnd) return;
        var end = FindEnd(tag.Name(), _at);
        if (end < 0) { _noSvgEnd = true; return; }
        _at = end;
        EndTag();
    }

    private int FindEnd(string name, int from)
    {
        for (var at = from; ; at += 2)
        {
            at = source.IndexOf("</", at, StringComparison.Ordinal);
            if (at < 0 || at + 2 + name.Length >= source.Length) return -1;
            if (!source.AsSpan(at + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (NameEnds.Contains(source[at + 2 + name.Length])) return at;
        }
    }

    private int IndexOf(SearchValues<char> any, int from)
    {
        if (from > source.Length) return -1;
        var at = source.AsSpan(from).IndexOfAny(any);
        return at < 0 ? -1 : from + at;
    }
}

/// <summary>The names of the attributes that are kept.</summary>
internal static class HtmlAttributes
{
    public static HtmlAttribute Of(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > 14) return HtmlAttribute.None;
        Span<char> lower = stackalloc char[14];
        name.ToLowerInvariant(lower);
        return lower[..name.Length] switch
        {
            "id" => HtmlAttribute.Id,
            "class" => HtmlAttribute.Class,
            "href" => HtmlAttribute.Href,
            "rel" => HtmlAttribute.Rel,
            "content" => HtmlAttribute.Content,
            "name" => HtmlAttribute.Name,
            "property" => HtmlAttribute.Property,
            "itemprop" => HtmlAttribute.ItemProp,
            "itemtype" => HtmlAttribute.ItemType,
            "itemscope" => HtmlAttribute.ItemScope,
            "datetime" => HtmlAttribute.DateTime,
            "title" => HtmlAttribute.Title,
            "style" => HtmlAttribute.Style,
            "hidden" => HtmlAttribute.Hidden,
            "aria-hidden" => HtmlAttribute.AriaHidden,
            "role" => HtmlAttribute.Role,
            "lang" => HtmlAttribute.Lang,
            "src" => HtmlAttribute.Src,
            "type" => HtmlAttribute.Type,
            "charset" => HtmlAttribute.Charset,
            "http-equiv" => HtmlAttribute.HttpEquiv,
            "alt" => HtmlAttribute.Alt,
            "data-testid" or "data-test-id" or "data-qa" => HtmlAttribute.TestId,
            "data-component" => HtmlAttribute.Component,
            "pubdate" => HtmlAttribute.PubDate,
            "aria-label" => HtmlAttribute.AriaLabel,
            "data-type" => HtmlAttribute.DataType,
            "data-src" => HtmlAttribute.DataSrc,
            "dir" => HtmlAttribute.Dir,
            _ => HtmlAttribute.None,
        };
    }
}
