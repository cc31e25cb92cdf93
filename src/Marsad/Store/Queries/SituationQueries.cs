using Dapper;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Reads situations for the desk: what a user follows, its stories, parties, statements and figures.</summary>
public static class SituationQueries
{
    /// <summary>Of a situation with more articles, what a page counts is counted of its latest so many.</summary>
    public const int Latest = 1000;

    // What belongs to a situation is current: an earlier version is taken out when the next one comes.
    private const string Members =
        "latest AS MATERIALIZED (SELECT article_id FROM situation_article WHERE situation_id = @situation ORDER BY published_at DESC, article_id DESC LIMIT @latest)";

    internal const string ArticlesSql =
        $"SELECT {ArticleRow.Columns} FROM situation_article m CROSS JOIN article a ON a.id = m.article_id WHERE m.situation_id = @situation ORDER BY m.published_at DESC, m.article_id DESC LIMIT @limit";

    private const string Select =
        """
        SELECT t.id AS Id, t.slug AS Slug, t.title_ar AS TitleAr, t.title_en AS TitleEn, t.terms AS Terms, t.from_day AS FromDay, t.to_day AS ToDay,
               (SELECT count(*) FROM situation_article m WHERE m.situation_id = t.id) AS Articles,
               coalesce((SELECT m.published_at FROM situation_article m WHERE m.situation_id = t.id ORDER BY m.published_at LIMIT 1), '') AS FirstAt,
               coalesce((SELECT m.published_at FROM situation_article m WHERE m.situation_id = t.id ORDER BY m.published_at DESC LIMIT 1), '') AS LastAt
        FROM situation t
        """;

    /// <summary>All situations, the one with the latest news first.</summary>
    /// <param name="latest">Of how many of its latest articles all but the articles is counted.</param>
    public static IReadOnlyList<SituationRow> Situations(this SqliteConnection store, int latest = int.MaxValue) =>
        [.. store.Query<SituationRow>(Select + " ORDER BY nullif(LastAt, '') DESC, t.id").Select(row => Counted(store, row, latest))];

    /// <inheritdoc cref="Situations"/>
    public static SituationRow? Situation(this SqliteConnection store, string slug, int latest = int.MaxValue) =>
        store.QuerySingleOrDefault<SituationRow>(Select + " WHERE t.slug = @slug", new { slug }) is { } row ? Counted(store, row, latest) : null;

    /// <summary>The situation's current articles, newest first, copies among them.</summary>
    public static IReadOnlyList<ArticleRow> ArticlesOfSituation(this SqliteConnection store, long situation, int limit) =>
        store.Query<ArticleRow>(ArticlesSql, new { situation, limit }).AsList();

    /// <summary>Who speaks in a situation, and how often; copies are counted once.</summary>
    /// <remarks>A party is an entity known across articles, else a speaker's name or description as the article gives it.</remarks>
    /// <param name="latest">In how many of its latest articles.</param>
    public static IReadOnlyList<PartyRow> Parties(this SqliteConnection store, long situation, int limit, int latest = int.MaxValue) =>
        store.Query<PartyRow>(
            $"""
            WITH {Members}
            SELECT coalesce(e.name, s.speaker) AS Name, min(s.entity_id) AS EntityId, e.type AS Type, count(*) AS Statements, min(a.published_at) AS FirstAt
            FROM latest m CROSS JOIN article a ON a.id = m.article_id CROSS JOIN statement s ON s.article_id = a.id LEFT JOIN entity e ON e.id = s.entity_id
            WHERE a.copy_of IS NULL AND coalesce(e.name, s.speaker) IS NOT NULL
            GROUP BY coalesce(e.name, s.speaker) ORDER BY count(*) DESC, min(a.published_at) LIMIT @limit
            """,
            new { situation, limit, latest }).AsList();

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

    private static SituationRow Counted(SqliteConnection store, SituationRow row, int latest)
    {
        var (stories, outlets, statements, alerts) = store.QuerySingle<(long, long, long, long)>(
            $"""
            WITH {Members}
            SELECT count(DISTINCT a.story_id), count(DISTINCT a.outlet),
                   total(iif(a.copy_of IS NULL, (SELECT count(*) FROM statement s WHERE s.article_id = a.id), 0)), total((SELECT count(*) FROM alert l WHERE l.article_id = a.id))
            FROM latest m CROSS JOIN article a ON a.id = m.article_id
            """,
            new { situation = row.Id, latest });
        return row with { Stories = stories, Outlets = outlets, Statements = statements, Alerts = alerts, IsCut = row.Articles > latest };
    }
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

    /// <summary>Whether it has more articles than those of which stories, outlets, statements and alerts are counted.</summary>
    public bool IsCut { get; init; }

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
