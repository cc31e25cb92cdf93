using Marsad.Language.Figures;
using Marsad.Language.Names;
using Marsad.Language.Statements;
using Marsad.Language.Times;
using Marsad.Language.Tokens;

namespace Marsad.Language;

/// <summary>Reads Arabic news text. Pure: the same text gives the same record, on any thread.</summary>
public static class ArabicAnalyzer
{
    /// <summary>Version of program and language data; changes whenever the same text may give another record.</summary>
    public const string Version = "0.1.0+ar.1";

    /// <summary>Reads one article. Never throws for any text; an empty text gives an empty record.</summary>
    /// <remarks>Each finder may use what the finders before it found, never what comes after.</remarks>
    public static Record Read(ArticleText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var document = new Document(article.Text);
        IReadOnlyList<TimeExpression> times = TimeFinder.Find(document, article.Published);
        IReadOnlyList<Figure> figures = FigureFinder.Find(document, times);
        IReadOnlyList<Name> names = NameFinder.Find(document).Names;
        IReadOnlyList<Place> places = [];
        var statements = StatementFinder.Find(document, names);
        IReadOnlyList<Event> events = [];
        return new Record(names, statements, WithStatements(figures, statements), times, places, events, Version);
    }

    /// <summary>Gives every figure the innermost statement whose content holds it.</summary>
    private static IReadOnlyList<Figure> WithStatements(IReadOnlyList<Figure> figures, IReadOnlyList<Statement> statements)
    {
        if (figures.Count == 0 || statements.Count == 0) return figures;
        return [.. figures.Select(figure => figure with { Statement = Innermost(statements, figure)?.Id })];
    }

    private static Statement? Innermost(IReadOnlyList<Statement> statements, Figure figure)
    {
        Statement? innermost = null;
        foreach (var statement in statements)
            if (statement.Content.Contains(figure.Span) && (innermost is null || statement.Content.Length < innermost.Content.Length)) innermost = statement;
        return innermost;
    }
}
