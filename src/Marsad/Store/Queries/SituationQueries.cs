using Dapper;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Reads situations for the desk: what a user follows, its stories, parties, statements and figures.</summary>
public static class SituationQueries
{
    private const string InSituation = "a.id IN (SELECT article_id FROM situation_article WHERE situation_id = @situation) AND a.current = 1";

    private const string Select =
        """
        SELECT t.id AS Id, t.slug AS Slug, t.title_ar AS TitleAr, t.title_en AS TitleEn, t.terms AS Terms, t.from_day AS FromDay, t.to_day AS ToDay,
               count(a.id) AS Articles, count(DISTINCT a.story_id) AS Stories, count(DISTINCT a.outlet) AS Outlets,
               coalesce(min(a.published_at), '') AS FirstAt, coalesce(max(a.published_at), '') AS LastAt,
               (SELECT count(*) FROM statement s JOIN article b ON b.id = s.article_id JOIN situation_article m ON m.article_id = b.id
                WHERE m.situation_id = t.id AND b.current = 1 AND b.copy_of IS NULL) AS Statements,
               (SELECT count(*) FROM alert l JOIN situation_article m ON m.article_id = l.article_id WHERE m.situation_id = t.id) AS Alerts
        FROM situation t
        LEFT JOIN situation_article m ON m.situation_id = t.id
        LEFT JOIN article a ON a.id = m.article_id AND a.current = 1
        """;

    /// <summary>All situations, the one with the latest news first.</summary>
    public static IReadOnlyList<SituationRow> Situations(this SqliteConnection store) =>
        store.Query<SituationRow>(Select + " GROUP BY t.id ORDER BY max(a.published_at) DESC, t.id").AsList();

    public static SituationRow? Situation(this SqliteConnection store, string slug) =>
        store.QuerySingleOrDefault<SituationRow>(Select + " WHERE t.slug = @slug GROUP BY t.id", new { slug });

    /// <summary>The situation's current articles, newest first, copies among them.</summary>
    public static IReadOnlyList<ArticleRow> ArticlesOfSituation(this SqliteConnection store, long situation, int limit) =>
        store.Query<ArticleRow>(
            $"SELECT {ArticleRow.Columns} FROM article a WHERE {InSituation} ORDER BY a.published_at DESC, a.id DESC LIMIT @limit", new { situation, limit }).AsList();

    /// <summary>Who speaks in a situation, and how often; copies are counted once.</summary>
    /// <remarks>A party is an entity known across articles, else a speaker's name or description as the article gives it.</remarks>
    public static IReadOnlyList<PartyRow> Parties(this SqliteConnection store, long situation, int limit) =>
        store.Query<PartyRow>(
            $"""
            SELECT coalesce(e.name, s.speaker) AS Name, min(s.entity_id) AS EntityId, e.type AS Type, count(*) AS Statements, min(a.published_at) AS FirstAt
            FROM statement s JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id
            WHERE {InSituation} AND a.copy_of IS NULL AND coalesce(e.name, s.speaker) IS NOT NULL
            GROUP BY coalesce(e.name, s.speaker) ORDER BY count(*) DESC, min(a.published_at) LIMIT @limit
            """,
            new { situation, limit }).AsList();

    /// <summary>Statements of a situation, newest first; copies are left out and counted.</summary>
    /// <param name="party">Only of this party; null for all.</param>
    /// <param name="type">Only of this act, such as "call"; null for all.</param>
    public static IReadOnlyList<StatementRow> StatementsOfSituation(this SqliteConnection store, long situation, string? party, string? type, int limit, int offset = 0) =>
        store.Query<StatementRow>(
            $"""
            SELECT {StatementRow.Columns} FROM statement s JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id
            WHERE {InSituation} AND a.copy_of IS NULL
              AND (@party IS NULL OR coalesce(e.name, s.speaker) = @party) AND (@type IS NULL OR s.type = @type)
            ORDER BY a.published_at DESC, s.article_id DESC, s.id LIMIT @limit OFFSET @offset
            """,
            new { situation, party, type, limit, offset }).AsList();

    /// <summary>Figures of a situation in the order they were published; copies are left out and counted.</summary>
    public static IReadOnlyList<FigureRow> FiguresOfSituation(this SqliteConnection store, long situation, int limit) =>
        store.Query<FigureRow>(
            $"""
            SELECT {FigureRow.Columns} FROM figure f JOIN article a ON a.id = f.article_id LEFT JOIN statement s ON s.id = f.statement_id
            WHERE {InSituation} AND a.copy_of IS NULL ORDER BY a.published_at, f.id LIMIT @limit
            """,
            new { situation, limit }).AsList();
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
