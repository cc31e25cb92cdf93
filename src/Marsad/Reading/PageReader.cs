using Marsad.Reading.Bytes;
using Marsad.Reading.Plain;

namespace Marsad.Reading;

/// <summary>Reads a page: from its bytes to its article, or to why there is none. Pure, and linear in the length of the page.</summary>
public static class PageReader
{
    /// <summary>Reads one page. Never throws for what is in <paramref name="body"/>.</summary>
    public static PageReading Read(ReadOnlyMemory<byte> body, PageHints hints)
    {
        var page = SavedPage.Open(body.Span, hints);
        var text = PageText.Decode(page.Body, page.ContentType);
        if (string.IsNullOrWhiteSpace(text)) return Not(ReadingTrouble.Empty, $"{body.Length} bytes without text");
        if (PageText.IsBinary(text)) return Not(ReadingTrouble.NoText, "control characters: not a text page");
        return PageText.IsMarkup(text, page.ContentType) ? HtmlPage.Read(text, hints with { Url = page.Url }) : PlainPage.Read(text, hints);
    }

    private static PageReading.NotAnArticle Not(string code, string detail) => new(new Trouble(code, detail));
}
