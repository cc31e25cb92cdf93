using Dapper;
using Marsad.Relating.Entities;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Reads persons, bodies and places that are known across articles.</summary>
public static class EntityQueries
{
    /// <summary>The entity; where a person merged it into another, that one. Null if there is none.</summary>
    public static EntityRow? Entity(this SqliteConnection store, long id) => store.QuerySingleOrDefault<EntityRow>(
        """
        SELECT e.id AS Id, e.type AS Type, e.name AS Name,
               (SELECT count(DISTINCT n.article_id) FROM name n JOIN article a ON a.id = n.article_id WHERE n.entity_id = e.id AND a.current = 1) AS Articles
        FROM entity e WHERE e.id = (SELECT coalesce(merged_into, id) FROM entity WHERE id = @id)
        """,
        new { id });

    /// <summary>Entities that are known by these words, whole or in part, those with the most articles first.</summary>
    public static IReadOnlyList<EntityRow> EntitiesCalled(this SqliteConnection store, string name, int limit)
    {
        var words = NameForm.Of(name).Words.Select(word => new string([.. word.Where(char.IsLetterOrDigit)])).Where(word => word.Length > 0).ToList();
        if (words.Count == 0) return [];
        return store.Query<EntityRow>(
            """
            SELECT e.id AS Id, e.type AS Type, e.name AS Name, (SELECT count(DISTINCT n.article_id) FROM name n WHERE n.entity_id = e.id) AS Articles
            FROM entity e WHERE e.id IN (SELECT coalesce(k.merged_into, k.id) FROM entity_search s JOIN entity k ON k.id = s.entity_id WHERE entity_search MATCH @match LIMIT 500)
            ORDER BY 4 DESC, e.id LIMIT @limit
            """,
            new { match = string.Join(" AND ", words.Select(word => $"\"{word}\"")), limit }).AsList();
    }

    /// <summary>Every form that the entity is known by, as first written.</summary>
    public static IReadOnlyList<string> FormsOf(this SqliteConnection store, long entity) => store.Query<string>(
        "SELECT v.surface FROM entity_variant v JOIN entity e ON e.id = v.entity_id WHERE coalesce(e.merged_into, e.id) = @entity ORDER BY v.surface", new { entity }).AsList();

    /// <summary>In which roles the entity speaks, since when and until when, and according to whom; the latest first.</summary>
    public static IReadOnlyList<RoleRow> RolesOf(this SqliteConnection store, long entity) => store.Query<RoleRow>(
        """
        SELECT s.role AS Role, min(a.published_at) AS FirstAt, max(a.published_at) AS LastAt, count(*) AS Statements, group_concat(DISTINCT a.outlet) AS Outlets, min(a.id) AS ArticleId
        FROM statement s JOIN article a ON a.id = s.article_id
        WHERE s.entity_id = @entity AND s.role IS NOT NULL AND a.current = 1 GROUP BY s.role ORDER BY max(a.published_at) DESC, count(*) DESC LIMIT 40
        """,
        new { entity }).AsList();

    /// <summary>What the entity said, the latest first; copies are left out and counted.</summary>
    public static IReadOnlyList<StatementRow> StatementsOfEntity(this SqliteConnection store, long entity, int limit, int offset = 0) => store.Query<StatementRow>(
        $"""
        SELECT {StatementRow.Columns} FROM statement s JOIN article a ON a.id = s.article_id LEFT JOIN entity e ON e.id = s.entity_id
        WHERE s.entity_id = @entity AND a.current = 1 AND a.copy_of IS NULL ORDER BY a.published_at DESC, s.id LIMIT @limit OFFSET @offset
        """,
        new { entity, limit, offset }).AsList();

    /// <summary>Articles that name the entity, the latest first; copies are left out and counted.</summary>
    public static IReadOnlyList<ArticleRow> ArticlesNaming(this SqliteConnection store, long entity, int limit) => store.Query<ArticleRow>(
        $"""
        SELECT {ArticleRow.Columns} FROM article a WHERE a.current = 1 AND a.copy_of IS NULL AND a.id IN (SELECT article_id FROM name WHERE entity_id = @entity)
        ORDER BY a.published_at DESC, a.id DESC LIMIT @limit
        """,
        new { entity, limit }).AsList();

    /// <summary>Stories in which the entity is named, the latest first.</summary>
    public static IReadOnlyList<StoryRow> StoriesOf(this SqliteConnection store, long entity, int limit) => store.Query<StoryRow>(
        """
        SELECT DISTINCT t.id AS Id, t.title AS Title, t.first_at AS FirstAt, t.last_at AS LastAt
        FROM name n JOIN article a ON a.id = n.article_id JOIN story t ON t.id = a.story_id WHERE n.entity_id = @entity AND a.current = 1 ORDER BY t.last_at DESC LIMIT @limit
        """,
        new { entity, limit }).AsList();

    /// <summary>What people decided on the entity, taken back or not, the latest first.</summary>
    public static IReadOnlyList<EntityDecisionRow> DecisionsOnEntity(this SqliteConnection store, long entity) => store.Query<EntityDecisionRow>(
        $"SELECT {EntityDecisionRow.Columns} FROM entity_decision WHERE entity_id = @entity OR other_id = @entity ORDER BY id DESC", new { entity }).AsList();
}

/// <summary>A person, body or place that is known across articles.</summary>
public sealed record EntityRow
{
    public long Id { get; init; }

    /// <summary>PER, ORG or LOC.</summary>
    public string Type { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>How many current articles name it.</summary>
    public long Articles { get; init; }
}

/// <summary>A role that an entity spoke in.</summary>
public sealed record RoleRow
{
    public string Role { get; init; } = "";

    public string FirstAt { get; init; } = "";

    public string LastAt { get; init; } = "";

    public long Statements { get; init; }

    /// <summary>Separated by commas.</summary>
    public string? Outlets { get; init; }

    /// <summary>The first article that gives it.</summary>
    public long ArticleId { get; init; }

    public DateTimeOffset First => Instants.Parse(FirstAt);

    public DateTimeOffset Last => Instants.Parse(LastAt);
}
