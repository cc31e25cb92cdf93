using Marsad.Reading.Html;

namespace Marsad.Reading.Meta;

/// <summary>Chooses the headline among what the page gives as such.</summary>
internal static class Headline
{
    private static readonly string[] Separators = [" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u2022 ", " \u00B7 ", "|", "\uFF5C", " / "];

    private static readonly string[] PrintedSeparators = [" | ", " - ", " \u2013 ", " : ", ": ", " \u00BB ", " :: "];

    private const int ShortestPrinted = 15;

    /// <summary>Letters of the words over or before a headline.</summary>
    private const int LongestKicker = 40;

    /// <summary>The headline and the heading element that shows it (0 if none does).</summary>
    public static (string? Title, int Node) Of(PageTree tree, PageSigns signs, string? host = null)
    {
        string?[] site = [signs.Meta("og:site_name"), signs.Linked?.Publisher, signs.Meta("application-name"), host];
        var social = Without(signs.Meta("og:title", "twitter:title", "dc.title"), site);
        var linked = signs.Linked is { Rank: >= 2, Headline: { } headline } ? Without(headline, site) : null;
        var heading = Shown(tree, signs, social, linked);
        var shown = heading > 0 ? Clean(tree.Text(heading)) : null;
        if (Choose(tree, signs, shown, social, linked) is { } chosen) return (chosen, heading);
        return Printed(tree, signs.TitleElement) is var (printed, node) && node > 0 ? (printed, node) : (Without(signs.TitleElement, site), heading);
    }

    /// <summary>The headline in every version that the page gives, as keys.</summary>
    public static HashSet<string> Keys(string? title, PageSigns signs)
    {
        var keys = new HashSet<string> { Body.BlockJudge.Key(title), Body.BlockJudge.Key(signs.Meta("og:title")), Body.BlockJudge.Key(signs.Linked?.Headline), Body.BlockJudge.Key(signs.TitleElement) };
        keys.Remove("");
        return keys;
    }

    public static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// What JSON-LD says, which is the newsroom's own word for it, without what it adds to the headline that it sends out (og:title): a kicker before it,
    /// words for search engines behind it. Where JSON-LD only repeats the title element, which is written for search
    /// engines, and a heading shows the headline that is sent out, that.
    /// </summary>
    private static string? Choose(PageTree tree, PageSigns signs, string? shown, string? social, string? linked)
    {
        if (social is null || linked is null) return linked ?? (shown is not null && (social is null || IsPart(shown, social)) ? shown : social);
        if (Adds(linked, social)) return social;
        return Repeats(signs.TitleElement, linked) && !Repeats(signs.TitleElement, social) && signs.Headings.Any(heading => Shows(tree.Text(heading), social)) ? social : linked;
    }

    private static bool Repeats(string? element, string headline) => Body.BlockJudge.Key(element).Contains(Body.BlockJudge.Key(headline), StringComparison.Ordinal);

    /// <summary>Whether a heading is the headline, alone or after a kicker.</summary>
    private static bool Shows(string heading, string headline) =>
        Body.BlockJudge.Key(heading) is var shown && Body.BlockJudge.Key(headline) is { Length: > 0 } key && shown.Length <= key.Length + LongestKicker && shown.EndsWith(key, StringComparison.Ordinal);

    private static bool Adds(string longer, string shorter) =>
        Body.BlockJudge.Key(shorter) is { Length: > 20 } core && Body.BlockJudge.Key(longer) is var whole && whole.Length > core.Length && (whole.StartsWith(core, StringComparison.Ordinal) || whole.EndsWith(core, StringComparison.Ordinal));

    /// <summary>Whether the heading is what stands before or after a mark in a longer title: the rest is the site or the section.</summary>
    private static bool IsPart(string shown, string? title) =>
        title is not null && Separators.Any(separator => title.Contains(separator, StringComparison.Ordinal) && title.Split(separator).Any(part => Same(part, shown)));

    private static bool Same(string? one, string? other) => one is not null && other is not null && Body.BlockJudge.Key(one) == Body.BlockJudge.Key(other);

