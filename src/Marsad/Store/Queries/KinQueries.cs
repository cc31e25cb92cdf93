using System.Text.Json;
using Dapper;
using Marsad.Reading;
using Marsad.Records;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Reads which articles carry one text, who had it first, and what has become of it.</summary>
public static class KinQueries
{
    private const int Most = 100;

    /// <summary>What an article's text is to those of others. It may be the first of them or any copy.</summary>
    public static TextHistory HistoryOf(this SqliteConnection store, ArticleRow article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var first = (article.CopyOf is { } head ? store.Article(head) : null) ?? article;
        var kin = store.Query<KinRow>(
            """
            SELECT a.id AS ArticleId, coalesce(k.of_id, a.copy_of) AS OfId, coalesce(k.kind, 'same') AS Kind, coalesce(k.own, 0) AS Own, coalesce(k.changes, '[]') AS ChangesJson, k.passage AS Passage
            FROM article a LEFT JOIN kin k ON k.article_id = a.id WHERE a.current = 1 AND a.id <> @Id
              AND (a.copy_of = @Id OR (k.of_id IN (SELECT id FROM article WHERE id = @Id OR copy_of = @Id) AND a.copy_of IS NULL))
            ORDER BY a.published_at, a.id LIMIT @Most
            """,
            new { first.Id, Most }).AsList();
        var own = store.QueryFirstOrDefault<KinRow>(
            """
            SELECT k.article_id AS ArticleId, k.of_id AS OfId, k.kind AS Kind, k.own AS Own, k.changes AS ChangesJson, k.passage AS Passage FROM kin k WHERE k.article_id = @Id AND k.kind IN ('update', 'quotation')
            """,
            new { first.Id });
        return new TextHistory(first, [.. kin.Select(row => (store.Article(row.ArticleId)!, row))], store.CreditOf(first.Id), own is null ? null : (store.Article(own.OfId)!, own));
    }

    /// <summary>The amounts in which an update differs from what it updates; empty where it is none.</summary>
    public static IReadOnlyList<FigureChangeRow> ChangesOf(this SqliteConnection store, long article) =>
        store.QueryFirstOrDefault<string>("SELECT changes FROM kin WHERE article_id = @article", new { article }) is { } changes ? KinRow.Read(changes) : [];

    /// <summary>The agencies that a text is credited to, those that most of its articles name first.</summary>
    /// <param name="first">The article that had it first.</param>
    public static IReadOnlyList<string> CreditOf(this SqliteConnection store, long first) =>
        [.. store.Query<byte[]>("SELECT CAST(record AS BLOB) FROM article WHERE current = 1 AND (id = @first OR copy_of = @first) ORDER BY published_at, id LIMIT @Most", new { first, Most })
            .SelectMany(record => Credited(RecordJson.Read(record).Article)).GroupBy(agency => agency, StringComparer.Ordinal).OrderByDescending(agency => agency.Count()).Select(agency => agency.Key)];

    // What came as plain text has its credit in the text still.
    private static IEnumerable<string> Credited(Article article) =>
        (article.Agencies.Count > 0 ? article.Agencies : Credits.Take([.. article.Text.Split('\n')], [], article.Outlet).Agencies).Distinct(StringComparer.Ordinal);
}

/// <summary>A text as it went from outlet to outlet.</summary>
/// <param name="First">The article that was published first; of several the one that came here first.</param>
/// <param name="Later">Copies, updates and articles that repeat a passage of it, in the order of publication.</param>
/// <param name="Agencies">Those that its articles credit, the most credited first.</param>
/// <param name="Earlier">The article that this one updates, or repeats a passage of; null if none.</param>
public sealed record TextHistory(
    ArticleRow First, IReadOnlyList<(ArticleRow Article, KinRow Kin)> Later, IReadOnlyList<string> Agencies, (ArticleRow Article, KinRow Kin)? Earlier);

/// <summary>What an article is to an earlier one.</summary>
public sealed record KinRow
{
    public long ArticleId { get; init; }

    /// <summary>The article that it was compared with.</summary>
    public long OfId { get; init; }

    /// <summary>"same", "retitled", "cut", "merged", "update" or "quotation".</summary>
    public string Kind { get; init; } = "";

    /// <summary>The share of its words that the earlier article does not have.</summary>
    public double Own { get; init; }

    internal string ChangesJson { get; init; } = "[]";

    /// <summary>Of an update: the amounts that are others now; empty where something was only added.</summary>
    public IReadOnlyList<FigureChangeRow> Changes => Read(ChangesJson);

    /// <summary>Of a quotation: the passage, as the later article has it; null for other kinds.</summary>
    public string? Passage { get; init; }

    internal static IReadOnlyList<FigureChangeRow> Read(string changes) => JsonSerializer.Deserialize<FigureChangeRow[]>(changes, JsonSerializerOptions.Web)!;
}

/// <summary>An amount that has changed, as the two texts write it.</summary>
/// <param name="Category">The data contract's word, such as "killed".</param>
/// <param name="Of">What is counted; null where the texts do not say.</param>
public sealed record FigureChangeRow(string Category, string? Of, string Before, string After);
