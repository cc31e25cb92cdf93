using Marsad.Language.Data;
using Marsad.Language.Events;
using Marsad.Language.Figures;
using Marsad.Language.Names;
using Marsad.Language.Places;
using Marsad.Language.Statements;
using Marsad.Language.Times;
using Marsad.Language.Tokens;

namespace Marsad.Language;

/// <summary>Reads Arabic news text. Pure: the same text gives the same record, on any thread.</summary>
public static class ArabicAnalyzer
{
    /// <summary>Version of program and language data; changes whenever the same text may give another record.</summary>
    public const string Version = "0.1.0+ar.4";

    /// <summary>Reads one article. Never throws for any text; an empty text gives an empty record.</summary>
    /// <remarks>Each finder may use what the finders before it found, never what comes after.</remarks>
    public static Record Read(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var document = new Document(article.Text);
        IReadOnlyList<TimeExpression> times = TimeFinder.Find(document, article.Published);
        IReadOnlyList<Figure> figures = FigureFinder.Find(document, times);
        var named = NameFinder.Find(document, article.Title);
        var names = named.Names;
        var places = PlaceFinder.Find(document, named);
        var reading = new Reading(document, names);
        var statements = StatementFinder.Find(reading, names);
        var events = EventFinder.Find(reading, names, statements, figures, times);
        return new Record(names, statements, WithStatements(figures, statements), times, places, events, Version);
    }

    /// <summary>Loads tables and model now instead of with the first article; for another thread, where a program's start counts.</summary>
    public static void Prepare() => Read(new ArticleText(string.Join(' ', Table.Rows("cues.tsv").Take(Some).Select(row => row[0])), null, new DateOnly(2000, 1, 1)));

    // Enough cues that every reader has something to look up.
    private const int Some = 20;

    /// <summary>Gives every figure the innermost statement whose content holds it.</summary>
    private static IReadOnlyList<Figure> WithStatements(IReadOnlyList<Figure> figures, IReadOnlyList<Statement> statements)
    {
        if (figures.Count == 0 || statements.Count == 0) return figures;
        var contents = new ContentIndex(statements);
        return [.. figures.Select(figure => figure with { Statement = contents.Innermost(figure.Span)?.Id })];
    }
}
