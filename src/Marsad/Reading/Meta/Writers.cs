using Marsad.Reading.Html;

namespace Marsad.Reading.Meta;

/// <summary>Who wrote an article: names from JSON-LD, meta, microdata, the printed byline, links to a writer's page, a signature of its own line.</summary>
internal sealed class Writers(PageTree tree, PageSigns signs, int heading)
{
    private static readonly string[] Metas = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dc:creator", "dcterms.creator", "cxenseparse:author", "byl", "og:article:author", "creator", "article:author_name", "articleauthor", "dcsext.author", "vr:author", "authors"];

    /// <summary>Elements called so name whoever took the picture, said the sentence, wrote below the line.</summary>
    private static readonly string[] OfOthers = ["comment", "quote", "bild", "image", "photo", "media", "related", "teaser"];

    private const int LongestName = 60, Near = 220, ShortestByline = 4;

    /// <summary>Writers of one article are named within so many nodes of each other; further away begins another article.</summary>
    private const int Together = 60;

    /// <summary>The first source that names people; where all only name the outlet, that, except on Arabic pages, where it is no byline.</summary>
    /// <param name="signatures">Lines in bold of their own, at the ends of the text.</param>
    public (IReadOnlyList<string> Names, Choice? Choice) Choose(IReadOnlyList<string> outlets, bool arabic, IEnumerable<string> signatures)
    {
        IReadOnlyList<string>? ofOutlet = null;
        (string Name, IEnumerable<string> Names)[] sources = [("json-ld", signs.Linked?.Authors ?? []), ("meta", FromMeta()), ("microdata", FromProperties()), ("byline", FromByline()), ("link", FromLinks()), ("signature", signatures)];
        foreach (var source in sources)
        {
            var (people, all) = WriterNames.Of(source.Names, outlets);
            if (people.Count > 0)
            {
                var names = source.Name == "json-ld" && !arabic ? all : people;
                return (names, Explain(source.Name, names, ofOutlet, outlets));
            }

            if (all.Count > 0) ofOutlet ??= all;
        }

        return (arabic ? [] : ofOutlet ?? [], null);
    }

    private Choice? Explain(string source, List<string> names, IReadOnlyList<string>? ofOutlet, IReadOnlyList<string> outlets)
    {
        if (ofOutlet is not null) return new Choice("authors", source, "what is stated before it names only the outlet", [string.Join(", ", ofOutlet)]);
        if (source != "json-ld" || WriterNames.Of(FromMeta(), outlets).People is not { Count: > 0 } meta || meta.All(names.Contains)) return null;
        return new Choice("authors", source, "JSON-LD names people one by one", ["meta: " + string.Join(", ", meta)]);
    }

    private IEnumerable<string> FromMeta()
    {
        foreach (var name in Metas)
            if (name == Metas[0] && signs.Authors.Count > 1) return signs.Authors;
            else if (signs.Meta(name) is { } content && !WriterNames.IsAddress(content)) return [content];
        return [];
    }

    private IEnumerable<string> FromProperties()
    {
        var last = 0;
        foreach (var node in signs.Properties)
        {
            if (tree.Raw(node, HtmlAttribute.ItemProp) is not ("author" or "creator") && tree.Raw(node, HtmlAttribute.Rel) is not "author") continue;
            if (last > 0 && node > last + Together) yield break;
            last = tree[node].Next;
            yield return NameUnder(node) ?? tree.Text(node);
        }
    }

    private string? NameUnder(int node)
    {
        foreach (var other in signs.Properties)
            if (other > node && other < tree[node].Next && tree.Raw(other, HtmlAttribute.ItemProp) is "name") return tree.Value(other, HtmlAttribute.Content) ?? tree.Text(other);
        return null;
    }

    /// <summary>The element near the headline that calls itself the byline.</summary>
    private IEnumerable<string> FromByline()
    {
        var from = Math.Max(0, heading - 40);
        for (var node = from; node < Math.Min(tree.Count, heading + Near); node++)
        {
            if (tree[node].Tag == HtmlTag.Text || tree[node].Attributes == 0 || !IsByline(node)) continue;
            var line = WriterNames.BeforeDigits(Headline.Clean(tree.Text(node)));
            if (line.Length is >= ShortestByline and < LongestName * 2 && WriterNames.Printed(line) is { Count: > 0 } names) return names;
        }

        return Cued(from);
    }

    private bool IsByline(int node)
    {
        var names = tree.Raw(node, HtmlAttribute.Class);
        foreach (var other in OfOthers)
            if (names.Contains(other, StringComparison.OrdinalIgnoreCase)) return false;
        return names.Contains("byline", StringComparison.OrdinalIgnoreCase) || names.Contains("author", StringComparison.OrdinalIgnoreCase) || names.Contains("writer", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A short line near the headline that begins with "كتب" or "بقلم".</summary>
    private List<string> Cued(int from)
    {
        for (var node = from; node < Math.Min(tree.Count, heading + Near); node++)
        {
            ref readonly var at = ref tree[node];
            if (at.Tag != HtmlTag.Text || at.End - at.Start is < 6 or > LongestName * 2) continue;
            var text = Headline.Clean(Entities.Decode(tree.Source.AsSpan(at.Start, at.End - at.Start)));
            if (Byline.StartsWithCue(text)) return [text];
        }

        return [];
    }

    /// <summary>Links near the headline that lead to a writer's page: /author/jane-doe, /autoren/name/max-muster.</summary>
    private IEnumerable<string> FromLinks()
    {
        var last = 0;
        for (var node = Math.Max(1, heading); node < Math.Min(tree.Count, heading + Near); node++)
        {
            if (tree[node].Tag != HtmlTag.A || !LeadsToWriter(tree.Raw(node, HtmlAttribute.Href)) || (last > 0 && node > last + Together)) continue;
            var name = Headline.Clean(tree.Text(node));
            if (name.Length > LongestName || !WriterNames.IsFull(name)) continue;
            last = node;
            yield return name;
        }
    }

    private static bool LeadsToWriter(ReadOnlySpan<char> href)
    {
        foreach (var range in href.Split('/'))
            if (href[range] is "author" or "authors" or "autor" or "autoren" or "autores" or "autori" or "auteur" or "auteurs" or "writer" or "writers" or "redakteur" or "journalist") return true;
        return false;
    }
}
