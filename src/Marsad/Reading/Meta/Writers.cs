using Marsad.Reading.Html;

namespace Marsad.Reading.Meta;

/// <summary>Who wrote an article: names from JSON-LD, meta, microdata and the printed byline.</summary>
internal sealed class Writers(PageTree tree, PageSigns signs, int heading)
{
    private static readonly string[] Metas = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dc:creator", "dcterms.creator", "cxenseparse:author", "byl", "og:article:author", "creator", "article:author_name", "vr:author", "authors"];

    private static readonly string[] Joiners = [" and ", " und ", " y ", " et ", " & ", " e ", " och ", " og "];

    private const int LongestName = 60, Near = 220;

    /// <summary>The first source that names people; where all only name the outlet, that, except on Arabic pages, where it is no byline.</summary>
    public IReadOnlyList<string> Names(IReadOnlyList<string> outlets, bool arabic)
    {
        List<string>? ofOutlet = null;
        foreach (var source in new[] { signs.Linked?.Authors ?? [], FromMeta(), FromProperties(), FromByline() })
        {
            var names = Clean(source);
            var people = names.Where(name => !outlets.Any(outlet => IsOutlet(name, outlet))).ToList();
            if (people.Count > 0) return source == signs.Linked?.Authors && !arabic ? names : people;
            if (names.Count > 0) ofOutlet ??= names;
        }

        return arabic ? [] : ofOutlet ?? [];
    }

    private IEnumerable<string> FromMeta()
    {
        foreach (var name in Metas)
            if (signs.Meta(name) is { } content && !IsAddress(content)) return [content];
        return [];
    }

    private IEnumerable<string> FromProperties()
    {
        foreach (var node in signs.Properties)
        {
            var property = tree.Raw(node, HtmlAttribute.ItemProp);
            if (property is "author" or "creator" || tree.Raw(node, HtmlAttribute.Rel) is "author") yield return NameUnder(node) ?? tree.Text(node);
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
            var text = Headline.Clean(tree.Text(node));
            if (text.Length is > 3 and < LongestName * 2 && text.Contains(' ') && !HasDigit(text)) return [text];
        }

        return Cued(from);
    }

    private static bool HasDigit(string text) => text.Any(char.IsDigit);

    private bool IsByline(int node)
    {
        var names = tree.Raw(node, HtmlAttribute.Class);
        if (names.Contains("comment", StringComparison.OrdinalIgnoreCase)) return false;
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

    private static List<string> Clean(IEnumerable<string> found)
    {
        var names = new List<string>();
        foreach (var text in found.SelectMany(Split))
        {
            var name = Plain(Byline.WithoutCue(text));
            if (name.Length is < 2 or > LongestName || IsAddress(name) || name.All(char.IsDigit) || names.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            names.Add(name);
        }

        return names;
    }

    /// <summary>Without initials in brackets; a slug ("jane-doe") with spaces.</summary>
    private static string Plain(string name)
    {
        var bracket = name.IndexOf('(');
        if (bracket > 2 && name.EndsWith(')')) name = name[..bracket].Trim();
        return name.Contains('-') && !name.Contains(' ') && name.All(c => c == '-' || char.IsAsciiLetterLower(c)) ? name.Replace('-', ' ') : name;
    }

    private static bool IsOutlet(string name, string outlet) =>
        Body.BlockJudge.Key(name) is { Length: > 1 } own && Body.BlockJudge.Key(outlet) is { Length: > 1 } site && (site.Contains(own, StringComparison.Ordinal) || own.Contains(site, StringComparison.Ordinal));

    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || text.Contains('@') || text.Contains(".com/", StringComparison.Ordinal);

    private static IEnumerable<string> Split(string text)
    {
        foreach (var joiner in Joiners) text = text.Replace(joiner, ", ", StringComparison.OrdinalIgnoreCase);
        return text.Split([',', ';', '|', '\u060C', '\u061B', '\u00B7', '\u3001']).Select(Headline.Clean).Where(name => name.Length > 1);
    }
}
