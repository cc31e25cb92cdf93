namespace Marsad.Reading.Html;

/// <summary>
/// Builds the tree of a page after the HTML standard's tree construction (13.2.6), with three things left out because reading does not need them and
/// they would take nodes out of document order: foster parenting, the adoption agency (a misnested link is split instead) and the reopening of formatting.
/// Depth is capped as browsers cap it, so every look along the open elements is bounded and the whole is linear in the length of the page.
/// </summary>
internal sealed class TreeBuilder(string source)
{
    /// <summary>Blink's limit (kMaximumHTMLParserDOMTreeDepth).</summary>
    private const int MaxDepth = 512;

    /// <summary>How many blocks a misnested link takes along when it is split.</summary>
    private const int MaxReopened = 8;

    private readonly int[] _open = new int[MaxDepth];
    private PageNode[] _nodes = new PageNode[Math.Max(64, source.Length / 24)];
    private PageAttribute[] _attributes = new PageAttribute[Math.Max(64, source.Length / 48)];
    private int _count, _attributeCount, _depth, _tagAttributes;
    private bool _inBody, _tagHidden;
    private int _tagStart, _tagEnd;

    public PageTree Build()
    {
        new TagReader(source, this).Run();
        if (_count == 0) EnsureRoot();
        while (_depth > 0) Pop();
        return new PageTree(source, _nodes, _count, _attributes);
    }

    public void Text(int start, int end)
    {
        if (!_inBody)
        {
            if (source.AsSpan(start, end - start).IsWhiteSpace()) return;
            OpenBody();
        }

        ref var last = ref _nodes[_count - 1];
        if (last.Tag == HtmlTag.Text && last.End == start && last.Parent == Top) last.End = end;
        else Add(HtmlTag.Text, start, end);
    }

    /// <summary>The text of script, style, title and the like: no markup inside.</summary>
    public void RawText(int start, int end)
    {
        if (end > start) Add(HtmlTag.Text, start, end);
    }

    public void BeginTag(int start)
    {
        _tagStart = start;
        _tagAttributes = _attributeCount;
        _tagHidden = false;
    }

    public void Attribute(HtmlAttribute key, int start, int end)
    {
        if (key == HtmlAttribute.Hidden || (key == HtmlAttribute.Style && HidesByStyle(source.AsSpan(start, end - start)))) _tagHidden = true;
        if (key is HtmlAttribute.Style or HtmlAttribute.Hidden || _attributeCount - _tagAttributes >= ushort.MaxValue) return;
        if (_attributeCount == _attributes.Length) Array.Resize(ref _attributes, _attributeCount * 2);
        _attributes[_attributeCount++] = new PageAttribute(key, start, end);
    }

    /// <summary>A start tag whose attributes have been given. False if its content is not to be read as raw text, whatever its name.</summary>
    public bool Start(HtmlTag tag, int end, bool selfClosing)
    {
        _tagEnd = end;
        if (tag == HtmlTag.Html) return Root();
        EnsureRoot();
        if (tag == HtmlTag.Head) { if (_count == 1) Push(HtmlTag.Head); return false; }
        if (tag == HtmlTag.Body) { if (!_inBody) OpenBody(explicitly: true); return false; }
        if (!_inBody && tag.BelongsInHead()) EnsureHead();
        else if (!_inBody) OpenBody();
        if (!Prepare(tag)) return false;
        Push(tag);
        if (tag.IsVoid() || (selfClosing && tag is HtmlTag.Svg or HtmlTag.Math)) { Pop(); return false; }
        return true;
    }

    public void End(HtmlTag tag, int start, int end)
    {
        if (!_inBody || _depth == 0 || tag is HtmlTag.Html or HtmlTag.Body or HtmlTag.Head)
        {
            if (!_inBody && _depth > 0 && _nodes[Top].Tag == tag && tag != HtmlTag.Html && tag != HtmlTag.Head) Pop();
            return;
        }

        (_tagStart, _tagEnd, _tagAttributes, _tagHidden) = (start, end, _attributeCount, false);
        if (tag is HtmlTag.P or HtmlTag.Br && Find(tag) < 0) EmptyElement(tag);
        else if (tag == HtmlTag.A) CloseLink();
        else if (tag.IsHeading()) CloseHeading();
        else if (tag.IsFormatting() || !tag.IsSpecial()) CloseInline(tag, start, end);
        else CloseTo(Find(tag));
    }

