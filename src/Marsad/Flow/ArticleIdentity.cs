using System.Text;
using Marsad.Archive;
using Marsad.Feeds;
using Marsad.Reading;

namespace Marsad.Flow;

/// <summary>What makes an article the same one next time, and what makes its words another version.</summary>
internal static class ArticleIdentity
{
    /// <summary>Its own id, else its URL, else its file, else its words.</summary>
    public static string Of(Arrival arrival, Article article, Digest content) => arrival switch
    {
        Arrival.Given { HasOwnId: true } given => "id:" + given.Id,
        Arrival.Given => Named(article.Url) ?? content.ToString(),
        _ => (IsOfSite(article.Url, arrival.Place) ? Named(article.Url) : null) ?? Named(arrival.Place) ?? "file:" + arrival.Place,
    };

    /// <summary>The digest of all that a reader of the article sees; what stands around it on the page changes with every fetch.</summary>
    public static Digest Content(Article article)
    {
        var words = new StringBuilder();
        foreach (var part in (ReadOnlySpan<string?>)[article.Title, article.Byline, article.Published?.ToString(), article.Outlet, string.Join('\u001F', article.Agencies), article.Text])
            words.Append(part).Append('\0');
        return Digest.Of(Encoding.UTF8.GetBytes(words.ToString()));
    }

    // A page of one site that calls a page of another canonical is a reprint, or wants to pass for it: never a version of it.
    private static bool IsOfSite(string? canonical, string place) =>
        Web(canonical) is { } said && (Web(place) is not { } at || PageKey.IsSameSite(said, at));

    // A page that calls the site's front page its canonical address does not say which page it is.
    private static string? Named(string? url) => Web(url) is { } address && (address.AbsolutePath.Length > 1 || address.Query.Length > 1) ? "url:" + PageKey.Of(address) : null;

    private static Uri? Web(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
