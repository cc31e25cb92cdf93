using Marsad.Reading.Html;

namespace Marsad.Reading.Links;

/// <summary>Where on its page a link stands, the least telling first.</summary>
internal enum LinkPlace
{
    /// <summary>In a menu, a header or a footer.</summary>
    Menu,

    Elsewhere,

    /// <summary>In an article element, as teasers are.</summary>
    Article,

    Heading,
}

internal static class LinkPlaces
{
    // Lists of short links that call themselves menus in their class or role, where the element does not.
    private static readonly string[] MenuWords = ["menu", "navbar", "navigation", "breadcrumb", "footer", "topbar", "social", "share", "pagination", "cookie"];

    extension(LinkPlace)
    {
        public static LinkPlace Of(PageTree tree, int link)
        {
            var place = HasHeading(tree, link) ? LinkPlace.Heading : LinkPlace.Elsewhere;
            for (var node = tree[link].Parent; node > 0; node = tree[node].Parent)
            {
                var tag = tree[node].Tag;
                if (tag is HtmlTag.Nav or HtmlTag.Footer || IsMenu(tree, node)) return LinkPlace.Menu;
                if (tag == HtmlTag.Header && place != LinkPlace.Heading && !IsInArticle(tree, node)) return LinkPlace.Menu;
                if (tag is >= HtmlTag.H1 and <= HtmlTag.H6) place = LinkPlace.Heading;
                else if (tag == HtmlTag.Article && place == LinkPlace.Elsewhere) place = LinkPlace.Article;
            }

            return place;
        }
    }

    private static bool HasHeading(PageTree tree, int link)
    {
        for (var node = link + 1; node < tree[link].Next; node++)
            if (tree[node].Tag is >= HtmlTag.H1 and <= HtmlTag.H6) return true;
        return false;
    }

    private static bool IsInArticle(PageTree tree, int node)
    {
        for (; node > 0; node = tree[node].Parent)
            if (tree[node].Tag == HtmlTag.Article) return true;
        return false;
    }

    // Not of body and html: their classes name the theme ("has-sticky-footer").
    private static bool IsMenu(PageTree tree, int node)
    {
        if (tree[node].Tag is HtmlTag.Body or HtmlTag.Html or HtmlTag.Main || tree[node].Attributes == 0) return false;
        if (tree.Raw(node, HtmlAttribute.Role) is "navigation" or "menu" or "menubar" or "contentinfo") return true;
        return SaysMenu(tree.Raw(node, HtmlAttribute.Class)) || SaysMenu(tree.Raw(node, HtmlAttribute.Id));
    }

    private static bool SaysMenu(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty) return false;
        foreach (var word in MenuWords)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
