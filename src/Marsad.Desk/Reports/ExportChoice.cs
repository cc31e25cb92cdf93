using System.Globalization;
using Marsad.Store.Queries;
using Microsoft.Data.Sqlite;

namespace Marsad.Desk.Reports;

/// <summary>Which articles an export is of.</summary>
/// <param name="Article">One article: the desk's number, or the record's own id; null for more.</param>
/// <param name="Situation">A situation's short name; null for all articles.</param>
public sealed record ExportChoice(string? Article, string? Situation)
{
    public string Title => Article is { } article ? $"Marsad: article {article}" : Situation is { } situation ? $"Marsad: {situation}" : "Marsad";

    public static ExportChoice OfSituation(string slug) => new(null, slug);

    /// <summary>Current articles, copies too, the latest first; read from the store one by one, as there may be a million.</summary>
    public IEnumerable<ArticleRow> Articles(SqliteConnection store)
    {
        if (Article is not null) return Only(store) is { } only ? [only] : [];
        if (Situation is null) return store.EveryArticle();
        return store.Situation(Situation) is { } situation ? store.EveryArticleOf(situation.Id) : [];
    }

    /// <summary>Their statements, in the same order; of many articles those of copies are left out and counted.</summary>
    public IEnumerable<StatementRow> Statements(SqliteConnection store) =>
        Articles(store).Where(article => Article is not null || article.CopyOf is null).SelectMany(article => store.StatementsOfArticle(article.Id));

    /// <summary>Whether there is such an article or situation.</summary>
    public bool Has(SqliteConnection store) => Article is not null ? Only(store) is not null : Situation is null || store.Situation(Situation) is not null;

    private ArticleRow? Only(SqliteConnection store) =>
        long.TryParse(Article, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? store.Article(number) : store.ArticleByKey(Article!);
}
