using System.Text;

namespace Marsad.Reading.Links;

/// <summary>A link of a front page.</summary>
/// <param name="Title">The words that link; null if there are none.</param>
internal sealed record PageLink(Uri Target, string? Title, LinkPlace Place)
{
    // Names of sections are shorter than headlines in every language met; between these lengths either may be.
    private const int LongestName = 20, ShortestHeadline = 32, FewestWords = 4;

    // A slug or a number of this length is an article's, not a section's.
    private const int LongSlug = 24, LongNumber = 4, ManyHyphens = 3;

    private static readonly HashSet<string> ListNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "tag", "tags", "topic", "topics", "category", "categories", "section", "sections", "author", "authors", "writer", "writers", "page", "search", "login", "register", "account", "about",
        "about-us", "contact", "contact-us", "privacy", "privacy-policy", "terms", "advertise", "newsletter", "newsletters", "subscribe", "rss", "feed", "archive", "archives", "live", "tv",
        "radio", "podcasts", "schedule", "jobs", "careers", "shop", "weather", "games", "sitemap", "user", "users", "profile", "static", "help", "faq",
    };

    /// <summary>How much speaks for an article: from 4 on it is one, from 1 to 3 it is in doubt.</summary>
    public int Weight => OfWords + OfAddress + OfPlace;

    /// <summary>The address with every number, slug and word replaced by a mark: what addresses of articles of one site have in common.</summary>
    public string Form
    {
        get
        {
            var form = new StringBuilder(Target.Host);
            foreach (var segment in Segments()) form.Append('/').Append(FormOf(segment));
            return form.Append(Target.Query.Length > 1 ? "?" : "").ToString();
        }
    }

    private int OfWords => Title switch
    {
        null => 0,
        { Length: >= ShortestHeadline } when WordCount >= FewestWords => 3,
        { Length: > LongestName } when WordCount >= FewestWords => 2,
        { Length: > LongestName } => 1,
        _ => -1,
    };

    private int OfPlace => Place switch
    {
        LinkPlace.Menu => -4,
        LinkPlace.Heading or LinkPlace.Article => 1,
        _ => 0,
    };

    private int OfAddress
    {
        get
        {
            var segments = Segments();
            if (segments.Exists(ListNames.Contains)) return -3;
            if (segments.Exists(IsOfArticle) || HasDate(segments) || HasNumber(Target.Query)) return 2;
            return segments.Count == 1 && !segments[0].Contains('-') && Title is null or { Length: <= LongestName } ? -2 : 0;
        }
    }

    private int WordCount => Title!.Split(' ').Length;

    public PageLink With(PageLink other) =>
        new(Target, (other.Title?.Length ?? 0) > (Title?.Length ?? 0) ? other.Title : Title, (LinkPlace)Math.Max((int)Place, (int)other.Place));

    private List<string> Segments() => [.. Uri.UnescapeDataString(Target.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsOfArticle(string segment) =>
        segment.Length >= LongSlug || HasNumber(segment) || segment.AsSpan().Count('-') >= ManyHyphens || (segment.EndsWith(".html", StringComparison.OrdinalIgnoreCase) && segment.Length > 12);

    private static bool HasNumber(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run >= LongNumber) return true;
        }

        return false;
    }

    private static bool HasDate(List<string> segments)
    {
        for (var i = 0; i + 1 < segments.Count; i++)
            if (segments[i] is ['1' or '2', '0' or '9', _, _] && segments[i + 1].Length <= 2 && char.IsAsciiDigit(segments[i + 1][0])) return true;
        return false;
    }

    private static string FormOf(string segment) => segment switch
    {
        _ when segment.All(char.IsAsciiDigit) => "0",
        _ when IsOfArticle(segment) => "slug",
        _ when segment.Contains('-') => "words",
        _ => "word",
    };
}
