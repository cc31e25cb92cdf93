namespace Marsad.Feeds;

/// <summary>
/// What a page's addresses have in common: with or without "www", on the mobile host, as AMP, from an AMP cache, over http or https, with the parameters in another
/// order. It names a page and is never asked for: that an edition exists under another address is a guess; that two addresses with one key show one article is not.
/// </summary>
public static class PageKey
{
    private static readonly AddressRules Rules = AddressRules.Table;

    /// <summary>Such as "news.example/2022/01/06/almaty"; the host is lower case, the path unescaped.</summary>
    public static string Of(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        url = OutOfCache(url) ?? url;
        var port = url.IsDefaultPort ? "" : $":{url.Port}";
        return string.Concat(Site(url.Host), port, Path(url.AbsolutePath), Query(url.Query));
    }

    /// <summary>Whether both stand on one site, its mobile host and its sections' hosts included.</summary>
    public static bool IsSameSite(Uri one, Uri other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (a, b) = (Site(one.Host), Site(other.Host));
        return a == b || a.EndsWith("." + b, StringComparison.Ordinal) || b.EndsWith("." + a, StringComparison.Ordinal);
    }

    private static string Site(string host)
    {
        while (host.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && Rules.EditionLabels.Contains(host[..dot]) && host.AsSpan(dot + 1).Contains('.')) host = host[(dot + 1)..];
        return host;
    }

    // www.google.com/amp/s/news.example/1 and news-example.cdn.ampproject.org/c/s/news.example/1 (AMP Project, "AMP Cache URL format").
    private static Uri? OutOfCache(Uri url)
    {
        var path = url.AbsolutePath;
        var isCache = url.Host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal);
        var isViewer = url.Host.StartsWith("www.google.", StringComparison.Ordinal) && path.StartsWith("/amp/", StringComparison.Ordinal);
        var secure = path.IndexOf("/s/", StringComparison.Ordinal);
        if ((!isCache && !isViewer) || secure < 0) return null;
        return Uri.TryCreate("https://" + path[(secure + 3)..] + url.Query, UriKind.Absolute, out var inner) ? inner : null;
    }

    private static string Path(string path)
    {
        var segments = Uri.UnescapeDataString(path).Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        // "amp" opens or closes the path; in the middle it is a word of the site's own.
        if (segments.Count > 1 && Rules.AmpSegments.Contains(segments[^1])) segments.RemoveAt(segments.Count - 1);
        else if (segments.Count > 1 && Rules.AmpSegments.Contains(segments[0])) segments.RemoveAt(0);
        if (segments.Count > 0) segments[^1] = WithoutAmp(segments[^1]);
        return "/" + string.Join('/', segments);
    }

    private static string WithoutAmp(string name)
    {
        foreach (var suffix in Rules.AmpSuffixes)
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return name[..^suffix.Length] + (suffix.EndsWith(".html", StringComparison.Ordinal) ? ".html" : "");
        return name;
    }

    private static string Query(string query)
    {
        if (query.Length <= 1) return "";
        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !Rules.Counts(p) && !Rules.AsksForAmp(p)).Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal).ToList();
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }
}
