using Marsad.Reading.Html;

namespace Marsad.Reading.Meta;

/// <summary>What the site of a page is called.</summary>
internal static class Site
{
    private static readonly string[] Prefixes = ["www.", "m.", "ar.", "arabic.", "en.", "news.", "amp.", "edition."];

    /// <summary>The outlet: as the source is known, else as the page names itself.</summary>
    public static string? Outlet(PageHints hints, PageSigns signs, string? title) =>
        hints.Outlet ?? signs.Meta("og:site_name") ?? signs.Linked?.Publisher ?? signs.Meta("application-name", "apple-mobile-web-app-title") ?? Affix(signs.TitleElement, title);

    /// <summary>What a page's title element adds to the headline: "Site - headline".</summary>
    private static string? Affix(string? element, string? title)
    {
        if (element is null || title is null || Headline.Clean(element) is not { } whole || whole.IndexOf(title, StringComparison.Ordinal) is not (>= 0 and var at)) return null;
        var rest = (at > 0 ? whole[..at] : whole[(at + title.Length)..]).Trim(" -|:\u2013\u2014\u00BB\u00AB\u2022/".ToCharArray());
        return rest.Length is > 2 and < 40 ? rest : null;
    }

    /// <summary>Every name that the site goes by: an author of that name is no person.</summary>
    public static IReadOnlyList<string> Names(PageHints hints, PageSigns signs, string? title)
    {
        string?[] names = [Affix(signs.TitleElement, title), hints.Outlet, signs.Meta("og:site_name"), signs.Linked?.Publisher, signs.Meta("application-name"), HostLabel(hints.Url, signs), Host(hints.Url, signs)];
        return [.. names.OfType<string>().Where(name => name.Length > 1)];
    }

    /// <summary>The name in the host: "bbc" of www.bbc.co.uk.</summary>
    public static string? HostLabel(Uri? url, PageSigns signs)
    {
        var host = Host(url, signs);
        if (host is null) return null;
        foreach (var prefix in Prefixes)
            if (host.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) host = host[prefix.Length..];
        return host.Split('.')[0];
    }

    /// <summary>The page's own address: what it calls canonical, if that is on the same site; else where it was fetched.</summary>
    public static string? Canonical(Uri? url, PageSigns signs)
    {
        if (url is null) return (signs.Canonical ?? signs.Meta("og:url")) is { } said && Uri.TryCreate(said, UriKind.Absolute, out var own) ? own.AbsoluteUri : null;
        if (signs.Canonical is not { } canonical || !Uri.TryCreate(url, canonical, out var whole)) return url.AbsoluteUri;
        return whole.AbsolutePath == "/" && url.AbsolutePath != "/" ? url.AbsoluteUri : whole.AbsoluteUri;
    }

    public static Uri? Own(PageSigns signs) => Uri.TryCreate(signs.Canonical ?? signs.Meta("og:url"), UriKind.Absolute, out var own) ? own : null;

    public static string? Section(PageSigns signs) => signs.Meta("article:section", "og:article:section", "section", "cxenseparse:recs:category", "parsely-section", "category", "articlesection") ?? signs.Linked?.Section;

    public static IReadOnlyList<string> Keywords(PageSigns signs)
    {
        var said = signs.Linked is { Keywords.Count: > 0 } linked ? linked.Keywords : signs.Tags.Count > 0 ? signs.Tags : [signs.Meta("news_keywords", "keywords", "parsely-tags", "sailthru.tags") ?? ""];
        return [.. said.SelectMany(text => text.Split([',', ';', '\u060C', '\u061B'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Length < 80).Distinct().Take(40)];
    }

    public static string? Image(PageTree tree, PageSigns signs) =>
        signs.Meta("og:image", "og:image:url", "twitter:image", "twitter:image:src") ?? signs.Linked?.Image ?? signs.Meta("image") ?? Pictured(tree, signs);

    private static string? Pictured(PageTree tree, PageSigns signs)
    {
        foreach (var node in signs.Properties)
            if (tree.Raw(node, HtmlAttribute.ItemProp) is "image") return tree.Value(node, HtmlAttribute.Src) ?? tree.Value(node, HtmlAttribute.Content) ?? tree.Value(node, HtmlAttribute.Href);
        return null;
    }

    private static string? Host(Uri? url, PageSigns signs)
    {
        if (url is { IsAbsoluteUri: true }) return url.Host;
        return Uri.TryCreate(signs.Canonical ?? signs.Meta("og:url"), UriKind.Absolute, out var own) ? own.Host : null;
    }
}
