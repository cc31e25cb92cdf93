using Dapper;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Reads situations for the desk: what a user follows, its stories, parties, statements and figures.</summary>
public static class SituationQueries
{
    /// <summary>Of a situation with more articles, a page shows the figures of its latest so many.</summary>
    public const int Latest = 1000;

    // What belongs to a situation is current: an earlier version is taken out when the next one comes.
    private const string Members =
        "latest AS MATERIALIZED (SELECT article_id FROM situation_article WHERE situation_id = @situation ORDER BY published_at DESC, article_id DESC LIMIT @latest)";

    internal const string ArticlesSql =
        $"SELECT {ArticleRow.Columns} FROM situation_article m CROSS JOIN article a ON a.id = m.article_id WHERE m.situation_id = @situation ORDER BY m.published_at DESC, m.article_id DESC LIMIT @limit";

    private const string Select =
        """
        SELECT t.id AS Id, t.slug AS Slug, t.title_ar AS TitleAr, t.title_en AS TitleEn, t.terms AS Terms, t.from_day AS FromDay, t.to_day AS ToDay,
               t.articles AS Articles, t.stories AS Stories, t.outlets AS Outlets, t.statements AS Statements, t.alerts AS Alerts,
               coalesce((SELECT m.published_at FROM situation_article m WHERE m.situation_id = t.id ORDER BY m.published_at LIMIT 1), '') AS FirstAt,
               coalesce((SELECT m.published_at FROM situation_article m WHERE m.situation_id = t.id ORDER BY m.published_at DESC LIMIT 1), '') AS LastAt
        FROM situation t
        """;

    /// <summary>All situations, the one with the latest news first.</summary>
    public static IReadOnlyList<SituationRow> Situations(this SqliteConnection store) => store.Query<SituationRow>(Select + " ORDER BY nullif(LastAt, '') DESC, t.id").AsList();

    /// <summary>Null where none has that name.</summary>
    public static SituationRow? Situation(this SqliteConnection store, string slug) => store.QuerySingleOrDefault<SituationRow>(Select + " WHERE t.slug = @slug", new { slug });

    /// <summary>The situation's current articles, newest first, copies among them.</summary>
    public static IReadOnlyList<ArticleRow> ArticlesOfSituation(this SqliteConnection store, long situation, int limit) =>
        store.Query<ArticleRow>(ArticlesSql, new { situation, limit }).AsList();

    /// <summary>Its latest articles, copies among them, with no more than says where in time and in which story they are.</summary>
    public static IReadOnlyList<ArticleRow> ArticlesInTime(this SqliteConnection store, long situation, int limit) => store.Query<ArticleRow>(
        """
        SELECT a.id AS Id, a.story_id AS StoryId, a.published AS Published, a.published_at AS PublishedAt, a.copy_of AS CopyOf
        FROM situation_article m CROSS JOIN article a ON a.id = m.article_id WHERE m.situation_id = @situation ORDER BY m.published_at DESC, m.article_id DESC LIMIT @limit
        """,
        new { situation, limit }).AsList();

    /// <summary>Of the situation's latest statements each one's number, its party, its act and its length; copies are left out.</summary>
    public static IReadOnlyList<(long Id, string Party, string Type, long Length)> SaidLast(this SqliteConnection store, long situation, int limit) => store.Query<(long, string, string, long)>(
        """
        SELECT s.id, coalesce(e.name, s.speaker), s.type, length(s.content)
        FROM situation_article m CROSS JOIN article a ON a.id = m.article_id CROSS JOIN statement s ON s.article_id = a.id LEFT JOIN entity e ON e.id = s.entity_id
        WHERE m.situation_id = @situation AND a.copy_of IS NULL AND coalesce(e.name, s.speaker) IS NOT NULL ORDER BY m.published_at DESC, m.article_id DESC, s.id LIMIT @limit
        """,
        new { situation, limit }).AsList();

    /// <summary>Who speaks in a situation, and how often; copies are counted once.</summary>
    /// <remarks>A party is an entity known across articles, else a speaker's name or description as the article gives it.</remarks>
    public static IReadOnlyList<PartyRow> Parties(this SqliteConnection store, long situation, int limit) =>
        [.. store.Query<PartyRow>(
            """
            SELECT coalesce(e.name, p.key) AS Name, e.id AS EntityId, e.type AS Type, p.n AS Statements, p.first_at AS FirstAt
            FROM (SELECT key, n, first_at FROM situation_tally WHERE situation_id = @situation AND kind = 'party' ORDER BY n DESC LIMIT @most) p
            LEFT JOIN entity e ON typeof(p.key) = 'integer' AND e.id = p.key
            """,
            new { situation, most = (long)limit * 2 })
            .GroupBy(party => party.Name, StringComparer.Ordinal).Select(OfOneName)
            .OrderByDescending(party => party.Statements).ThenBy(party => party.FirstAt, StringComparer.Ordinal).ThenBy(party => party.Name, StringComparer.Ordinal).Take(limit)];

