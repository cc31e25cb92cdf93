namespace Marsad.Reading;

/// <summary>Why a page is not an article (docs/rooms/reading.md says what each means).</summary>
internal static class ReadingTrouble
{
    /// <summary>No text at all.</summary>
    public const string Empty = "RD001";

    /// <summary>Not a text page: an image, an archive, a PDF.</summary>
    public const string NoText = "RD002";

    /// <summary>A front page or a section: many headlines that lead elsewhere, no text of its own.</summary>
    public const string FrontPage = "RD003";

    /// <summary>An error page or a page that asks to prove that one is human.</summary>
    public const string ErrorPage = "RD004";

    /// <summary>Pictures or a film with captions and no text of its own.</summary>
    public const string Gallery = "RD005";

    /// <summary>Too little text to be an article, and none of the above.</summary>
    public const string TooLittle = "RD006";
}
