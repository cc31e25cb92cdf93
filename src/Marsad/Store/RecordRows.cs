using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Records;
using Marsad.Records.Corrections;
using Marsad.Relating;
using Marsad.Relating.Entities;
using Marsad.Relating.Figures;
using Marsad.Store.Search;

namespace Marsad.Store;

/// <summary>The rows that repeat an article's record so that they can be asked for: names, statements, figures. The JSON in the article's row is the whole.</summary>
internal sealed class RecordRows(StationStore store)
{
    private readonly Entities _entities = new(store);
    private readonly SearchIndex _search = new(store);

    /// <summary>Writes the rows of what holds of a record; those that stood there before go.</summary>
    public void Replace(long article, string identity, DateTimeOffset published, ReviewedRecord reviewed)
    {
        Remove(article);
        Add(article, identity, published, reviewed);
    }

    /// <summary>Writes the rows of what holds of the record of an article that has none yet.</summary>
    /// <remarks>Even to take nothing out of the search index makes it write out what it holds back: a new article must not.</remarks>
    public void Add(long article, string identity, DateTimeOffset published, ReviewedRecord reviewed)
    {
        var record = reviewed.Holds.Record;
        var text = reviewed.Holds.Article.Text;
        var points = new CodePoints(text);
        var contexts = ContextsOf(record.Names, text);
        var entities = _entities.Join(record.Names, article, identity, contexts);
        foreach (var name in record.Names) InsertName(article, name, entities.GetValueOrDefault(name.Id), contexts.GetValueOrDefault(name.Id));
        var statements = new Dictionary<string, long>(StringComparer.Ordinal);
        var facts = new SearchFacts(reviewed.Holds.Article.Outlet, published, record);
        foreach (var statement in record.Statements)
        {
            statements[statement.Id] = InsertStatement(article, statement, text, points, Known(entities, statement.SpeakerName), ReviewOf(reviewed, statement.Id));
            _search.AddStatement(statements[statement.Id], statement, statement.Content.In(text), facts);
        }

        foreach (var figure in record.Figures)
            InsertFigure(article, figure, points, Known(statements, figure.Statement), FigureSetting.Of(figure.Span, text, record.Names, record.Times), ReviewOf(reviewed, figure.Id));
    }

    private void Remove(long article)
    {
        _search.RemoveStatements(article);
        foreach (var table in (string[])["figure", "statement", "name"]) store.Prepared($"DELETE FROM {table} WHERE article_id = $1").Run(article);
    }

    private static string? ReviewOf(ReviewedRecord reviewed, string item) => reviewed.Reviews.TryGetValue(item, out var review) ? review.Decision.ToString().ToLowerInvariant() : null;

    private static long? Known(Dictionary<string, long> rows, string? id) => id is not null && rows.TryGetValue(id, out var row) ? row : null;

    private static Dictionary<string, string> ContextsOf(IReadOnlyList<Name> names, string text)
    {
        var words = new Lazy<ArticleWords>(() => new ArticleWords(text));
        return names.Where(name => name.Type == NameType.Person).ToDictionary(name => name.Id, name => NameContext.Of(words.Value, name), StringComparer.Ordinal);
    }

    private void InsertName(long article, Name name, long entity, string? context) => store.Prepared(
        "INSERT INTO name(article_id, local_id, type, name, entity_id, around) VALUES ($1, $2, $3, $4, $5, $6)")
        .Run(article, name.Id, Terms.Of(name.Type), name.Canonical, entity == 0 ? null : entity, context);

    private long InsertStatement(long article, Statement statement, string text, CodePoints points, long? entity, string? review) => store.Insert(
        """
        INSERT INTO statement(article_id, local_id, speaker, entity_id, role, via, addressee, kind, type, content, start, end, confidence, review)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        article, statement.Id, statement.Speaker, entity, statement.Role, statement.Via, statement.Addressee, Terms.Of(statement.Kind), Terms.Of(statement.Type), statement.Content.In(text),
        points.FromUtf16(statement.Content.Start), points.FromUtf16(statement.Content.End), statement.Confidence, review);

    private void InsertFigure(long article, Figure figure, CodePoints points, long? statement, FigureSetting setting, string? review) => store.Prepared(
        """
        INSERT INTO figure(article_id, local_id, low, high, bound, category, of, place, day, statement_id, start, end, review)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """)
        .Run(
            article, figure.Id, (double)figure.Low, (double)figure.High, Terms.Of(figure.Bound), Terms.Of(figure.Category), figure.Of, setting.Place, setting.Day, statement,
            points.FromUtf16(figure.Span.Start), points.FromUtf16(figure.Span.End), review);
}
