using System.Text.Json;
using Dapper;
using Marsad.Relating.Entities;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>What people decide on who is who: two entities are one, or one is two. A decision wins over the machine, survives re-analysis and can be taken back.</summary>
public sealed class EntityDecisions
{
    private readonly StationStore _store;

    internal EntityDecisions(StationStore store) => _store = store;

    /// <summary>Says that two entities are one.</summary>
    /// <param name="kept">Whose name stays.</param>
    /// <param name="gone">Whose names, statements and stories become those of the other.</param>
    /// <returns>The decision's number; null where there are no two such entities of one type.</returns>
    public long? Merge(long kept, long gone, string who) => Decide<long?>(connection =>
    {
        var (one, other) = (Root(connection, kept), Root(connection, gone));
        if (one is null || other is null || one.Value.Id == other.Value.Id || one.Value.Type != other.Value.Type) return null;
        var decision = Insert(connection, "merge", one.Value.Id, other.Value.Id, [], who);
        Replay(connection);
        Rejoin(connection, [other.Value.Id]);
        return decision;
    }, who);

    /// <summary>Who speaks where the station itself finds, from a later article, that two entities are one.</summary>
    public const string Station = "marsad";

    /// <summary>Within a writing: two persons turn out to be one. Kept as a merge that people can take back, and not made where anybody has decided on the two.</summary>
    internal bool Recognise(long kept, long gone)
    {
        if (_store.Prepared("SELECT 1 FROM entity_decision WHERE (entity_id = $1 AND other_id = $2) OR (entity_id = $2 AND other_id = $1)").Value(kept, gone) is not null) return false;
        _store.Prepared("INSERT INTO entity_decision(kind, entity_id, other_id, what, who, decided_at) VALUES ('merge', $1, $2, '[]', $3, $4)")
            .Run(kept, gone, Station, Instant.ToText(_store.Clock.GetUtcNow()));
        _store.Prepared("UPDATE entity SET merged_into = $1 WHERE id = $2 OR id IN (SELECT other_id FROM entity_decision WHERE kind = 'merge' AND entity_id = $2 AND undone_at IS NULL)").Run(kept, gone);
        foreach (var table in (string[])["name", "statement"]) _store.Prepared($"UPDATE {table} SET entity_id = $1 WHERE entity_id = $2").Run(kept, gone);
        _store.Tallies.Move(gone, kept);
        return true;
    }

    /// <summary>Says that some of an entity's forms are another's.</summary>
    /// <param name="forms">As they are listed for the entity.</param>
    /// <returns>The decision's number; null where the entity has no such form, or no other.</returns>
    public long? SplitForms(long entity, IReadOnlyList<string> forms, string who) => Decide<long?>(connection =>
    {
        var folded = forms.Select(form => NameForm.Of(form).Folded).Distinct().ToList();
        var known = connection.Query<string>("SELECT folded FROM entity_variant WHERE entity_id = @entity", new { entity }).ToList();
        var off = known.Intersect(folded, StringComparer.Ordinal).ToList();
        if (off.Count == 0 || off.Count == known.Count) return null;
        var made = Make(connection, entity, forms[0]);
        var decision = Insert(connection, "split_forms", entity, made, off, who);
        Move(connection, entity, made, off);
        Rejoin(connection, [entity]);
        return decision;
    }, who);

    /// <summary>Says that the name in some articles is another's who merely shares it.</summary>
    /// <returns>The decision's number; null where the entity is not named in any of them.</returns>
    public long? SplitArticles(long entity, IReadOnlyList<long> articles, string who) => Decide<long?>(connection =>
    {
        var identities = connection.Query<string>(
            "SELECT DISTINCT a.identity FROM article a JOIN name n ON n.article_id = a.id WHERE n.entity_id = @entity AND a.id IN @articles", new { entity, articles }).ToList();
        if (identities.Count == 0) return null;
        var made = Make(connection, entity, connection.QuerySingle<string>("SELECT name FROM entity WHERE id = @entity", new { entity }));
        var decision = Insert(connection, "split_articles", entity, made, identities, who);
        Rejoin(connection, [entity]);
        return decision;
    }, who);