    private int Top => _open[_depth - 1];

    private bool Root()
    {
        if (_count == 0) Push(HtmlTag.Html);
        return false;
    }

    private void EnsureRoot()
    {
        if (_count == 0) PushBare(HtmlTag.Html);
    }

    private void EnsureHead()
    {
        if (_count == 1) PushBare(HtmlTag.Head);
    }

    private void OpenBody(bool explicitly = false)
    {
        EnsureRoot();
        while (_depth > 1) Pop();
        if (explicitly) Push(HtmlTag.Body);
        else PushBare(HtmlTag.Body);
        _inBody = true;
    }

    /// <summary>Closes what the standard closes before this start tag. False if the tag is to be ignored.</summary>
    private bool Prepare(HtmlTag tag)
    {
        if (tag.ClosesParagraph()) CloseTo(Find(HtmlTag.P));
        if (tag.IsHeading() && _nodes[Top].Tag.IsHeading()) Pop();
        switch (tag)
        {
            case HtmlTag.Li: CloseItem(HtmlTag.Li, HtmlTag.Li); return true;
            case HtmlTag.Dd or HtmlTag.Dt: CloseItem(HtmlTag.Dd, HtmlTag.Dt); return true;
            case HtmlTag.A: CloseLink(); return true;
            case HtmlTag.Button: CloseTo(Find(HtmlTag.Button)); return true;
            case HtmlTag.Option when _nodes[Top].Tag == HtmlTag.Option: Pop(); return true;
            case HtmlTag.Tr or HtmlTag.Td or HtmlTag.Th or HtmlTag.THead or HtmlTag.TBody or HtmlTag.TFoot or HtmlTag.Caption or HtmlTag.ColGroup or HtmlTag.Col:
                return PrepareTablePart(tag);
            default: return true;
        }
    }

    private bool PrepareTablePart(HtmlTag tag)
    {
        var table = FindTable();
        if (table < 0) return false;
        var keep = tag switch
        {
            HtmlTag.Td or HtmlTag.Th => HtmlTag.Tr,
            HtmlTag.Tr => HtmlTag.TBody,
            HtmlTag.Col => HtmlTag.ColGroup,
            _ => HtmlTag.Table,
        };
        while (_depth - 1 > table && !Fits(_nodes[Top].Tag, keep)) Pop();
        if (keep is HtmlTag.Tr or HtmlTag.TBody && _nodes[Top].Tag == HtmlTag.Table) PushBare(HtmlTag.TBody);
        if (keep == HtmlTag.Tr && _nodes[Top].Tag != HtmlTag.Tr) PushBare(HtmlTag.Tr);
        return true;
    }

    private static bool Fits(HtmlTag open, HtmlTag keep) => keep switch
    {
        HtmlTag.Tr => open is HtmlTag.Tr or HtmlTag.TBody or HtmlTag.THead or HtmlTag.TFoot,
        HtmlTag.TBody => open is HtmlTag.TBody or HtmlTag.THead or HtmlTag.TFoot,
        HtmlTag.ColGroup => open == HtmlTag.ColGroup,
        _ => false,
    };

    private int FindTable()
    {
        for (var at = _depth - 1; at > 0; at--)
        {
            var tag = _nodes[_open[at]].Tag;
            if (tag == HtmlTag.Table) return at;
            if (tag == HtmlTag.Template) return -1;
        }

        return -1;
    }

    /// <summary>The place of an open element among the open ones, or -1 where its scope ends before it (13.2.4.2).</summary>
    private int Find(HtmlTag tag)
    {
        var cell = tag is HtmlTag.Table or HtmlTag.Tr or HtmlTag.Td or HtmlTag.Th or HtmlTag.TBody or HtmlTag.THead or HtmlTag.TFoot or HtmlTag.Caption;
        for (var at = _depth - 1; at > 0; at--)
        {
            var open = _nodes[_open[at]].Tag;
            if (open == tag) return at;
            if (cell ? open is HtmlTag.Table or HtmlTag.Template : open.EndsScope()) return -1;
            if (tag == HtmlTag.P && open == HtmlTag.Button) return -1;
            if (tag == HtmlTag.Li && open is HtmlTag.Ol or HtmlTag.Ul) return -1;
        }

        return -1;
    }

