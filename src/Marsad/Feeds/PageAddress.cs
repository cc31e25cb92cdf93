using System.Text;

namespace Marsad.Feeds;

/// <summary>
/// Addresses of pages: resolved, and written one way, so that a page is one page however a feed links to it. Only what never changes which page answers
/// is taken away: the fragment, and parameters that exist to count clicks (Feeds/Data/addresses.tsv).
/// </summary>
public static class PageAddress
{
    private const int Longest = 2048;

    /// <summary>The absolute http(s) address that <paramref name="text"/> means; null if it means none. Tracking parameters and fragment are gone.</summary>
    /// <param name="baseUrl">What a relative address counts from; null if only absolute ones will do.</param>
    public static Uri? Resolve(string? text, Uri? baseUrl)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > Longest) return null;
        var found = Uri.TryCreate(text, UriKind.Absolute, out var url) && !url.IsFile;
        if (!found && (baseUrl is null || !Uri.TryCreate(baseUrl, text, out url))) return null;
        return url is { Scheme: "http" or "https", Host.Length: > 0, UserInfo: "" } ? Plain(url) : null;
    }

    private static Uri Plain(Uri url)
    {
        if (url.Fragment.Length == 0 && url.Query.Length == 0) return url;
        var plain = new UriBuilder(url) { Fragment = "", Query = WithoutTracking(url.Query) };
        return plain.Uri;
    }

    private static string WithoutTracking(string query)
    {
        if (query.Length <= 1) return "";
        var kept = new StringBuilder(query.Length);
        foreach (var part in query[1..].Split('&'))
            if (!AddressRules.Table.Counts(part)) kept.Append(kept.Length == 0 ? "" : "&").Append(part);
        return kept.ToString();
    }
}
