namespace Marsad.Reading;

/// <summary>What was read off a page: the article without its furniture.</summary>
/// <param name="Title">The headline without the site's name; null if the page has none.</param>
/// <param name="Text">Paragraphs separated by "\n".</param>
/// <param name="Language">BCP 47 tag such as "ar"; null if undecided.</param>
public sealed record Article(
    string Text,
    string? Title = null,
    string? Byline = null,
    PublicationTime? Published = null,
    PublicationTime? Modified = null,
    string? Url = null,
    string? Outlet = null,
    string? Section = null,
    string? Language = null,
    string? Image = null)
{
    /// <summary>News agencies credited for the text, apart from the byline.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The writers one by one, as <see cref="Byline"/> names them together.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The place that the text is datelined from ("القاهرة - ..."); null if it names none.</summary>
    public string? Dateline { get; init; }

    /// <summary>What kind of page the article came on.</summary>
    public PageKind Kind { get; init; }

    /// <summary>Where sources on the page disagreed, which was believed and why.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Related headlines found on the page: never part of the text.</summary>
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    /// <summary>Where each paragraph of the text stands on the page; empty where the input was no page.</summary>
    public IReadOnlyList<ParagraphOrigin> Paragraphs { get; init; } = [];
}

/// <summary>What a page says of how much of the article it shows.</summary>
public enum PageKind
{
    /// <summary>A whole article.</summary>
    Whole,

    /// <summary>The start of an article that only subscribers may read.</summary>
    Walled,

    /// <summary>A page that is added to while something happens.</summary>
    Live,
}

/// <summary>A related headline on a page, to another page.</summary>
/// <param name="Url">Absolute URL; null on plain-text pages.</param>
public sealed record Lead(string Title, string? Url);

/// <summary>Where one paragraph stands on the captured page.</summary>
/// <param name="NodePath">XPath of the element that holds it.</param>
public sealed record ParagraphOrigin(int Paragraph, string NodePath, int Start, int End);

/// <summary>What reading a page gives.</summary>
public abstract record PageReading
{
    private PageReading()
    {
    }

    public sealed record Read(Article Article) : PageReading;

    /// <summary>The page holds no article, and why: a front page, a gallery, an error page.</summary>
    public sealed record NotAnArticle(Trouble Reason) : PageReading;
}