    /// <summary>Takes a decision back.</summary>
    /// <returns>Whether there was one that stood.</returns>
    public bool Undo(long decision, string who) => Decide<bool>(connection =>
    {
        var row = connection.QuerySingleOrDefault<EntityDecisionRow>(
            $"UPDATE entity_decision SET undone_by = @who, undone_at = @now WHERE id = @decision AND undone_at IS NULL RETURNING {EntityDecisionRow.Columns}",
            new { decision, who, now = Instant.ToText(_store.Clock.GetUtcNow()) });
        if (row is null) return false;
        if (row.Kind == "split_forms") Move(connection, row.OtherId, row.EntityId, row.Parts);
        Replay(connection);
        Rejoin(connection, [row.EntityId, row.OtherId]);
        return true;
    }, who);

    private T Decide<T>(Func<SqliteConnection, T> decide, string who)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        return _store.Write(decide);
    }

    private static (long Id, string Type)? Root(SqliteConnection connection, long id) => connection.QuerySingleOrDefault<(long, string)?>(
        "SELECT coalesce(merged_into, id), type FROM entity WHERE id = @id", new { id });

    private static long Make(SqliteConnection connection, long like, string name) => connection.ExecuteScalar<long>(
        "INSERT INTO entity(type, name) SELECT type, @name FROM entity WHERE id = @like RETURNING id", new { like, name });

    private long Insert(SqliteConnection connection, string kind, long entity, long other, IReadOnlyList<string> what, string who) => connection.ExecuteScalar<long>(
        "INSERT INTO entity_decision(kind, entity_id, other_id, what, who, decided_at) VALUES (@kind, @entity, @other, @what, @who, @now) RETURNING id",
        new { kind, entity, other, what = JsonSerializer.Serialize(what), who = who.Trim(), now = Instant.ToText(_store.Clock.GetUtcNow()) });

    private static void Move(SqliteConnection connection, long from, long to, IEnumerable<string> forms) =>
        connection.Execute("UPDATE OR IGNORE entity_variant SET entity_id = @to WHERE entity_id = @from AND folded IN @forms", new { from, to, forms });

    // From the first decision on: of those that stand, a later merge may build on an earlier one.
    private static void Replay(SqliteConnection connection)
    {
        connection.Execute("UPDATE entity SET merged_into = NULL WHERE merged_into IS NOT NULL");
        foreach (var (kept, gone) in connection.Query<(long, long)>("SELECT entity_id, other_id FROM entity_decision WHERE kind = 'merge' AND undone_at IS NULL ORDER BY id").ToList())
        {
            if (Root(connection, kept) is not { } root || root.Id == gone) continue;
            connection.Execute("UPDATE entity SET merged_into = @Id WHERE (id = @gone OR merged_into = @gone) AND id <> @Id", new { root.Id, gone });
        }
    }

    // Names are joined anew in every article that names them.
    private void Rejoin(SqliteConnection connection, IReadOnlyList<long> entities)
    {
        var articles = connection.Query<long>(
            "SELECT DISTINCT article_id FROM name WHERE entity_id IN @entities OR entity_id IN (SELECT merged_into FROM entity WHERE id IN @entities) ORDER BY 1", new { entities }).ToList();
        foreach (var article in articles) _store.Articles.Relay(article);
    }
}

/// <summary>A decision on who is who.</summary>
public sealed record EntityDecisionRow
{
    internal const string Columns = "id AS Id, kind AS Kind, entity_id AS EntityId, other_id AS OtherId, what AS What, who AS Who, decided_at AS At, undone_by AS UndoneBy, undone_at AS UndoneAt";

    public long Id { get; init; }

    /// <summary>"merge", "split_forms" or "split_articles".</summary>
    public string Kind { get; init; } = "";

    public long EntityId { get; init; }

    public long OtherId { get; init; }

    /// <summary>JSON array of what was split off.</summary>
    public string What { get; init; } = "[]";

    public string Who { get; init; } = "";

    public string At { get; init; } = "";

    public string? UndoneBy { get; init; }

    public string? UndoneAt { get; init; }

    internal IReadOnlyList<string> Parts => JsonSerializer.Deserialize<List<string>>(What)!;
}
