using System.Text;
using Marsad.Feeds;
using Marsad.Reading.Bytes;
using Marsad.Reading.Html;
using Marsad.Reading.Meta;

namespace Marsad.Reading.Links;

/// <summary>
/// Reads a front or section page as a feed: its links to articles, told apart from navigation. Three things speak: the words of the link (headlines are
/// long, names of sections short), where it stands (menus, headers and footers), and the form of its address. The addresses that speak clearly teach the form that
/// this site gives its articles; links in doubt are taken where theirs has it.
/// </summary>
internal static class FrontPage
{
    private const int MostLinks = 1000, Clear = 4, Doubtful = 1, FewestAlike = 5;

    /// <summary>Never throws, whatever the bytes.</summary>
    public static FeedReading Read(ReadOnlySpan<byte> body, FeedHints hints)
    {
        var text = PageText.Decode(body, hints.ContentType);
        if (string.IsNullOrWhiteSpace(text)) return FeedReading.Nothing(FeedTrouble.Empty());
        if (!PageText.IsMarkup(text, hints.ContentType)) return FeedReading.Nothing(FeedTrouble.NotAFeed("something that is no web page"));
        var tree = new TreeBuilder(text).Build();
        var links = Links(tree, hints.Url);
        var entries = Articles(links);
        if (entries.Count == 0) return FeedReading.Nothing(FeedTrouble.NoArticleLinks(links.Count));
        var signs = PageSigns.Of(tree);
        return new FeedReading(FeedKind.Page, PlainText.Of(signs.Meta("og:site_name") ?? signs.TitleElement), hints.Url, signs.Language, entries, []);
    }

    private static List<FeedEntry> Articles(List<PageLink> links)
    {
        var clear = links.Where(link => link.Weight >= Clear).ToList();
        var forms = clear.Select(link => link.Form).ToHashSet(StringComparer.Ordinal);
        var close = clear.Concat(Alike(links)).Select(link => link.CloseForm).ToHashSet(StringComparer.Ordinal);
        return [.. links.Where(link => link.Weight >= Clear || IsLike(link)).Select(link => new FeedEntry(link.Target, null, link.Title, null, null))];

        // Lists and writers have slugs and numbers too, and short names; where a query says which page it is, the name before it says of what kind. Those must stand just where articles stand.
        bool IsLike(PageLink link) =>
            (link is { IsNumbered: true, MayBeArticle: true } && close.Contains(link.CloseForm))
            || (link.Weight >= Doubtful && (close.Contains(link.CloseForm) || (!link.IsShort && link.Target.Query.Length <= 1 && forms.Contains(link.Form))));
    }

    // Headlines whose addresses say nothing of themselves ("/news/731") speak together: so many of one form are what the site publishes.
    private static IEnumerable<PageLink> Alike(List<PageLink> links) =>
        links.Where(link => link is { IsHeadline: true, IsNumbered: true, MayBeArticle: true }).GroupBy(link => link.CloseForm, StringComparer.Ordinal).Where(form => form.Count() >= FewestAlike).SelectMany(form => form);

    /// <summary>Each address once, in the page's order, with the longest words that link to it and the best place it stands in.</summary>
    private static List<PageLink> Links(PageTree tree, Uri page)
    {
        var found = new Dictionary<string, PageLink>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var node = 0; node < tree.Count && order.Count < MostLinks; node++)
        {
            if (tree[node].Tag != HtmlTag.A || PageAddress.Resolve(tree.Value(node, HtmlAttribute.Href), page) is not { } target || !IsOtherPage(page, target)) continue;
            var link = new PageLink(target, Words(tree, node), LinkPlace.Of(tree, node));
            var key = PageKey.Of(target);
            if (found.TryAdd(key, link)) order.Add(key);
            else found[key] = found[key].With(link);
        }

        return order.ConvertAll(key => found[key]);
    }

    private static bool IsOtherPage(Uri page, Uri target) => PageKey.IsSameSite(page, target) && target.AbsolutePath.Length > 1 && PageKey.Of(page) != PageKey.Of(target);

    // A picture that links has the headline in its alternative text, or the link has it as its title.
    private static string? Words(PageTree tree, int link)
    {
        var words = new StringBuilder();
        for (var node = link + 1; node < tree[link].Next; node++)
        {
            if (tree[node].Tag is HtmlTag.Script or HtmlTag.Style or HtmlTag.NoScript) node = tree[node].Next - 1;
            else if (tree[node].Tag == HtmlTag.Text) Entities.Decode(tree.Source.AsSpan(tree[node].Start, tree[node].End - tree[node].Start), words.Append(' '));
            else if (tree[node].Tag == HtmlTag.Img && words.Length == 0 && tree.Value(node, HtmlAttribute.Alt) is { } alternative) words.Append(alternative);
        }

        return PlainText.Of(words.ToString()) ?? PlainText.Of(tree.Value(link, HtmlAttribute.Title) ?? tree.Value(link, HtmlAttribute.AriaLabel));
    }
}
