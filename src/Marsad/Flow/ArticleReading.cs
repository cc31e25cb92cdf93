using System.Diagnostics.CodeAnalysis;
using Marsad.Archive;
using Marsad.Language;
using Marsad.Reading;
using Marsad.Records;

namespace Marsad.Flow;

/// <summary>Takes one handed-in item through the rooms Reading and Language, without archive or store.</summary>
public static class ArticleReading
{
    /// <summary>The record of an item; false with the reason where it holds no article or hurts. Never throws.</summary>
    public static bool TryRead(InputItem item, [NotNullWhen(true)] out ArticleRecord? record, [NotNullWhen(false)] out Trouble? reason)
    {
        (record, reason) = (null, null);
        try
        {
            record = item switch
            {
                InputItem.Given given => Understand(given.Id, given.Article, given.Path == InputFiles.StandardInput ? null : given.Path),
                InputItem.Page page => ReadPage(page, out reason),
                InputItem.Archived { Capture: var capture } => ReadPage(new InputItem.Page(item.Path, null, capture.ContentType, capture.Body) { Url = capture.FinalUrl.IsFile ? null : capture.FinalUrl }, out reason),
                InputItem.Unreadable unreadable => Refused(unreadable, out reason),
                _ => null,
            };
        }
        catch (Exception fault)
        {
            // We are wrong, not the world; the batch goes on and the stack is kept for whoever mends it.
            reason = new Trouble("FL011", fault.ToString());
        }

        return record is not null;
    }

    /// <summary>Reads an article's text for what it says.</summary>
    public static ArticleRecord Understand(string id, Article article, string? path)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = new ArticleText(article.Text, article.Title, article.Published?.Day, article.Outlet);
        return new ArticleRecord(id, article, ArabicAnalyzer.Read(text), path);
    }

    private static ArticleRecord? ReadPage(InputItem.Page page, out Trouble? reason)
    {
        reason = null;
        switch (PageReader.Read(page.Body, new PageHints(page.Url, page.ContentType)))
        {
            case PageReading.Read read:
                return Understand(page.Id ?? Digest.Of(page.Body.Span).ToString(), read.Article, page.File);
            case PageReading.NotAnArticle not:
                reason = not.Reason;
                return null;
            default:
                throw new InvalidOperationException("A page reading is of a kind that is not known here.");
        }
    }

    private static ArticleRecord? Refused(InputItem.Unreadable item, out Trouble? reason)
    {
        reason = item.Reason;
        return null;
    }
}
