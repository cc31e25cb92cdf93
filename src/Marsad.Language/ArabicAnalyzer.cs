using Marsad.Language.Tokens;

namespace Marsad.Language;

/// <summary>Reads Arabic news text. Pure: the same text gives the same record, on any thread.</summary>
public static class ArabicAnalyzer
{
    /// <summary>Version of program and language data; changes whenever the same text may give another record.</summary>
    public const string Version = "0.1.0+ar.1";

    /// <summary>Reads one article. Never throws for any text; an empty text gives an empty record.</summary>
    public static Record Read(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var document = new Document(article.Text);
        _ = document;
        return new Record([], [], [], [], [], [], Version);
    }
}
