using System.Globalization;
using Marsad.Feeds;
using Marsad.Reading.Bytes;
using Marsad.Reading.Html;

namespace Marsad.Reading.Links;

/// <summary>What the head of a page says of other addresses: its canonical one, its AMP edition, where it sends browsers on to, and its feeds.</summary>
/// <param name="Canonical">Null if the page names none.</param>
/// <param name="Amp">The AMP edition; null if the page names none.</param>
/// <param name="Refresh">Where browsers are sent at once by a meta element; null if the page stays.</param>
/// <param name="Feeds">The feeds of the page or its site, in the page's order.</param>
internal sealed record HeadLinks(Uri? Canonical, Uri? Amp, Uri? Refresh, IReadOnlyList<Uri> Feeds)
{
    // Heads of news sites are long; what stands behind this is not read for its links.
    private const int Window = 256 << 10;

    // A page that sends on after a while shows something meanwhile, or reloads itself.
    private const int AtOnce = 5;

    private static readonly HeadLinks None = new(null, null, null, []);

    /// <summary>Never throws, whatever the bytes.</summary>
    public static HeadLinks Of(ReadOnlySpan<byte> body, string? contentType, Uri url)
    {
        var text = PageText.Decode(body.Length > Window ? body[..Window] : body, contentType);
        return PageText.IsMarkup(text, contentType) ? Of(new TreeBuilder(text).Build(), url) : None;
    }

    private static HeadLinks Of(PageTree tree, Uri url)
    {
        var (links, feeds) = (None, new List<Uri>());
        for (var node = 0; node < tree.Count; node++)
        {
            if (tree[node].Tag == HtmlTag.Meta && tree.Raw(node, HtmlAttribute.HttpEquiv).Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase))
                links = links with { Refresh = links.Refresh ?? Refreshed(tree.Value(node, HtmlAttribute.Content), url) };
            if (tree[node].Tag != HtmlTag.Link || PageAddress.Resolve(tree.Value(node, HtmlAttribute.Href), url) is not { } target) continue;
            var rel = tree.Raw(node, HtmlAttribute.Rel);
            if (Says(rel, "canonical")) links = links with { Canonical = links.Canonical ?? target };
            else if (Says(rel, "amphtml")) links = links with { Amp = links.Amp ?? target };
            else if (Says(rel, "alternate") && IsFeed(tree.Raw(node, HtmlAttribute.Type))) feeds.Add(target);
        }

        return links with { Feeds = feeds };
    }

    // HTML standard 4.2.5.3: "0; url=https://…", with quotes or without, and browsers take ',' for ';'.
    private static Uri? Refreshed(string? content, Uri url)
    {
        var parts = (content ?? "").Split([';', ','], 2);
        if (parts.Length < 2 || !double.TryParse(parts[0].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > AtOnce) return null;
        var target = parts[1].Trim();
        if (target.StartsWith("url", StringComparison.OrdinalIgnoreCase) && target[3..].TrimStart() is ['=', .. var rest]) target = rest.Trim();
        var found = PageAddress.Resolve(target.Trim('"', '\''), url);
        return found is null || found == PageAddress.Resolve(url.AbsoluteUri, null) ? null : found;
    }

    private static bool Says(ReadOnlySpan<char> rel, string word)
    {
        foreach (var part in rel.Split(' '))
            if (rel[part].Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsFeed(ReadOnlySpan<char> type)
    {
        type = type.Trim();
        return type.StartsWith("application/rss+xml", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/atom+xml", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/feed+json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/rdf+xml", StringComparison.OrdinalIgnoreCase);
    }
}
