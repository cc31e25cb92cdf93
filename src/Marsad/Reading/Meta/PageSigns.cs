using Marsad.Reading.Html;

namespace Marsad.Reading.Meta;

/// <summary>What a page says of itself for machines: meta elements, JSON-LD, links, and where its headings and times stand. Gathered in one pass.</summary>
internal sealed class PageSigns
{
    /// <summary>More headings, times or properties than this are no article's.</summary>
    private const int Most = 200;

    private readonly Dictionary<string, string> _metas = [];

    /// <summary>The content of the page's title element.</summary>
    public string? TitleElement { get; private set; }

    public string? Canonical { get; private set; }

    public string? Language { get; private set; }

    /// <summary>The article object of the page's JSON-LD.</summary>
    public LinkedArticle? Linked { get; private set; }

    /// <summary>The article:tag metas.</summary>
    public List<string> Tags { get; } = [];

    /// <summary>The author metas: some pages give one for the outlet and one for the writer.</summary>
    public List<string> Authors { get; } = [];

    public List<int> Headings { get; } = [];

    /// <summary>time elements.</summary>
    public List<int> Times { get; } = [];

    /// <summary>Elements with an itemprop, and links with rel=author.</summary>
    public List<int> Properties { get; } = [];

    public static PageSigns Of(PageTree tree)
    {
        var signs = new PageSigns();
        for (var node = 0; node < tree.Count; node++)
            if (tree[node].Tag != HtmlTag.Text) signs.Element(tree, node);
        return signs;
    }

    /// <summary>The first of these metas that is there, by name, property or itemprop.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_metas.TryGetValue(name, out var content)) return content;
        return null;
    }

    private void Element(PageTree tree, int node)
    {
        switch (tree[node].Tag)
        {
            case HtmlTag.Html: Language = tree.Value(node, HtmlAttribute.Lang); break;
            case HtmlTag.Meta: AddMeta(tree, node); break;
            case HtmlTag.Title: TitleElement ??= tree.Text(node).Trim(); break;
            case HtmlTag.Link: AddLink(tree, node); break;
            case HtmlTag.Script: AddScript(tree, node); break;
            case HtmlTag.H1 or HtmlTag.H2 or HtmlTag.H3 when Headings.Count < Most: Headings.Add(node); break;
            case HtmlTag.Time when Times.Count < Most: Times.Add(node); break;
        }

        if (Properties.Count < Most && tree[node].Attributes > 0 && tree[node].Tag != HtmlTag.Meta && (tree.Has(node, HtmlAttribute.ItemProp) || tree.Raw(node, HtmlAttribute.Rel) is "author")) Properties.Add(node);
    }

    private void AddMeta(PageTree tree, int node)
    {
        var name = tree.Value(node, HtmlAttribute.Property) ?? tree.Value(node, HtmlAttribute.Name) ?? tree.Value(node, HtmlAttribute.ItemProp);
        if (name is null || tree.Value(node, HtmlAttribute.Content) is not { } content) return;
        if (name.Equals("article:tag", StringComparison.OrdinalIgnoreCase) && Tags.Count < 40) Tags.Add(content);
        if (name.Equals("author", StringComparison.OrdinalIgnoreCase) && Authors.Count < 40) Authors.Add(content);
        _metas.TryAdd(name.ToLowerInvariant(), content);
    }

    private void AddLink(PageTree tree, int node)
    {
        if (tree.Raw(node, HtmlAttribute.Rel).Equals("canonical", StringComparison.OrdinalIgnoreCase)) Canonical ??= tree.Value(node, HtmlAttribute.Href);
    }

    private void AddScript(PageTree tree, int node)
    {
        if (!tree.Raw(node, HtmlAttribute.Type).Contains("ld+json", StringComparison.OrdinalIgnoreCase) || tree[node].Next == node + 1) return;
        var text = tree[node + 1];
        if (LinkedArticle.Parse(tree.Source.AsSpan(text.Start, text.End - text.Start)) is { } found && (Linked is null || found.Rank > Linked.Rank)) Linked = found.Or(Linked);
        else if (Linked is not null) Linked = Linked.Or(LinkedArticle.Parse(tree.Source.AsSpan(text.Start, text.End - text.Start)));
    }
}
