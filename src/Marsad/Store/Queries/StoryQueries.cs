using Dapper;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Reads stories: the articles on one happening, where it is and who speaks of it.</summary>
public static class StoryQueries
{
    // What speaks for a story: its current articles without the copies; of a story that never ends the first so many.
    private const string Accounts = "WITH account AS MATERIALIZED (SELECT id, published_at FROM article WHERE story_id = @story AND current = 1 AND copy_of IS NULL ORDER BY published_at, id LIMIT 200)";

    /// <summary>Null if there is no such story.</summary>
    public static StoryRow? Story(this SqliteConnection store, long id) =>
        store.QuerySingleOrDefault<StoryRow>("SELECT id AS Id, title AS Title, first_at AS FirstAt, last_at AS LastAt FROM story WHERE id = @id", new { id });

    /// <summary>The current articles of a story, in the order they appeared.</summary>
    public static IReadOnlyList<ArticleRow> ArticlesOfStory(this SqliteConnection store, long story) =>
        store.Query<ArticleRow>(
            $"SELECT {ArticleRow.Columns} FROM article a WHERE a.story_id = @story AND a.current = 1 ORDER BY a.published_at, a.id LIMIT 200", new { story }).AsList();

    /// <summary>The places that its articles name, those that most of them name first; copies are counted once.</summary>
    public static IReadOnlyList<StoryPlaceRow> PlacesOfStory(this SqliteConnection store, long story, int limit) => store.Query<StoryPlaceRow>(
        $"""
        {Accounts} SELECT coalesce(e.name, n.name) AS Name, n.entity_id AS EntityId, count(DISTINCT a.id) AS Articles
        FROM account a CROSS JOIN name n ON n.article_id = a.id LEFT JOIN entity e ON e.id = n.entity_id
        WHERE n.type = 'LOC' GROUP BY coalesce(n.entity_id, n.name) ORDER BY 3 DESC, min(n.id) LIMIT @limit
        """,
        new { story, limit }).AsList();

    /// <summary>Who speaks in it, and how often; copies are counted once.</summary>
    public static IReadOnlyList<PartyRow> PartiesOfStory(this SqliteConnection store, long story, int limit) => store.Query<PartyRow>(
        $"""
        {Accounts} SELECT coalesce(e.name, s.speaker) AS Name, max(s.entity_id) AS EntityId, max(e.type) AS Type, count(*) AS Statements, min(a.published_at) AS FirstAt
        FROM account a CROSS JOIN statement s ON s.article_id = a.id LEFT JOIN entity e ON e.id = s.entity_id
        WHERE coalesce(e.name, s.speaker) IS NOT NULL GROUP BY 1 ORDER BY 4 DESC, 5, 1 LIMIT @limit
        """,
        new { story, limit }).AsList();
}

/// <summary>A story: the articles on one happening.</summary>
public sealed record StoryRow
{
    public long Id { get; init; }

    /// <summary>The headline that it began with.</summary>
    public string Title { get; init; } = "";

    /// <summary>The instant of its first article.</summary>
    public string FirstAt { get; init; } = "";

    /// <summary>The instant of its latest article.</summary>
    public string LastAt { get; init; } = "";

    public DateTimeOffset First => Instants.Parse(FirstAt);

    public DateTimeOffset Last => Instants.Parse(LastAt);
}

/// <summary>A place that articles of a story name.</summary>
public sealed record StoryPlaceRow
{
    public string Name { get; init; } = "";

    public long? EntityId { get; init; }

    /// <summary>How many of them name it.</summary>
    public long Articles { get; init; }
}