    // One who is named in two ways, of which only one is known across articles.
    private static PartyRow OfOneName(IEnumerable<PartyRow> parties) =>
        parties.Aggregate((one, other) => (one.EntityId is null ? other : one) with { Statements = one.Statements + other.Statements, FirstAt = string.CompareOrdinal(one.FirstAt, other.FirstAt) <= 0 ? one.FirstAt : other.FirstAt });

    /// <summary>Statements of a situation, newest first; copies are left out and counted.</summary>
    /// <param name="party">Only of this party; null for all.</param>
    /// <param name="type">Only of this act, such as "call"; null for all.</param>
    public static IReadOnlyList<StatementRow> StatementsOfSituation(this SqliteConnection store, long situation, string? party, string? type, int limit, int offset = 0) =>
        store.Query<StatementRow>(
            $"""
            SELECT {StatementRow.Columns}
            FROM situation_article m CROSS JOIN article a ON a.id = m.article_id CROSS JOIN statement s ON s.article_id = a.id LEFT JOIN entity e ON e.id = s.entity_id
            WHERE m.situation_id = @situation AND a.copy_of IS NULL
              AND (@party IS NULL OR coalesce(e.name, s.speaker) = @party) AND (@type IS NULL OR s.type = @type)
            ORDER BY m.published_at DESC, m.article_id DESC, s.id LIMIT @limit OFFSET @offset
            """,
            new { situation, party, type, limit, offset }).AsList();

    /// <summary>Figures by their numbers, in the order they were published.</summary>
    public static IReadOnlyList<FigureRow> FiguresBy(this SqliteConnection store, IEnumerable<long> ids) => store.Query<FigureRow>(
        $"""
        SELECT {FigureRow.Columns} FROM json_each(@ids) place CROSS JOIN figure f ON f.id = place.value JOIN article a ON a.id = f.article_id LEFT JOIN statement s ON s.id = f.statement_id
        ORDER BY a.published_at, f.id
        """,
        new { ids = Rows.List(ids) }).AsList();

    /// <summary>Figures of a situation in the order they were published; copies are left out and counted.</summary>
    /// <param name="latest">Of how many of its latest articles.</param>
    public static IReadOnlyList<FigureRow> FiguresOfSituation(this SqliteConnection store, long situation, int limit, int latest = int.MaxValue) =>
        store.Query<FigureRow>(
            $"""
            WITH {Members}, of_them AS MATERIALIZED (
                SELECT f.id, a.published_at FROM latest m CROSS JOIN article a ON a.id = m.article_id CROSS JOIN figure f ON f.article_id = a.id
                WHERE a.copy_of IS NULL ORDER BY a.published_at, f.id LIMIT @limit)
            SELECT {FigureRow.Columns} FROM of_them o CROSS JOIN figure f ON f.id = o.id JOIN article a ON a.id = f.article_id LEFT JOIN statement s ON s.id = f.statement_id
            ORDER BY o.published_at, f.id
            """,
            new { situation, limit, latest }).AsList();
}

/// <summary>A situation with what has been gathered for it.</summary>
public sealed record SituationRow
{
    public long Id { get; init; }

    public string Slug { get; init; } = "";

    public string TitleAr { get; init; } = "";

    public string TitleEn { get; init; } = "";

    /// <summary>The words it follows, a JSON array.</summary>
    public string Terms { get; init; } = "[]";

    /// <summary>The first day that it follows, ISO 8601; null: no beginning.</summary>
    public string? FromDay { get; init; }

    /// <summary>The last day that it follows, ISO 8601; null: it goes on.</summary>
    public string? ToDay { get; init; }

    public long Articles { get; init; }

    public long Stories { get; init; }

    public long Outlets { get; init; }

    public long Statements { get; init; }

    public long Alerts { get; init; }

    /// <summary>The instant of its first article; empty if there is none.</summary>
    public string FirstAt { get; init; } = "";

    /// <summary>The instant of its latest article; empty if there is none.</summary>
    public string LastAt { get; init; } = "";

    public DateTimeOffset? First => FirstAt.Length == 0 ? null : Instants.Parse(FirstAt);

    public DateTimeOffset? Last => LastAt.Length == 0 ? null : Instants.Parse(LastAt);
}

/// <summary>Someone who speaks in a situation.</summary>
public sealed record PartyRow
{
    public string Name { get; init; } = "";

    public long? EntityId { get; init; }

    /// <summary>PER, ORG or LOC; null where the speaker is no known entity.</summary>
    public string? Type { get; init; }

    public long Statements { get; init; }

    public string FirstAt { get; init; } = "";
}
