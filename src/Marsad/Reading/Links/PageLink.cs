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

    /// <summary>How much speaks for an article: from 4 on it is one, from 1 to 3 it is in doubt.</summary>
    public int Weight => OfWords + OfAddress + OfPlace;

    /// <summary>The address with every number, slug and word replaced by a mark: what addresses of articles of one site have in common.</summary>
    public string Form => FormWith(FormOf);

    /// <summary>The same with its words as they are: "/news/slug" and "/topics/slug" differ.</summary>
    public string CloseForm => FormWith(segment => FormOf(segment) is var form && form == "word" ? segment : form) + string.Join('&', Target.Query.TrimStart('?').Split('&').Select(FormOfPair));

    /// <summary>Its words are as short as the name of a section.</summary>
    public bool IsShort => OfWords < 0;

    private int OfWords => Title switch
    {
        null => 0,
        _ when Width >= ShortestHeadline && WordCount >= FewestWords => 3,
        _ when Width > LongestName && WordCount >= FewestWords => 2,
        _ when Width > LongestName => 1,
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
            if (segments.Exists(ListSegments.IsList) || IsSectionAlone(segments)) return -3;
            if (segments.Exists(IsOfArticle) || HasDate(segments) || HasNumber(Target.Query)) return 2;
            return segments.Count == 1 && !segments[0].Contains('-') && Width <= LongestName ? -2 : 0;
        }
    }

    public bool IsHeadline => OfWords >= 2;

    /// <summary>Nothing in its place or address says that it is none.</summary>
    public bool MayBeArticle => Place != LinkPlace.Menu && OfAddress >= 0;

    /// <summary>A number of any length says which page it is.</summary>
    public bool IsNumbered => Segments() is [.., var last] && (last.All(char.IsAsciiDigit) || Target.Query.Split('=', '&').Any(part => part.Length > 0 && part.All(char.IsAsciiDigit)));

    private string FormWith(Func<string, string> of)
    {
        var form = new StringBuilder(Target.Host);
        foreach (var segment in Segments()) form.Append('/').Append(of(segment));
        return form.Append(Target.Query.Length > 1 ? "?" : "").ToString();
    }

    private static string FormOfPair(string pair) => pair.Split('=', 2) is [var name, var value] && value.All(char.IsAsciiDigit) ? name : pair;

    // An ideograph or kana says as much as two letters, and words of them are not spaced.
    private int Width => Title?.Sum(c => IsIdeograph(c) ? 2 : 1) ?? 0;

    private int WordCount => Title!.Split(' ').Length + Title.Count(IsIdeograph) / 3;

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u9FFF';

    private static bool IsSectionAlone(List<string> segments) =>
        segments.FindLastIndex(ListSegments.IsSection) is var at and >= 0 && !segments.Skip(at + 1).Any(IsOfArticle) && !HasDate(segments);

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
