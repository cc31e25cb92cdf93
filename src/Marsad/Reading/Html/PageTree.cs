namespace Marsad.Reading.Html;

/// <summary>One element or text of a page. Nodes stand in document order, so a subtree is a run of them.</summary>
internal struct PageNode
{
    public HtmlTag Tag;
    public bool Hidden;
    public ushort Depth;
    public ushort Attributes;

    /// <summary>Index of the parent; -1 at the root.</summary>
    public int Parent;

    /// <summary>One past the last node of this subtree.</summary>
    public int Next;

    /// <summary>Text: where its characters stand in the source. Element: where its start tag does.</summary>
    public int Start;
    public int End;

    public int FirstAttribute;
}

/// <summary>The attributes that reading turns on; all others are skipped and cost nothing.</summary>
internal enum HtmlAttribute : byte
{
    None, Id, Class, Href, Rel, Content, Name, Property, ItemProp, ItemType, ItemScope, DateTime, Title, Style, Hidden, AriaHidden, Role, Lang, Src, Type, Charset,
    HttpEquiv, Alt, TestId, Component, PubDate, AriaLabel, DataType, DataSrc, Dir,
}

internal readonly record struct PageAttribute(HtmlAttribute Key, int Start, int End);

/// <summary>A page as a tree in two arrays over its source. Nothing is copied: texts and values are ranges of the source, decoded when asked for.</summary>
internal sealed class PageTree(string source, PageNode[] nodes, int count, PageAttribute[] attributes)
{
    private readonly Dictionary<int, string> _paths = [];
    private readonly Dictionary<(int Parent, string Name), (int Node, int Position)> _positions = [];

    public string Source => source;

    public int Count => count;

    public ReadOnlySpan<PageNode> Nodes => nodes.AsSpan(0, count);

    public ref readonly PageNode this[int node] => ref nodes[node];

    /// <summary>The raw value of an attribute (entities not decoded); empty where the element has none.</summary>
    public ReadOnlySpan<char> Raw(int node, HtmlAttribute key)
    {
        ref readonly var element = ref nodes[node];
        for (var i = element.FirstAttribute; i < element.FirstAttribute + element.Attributes; i++)
            if (attributes[i].Key == key) return source.AsSpan(attributes[i].Start, attributes[i].End - attributes[i].Start);
        return default;
    }

    public bool Has(int node, HtmlAttribute key)
    {
        ref readonly var element = ref nodes[node];
        for (var i = element.FirstAttribute; i < element.FirstAttribute + element.Attributes; i++)
            if (attributes[i].Key == key) return true;
        return false;
    }

    /// <summary>The value of an attribute, decoded and trimmed; null where it is missing or empty.</summary>
    public string? Value(int node, HtmlAttribute key)
    {
        var raw = Raw(node, key).Trim();
        return raw.IsEmpty ? null : Entities.Decode(raw);
    }

    /// <summary>All text under a node, as the DOM's textContent gives it.</summary>
    public string Text(int node)
    {
        var text = new System.Text.StringBuilder();
        for (var i = node; i < nodes[node].Next; i++)
            if (nodes[i].Tag == HtmlTag.Text) Entities.Decode(source.AsSpan(nodes[i].Start, nodes[i].End - nodes[i].Start), text);
        return text.ToString();
    }

    /// <summary>The path of an element as a browser's XPath evaluates it, such as /html[1]/body[1]/div[2]/p[3].</summary>
    public string PathOf(int node)
    {
        if (node < 0) return "";
        var parent = nodes[node].Parent;
        if (!_paths.TryGetValue(parent, out var above)) _paths[parent] = above = PathOf(parent);
        return $"{above}/{NameOf(node)}[{Position(node)}]";
    }

    public string NameOf(int node)
    {
        if (nodes[node].Tag != HtmlTag.Other) return nodes[node].Tag.Name();
        var name = source.AsSpan(nodes[node].Start + 1, nodes[node].End - nodes[node].Start - 1);
        var end = name.IndexOfAny(TagReader.NameEnds);
        return (end < 0 ? name : name[..end]).ToString().ToLowerInvariant();
    }

    /// <summary>Counts from the last sibling of the same name that was asked for: all paragraphs of a page take one walk over their siblings.</summary>
    private int Position(int node)
    {
        var parent = nodes[node].Parent;
        if (parent < 0) return 1;
        var key = (parent, NameOf(node));
        var (at, position) = _positions.TryGetValue(key, out var last) && last.Node <= node ? last : (parent + 1, 0);
        if (position > 0) at = nodes[at].Next;
        for (; at <= node; at = nodes[at].Next)
            if (nodes[at].Tag == nodes[node].Tag && (nodes[node].Tag != HtmlTag.Other || NameOf(at) == key.Item2)) position++;
        if (last.Node != node) _positions[key] = (node, position);
        return Math.Max(1, last.Node == node ? last.Position : position);
    }
}