    /// <summary>Old pages have no heading: the part of the title element that is printed on the page by itself.</summary>
    private static (string? Title, int Node) Printed(PageTree tree, string? element)
    {
        if (element is null) return (null, 0);
        var parts = Parts(Clean(element)).Where(part => part.Length >= ShortestPrinted).ToList();
        for (var node = 1; node < tree.Count && parts.Count > 0; node++)
        {
            ref readonly var at = ref tree[node];
            if (at.Tag != HtmlTag.Text || at.End - at.Start < ShortestPrinted || at.End - at.Start > 400 || tree[at.Parent].Tag.IsRawText()) continue;
            var text = Clean(Entities.Decode(tree.Source.AsSpan(at.Start, at.End - at.Start)));
            if (parts.Contains(text)) return (text, at.Parent);
        }

        return (null, 0);
    }

    /// <summary>What stands between separators, and what stands before the last or after the first: a headline may hold a colon of its own.</summary>
    private static IEnumerable<string> Parts(string element)
    {
        foreach (var separator in PrintedSeparators)
        {
            if (element.IndexOf(separator, StringComparison.Ordinal) is var first && first < 0) continue;
            yield return element[(first + separator.Length)..].Trim();
            yield return element[..element.LastIndexOf(separator, StringComparison.Ordinal)].Trim();
        }

        foreach (var part in element.Split(PrintedSeparators, StringSplitOptions.TrimEntries)) yield return part;
    }

    /// <summary>The h1 that agrees with another source; else the only one.</summary>
    private static int Shown(PageTree tree, PageSigns signs, string? social, string? linked)
    {
        var (lone, lower) = (0, 0);
        foreach (var heading in signs.Headings)
        {
            var text = Clean(tree.Text(heading));
            if (text.Length == 0 || LinksHome(tree, heading)) continue;
            var agrees = Agrees(text, social) || Agrees(text, linked) || Agrees(text, signs.TitleElement);
            if (tree[heading].Tag != HtmlTag.H1) lower = agrees && lower == 0 && text.Length > 15 ? heading : lower;
            else if (agrees) return heading;
            else if (lone == 0 && text.Length > 15) lone = heading;
        }

        return lower > 0 ? lower : lone;
    }

    /// <summary>The site's name on top of the page is a heading too, on many sites: a link to the front page.</summary>
    private static bool LinksHome(PageTree tree, int heading)
    {
        for (var node = heading + 1; node < tree[heading].Next; node++)
            if (tree[node].Tag == HtmlTag.A) return IsHome(tree.Raw(node, HtmlAttribute.Href));
        return tree[tree[heading].Parent].Tag == HtmlTag.A && IsHome(tree.Raw(tree[heading].Parent, HtmlAttribute.Href));
    }

    private static bool IsHome(ReadOnlySpan<char> href)
    {
        if (href is "/" or "index.html" or "index.php" or "./") return true;
        var scheme = href.IndexOf("://");
        return scheme > 0 && href[(scheme + 3)..].TrimEnd('/').IndexOf('/') < 0;
    }

    private static bool Agrees(string heading, string? title) => title is not null && Body.BlockJudge.Key(title) is { Length: > 5 } key && Body.BlockJudge.Key(heading) is { Length: > 5 } own && (key.Contains(own, StringComparison.Ordinal) || own.Contains(key, StringComparison.Ordinal));

    /// <summary>A title without the site's name, a date or a section at its end, or the site's name at its start.</summary>
    private static string? Without(string? title, string?[] site)
    {
        if (title is null) return null;
        title = Clean(title);
        foreach (var separator in Separators)
        {
            while (title.LastIndexOf(separator, StringComparison.Ordinal) is var at and > 0 && IsSite(title[(at + separator.Length)..], site)) title = title[..at].Trim();
            if (title.IndexOf(separator, StringComparison.Ordinal) is var first and > 0 && IsSite(title[..first], site)) title = title[(first + separator.Length)..].Trim();
        }

        return title;
    }

    private static bool IsSite(string part, string?[] sites) =>
        part.Length <= 40 && (sites.Any(site => IsName(part, site)) || (part.Length <= 24 && Times.VisibleDate.Find(part) is not null));

    private static bool IsName(string part, string? site) =>
        site is not null && Body.BlockJudge.Key(part) is { Length: > 1 } own && Body.BlockJudge.Key(site) is { Length: > 1 } name && (own == name || (own.Length > 2 && name.StartsWith(own, StringComparison.Ordinal)) || (name.Length > 2 && own.StartsWith(name, StringComparison.Ordinal)));
}