    private void CloseItem(HtmlTag one, HtmlTag other)
    {
        for (var at = _depth - 1; at > 0; at--)
        {
            var open = _nodes[_open[at]].Tag;
            if (open == one || open == other) { CloseTo(at); return; }
            if (open.IsSpecial() && open is not (HtmlTag.Address or HtmlTag.Div or HtmlTag.P)) return;
        }
    }

    private void CloseHeading()
    {
        for (var at = _depth - 1; at > 0; at--)
        {
            var open = _nodes[_open[at]].Tag;
            if (open.IsHeading()) { CloseTo(at); return; }
            if (open.EndsScope()) return;
        }
    }

    private void CloseInline(HtmlTag tag, int start, int end)
    {
        for (var at = _depth - 1; at > 0; at--)
        {
            ref readonly var open = ref _nodes[_open[at]];
            if (open.Tag == tag && (tag != HtmlTag.Other || SameName(open, start, end))) { CloseTo(at); return; }
            if (open.Tag.IsSpecial()) return;
        }
    }

    private bool SameName(in PageNode open, int start, int end)
    {
        var name = source.AsSpan(start + 2, end - start - 2).TrimEnd("> \t\r\n\f/");
        return source.AsSpan(open.Start + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Closes a link. Blocks that opened inside it and are still open go on after it, outside the link.</summary>
    private void CloseLink()
    {
        var at = _depth - 1;
        while (at > 0 && _nodes[_open[at]].Tag != HtmlTag.A)
            if (_nodes[_open[at--]].Tag.EndsScope()) return;
        if (at <= 0) return;
        Span<int> inside = stackalloc int[MaxReopened];
        var count = 0;
        for (var i = at + 1; i < _depth && count < MaxReopened; i++)
            if (_nodes[_open[i]].Tag.IsSpecial()) inside[count++] = _open[i];
        CloseTo(at);
        foreach (var block in inside[..count]) Reopen(block);
    }

    private void Reopen(int block)
    {
        var like = _nodes[block];
        if (_depth == MaxDepth) Pop();
        var node = Add(like.Tag, like.Start, like.End);
        (_nodes[node].FirstAttribute, _nodes[node].Attributes, _nodes[node].Hidden) = (like.FirstAttribute, like.Attributes, like.Hidden);
        Open(node);
    }

    private void CloseTo(int place)
    {
        if (place <= 0) return;
        while (_depth > place) Pop();
    }

    private void EmptyElement(HtmlTag tag)
    {
        PushBare(tag);
        Pop();
    }

    private void PushBare(HtmlTag tag)
    {
        var (attributes, hidden) = (_tagAttributes, _tagHidden);
        (_tagAttributes, _tagHidden) = (_attributeCount, false);
        Push(tag);
        (_tagAttributes, _tagHidden) = (attributes, hidden);
    }

    private void Push(HtmlTag tag)
    {
        if (_depth == MaxDepth) Pop();
        var node = Add(tag, _tagStart, _tagEnd);
        (_nodes[node].FirstAttribute, _nodes[node].Attributes, _nodes[node].Hidden) = (_tagAttributes, (ushort)(_attributeCount - _tagAttributes), _tagHidden);
        Open(node);
    }

    private void Open(int node) => _open[_depth++] = node;

    private void Pop() => _nodes[_open[--_depth]].Next = _count;

    private int Add(HtmlTag tag, int start, int end)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _count * 2);
        _nodes[_count] = new PageNode { Tag = tag, Parent = _depth == 0 ? -1 : Top, Next = _count + 1, Start = start, End = end, Depth = (ushort)_depth };
        return _count++;
    }

    private static bool HidesByStyle(ReadOnlySpan<char> style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        var rest = style[(at + 7)..].TrimStart();
        return rest.StartsWith(":") && rest[1..].TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
