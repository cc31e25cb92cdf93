using Dapper;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>The sources that are followed.</summary>
public sealed class Sources
{
    private const string Columns = "id, feed_url, outlet, language, country, kind, trust, etag, last_modified, failures, interval_s, state, trouble_code, trouble, ok_at, missed_since";

    private readonly StationStore _store;

    internal Sources(StationStore store) => _store = store;

    /// <summary>Follows a source; one that is followed already, or was before it was removed, keeps its history and takes the new name.</summary>
    /// <returns>Its id, and whether it is new.</returns>
    public (long Id, bool IsNew) Add(NewSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _store.Write(db =>
        {
            var feed = source.FeedUrl.AbsoluteUri;
            var row = new { feed, source.Outlet, source.Language, source.Country, kind = Name(source.Kind), trust = Name(source.Trust), now = Now() };
            var known = db.QueryFirstOrDefault<(long Id, string? Removed)?>("SELECT id, removed_at FROM source WHERE feed_url = @feed", row);
            if (known is not { } found) return (db.ExecuteScalar<long>(
                """
                INSERT INTO source(feed_url, outlet, language, country, kind, trust, added_at)
                VALUES (@feed, @Outlet, @Language, @Country, @kind, @trust, @now) RETURNING id
                """, row), true);
            db.Execute(
                """
                UPDATE source SET outlet = @Outlet, language = coalesce(@Language, language), country = coalesce(@Country, country), kind = @kind, trust = @trust,
                    state = iif(removed_at IS NULL, state, 'followed'), next_poll_at = iif(removed_at IS NULL, next_poll_at, NULL), removed_at = NULL
                WHERE feed_url = @feed
                """, row);
            return (found.Id, found.Removed is not null);
        });
    }

    public IReadOnlyList<Source> All() => _store.Read(db => Rows(db, "WHERE removed_at IS NULL ORDER BY outlet, id", null));

    /// <summary>Null if there is no such source, or no more.</summary>
    public Source? Find(long id) => _store.Read(db => Rows(db, "WHERE id = @id AND removed_at IS NULL", new { id }).SingleOrDefault());

    /// <summary>Takes over what a person says of a source.</summary>
    /// <returns>False if there is no such source.</returns>
    public bool Change(long id, SourceChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _store.Write(db => db.Execute(
            """
            UPDATE source SET outlet = coalesce(@Outlet, outlet), language = coalesce(@Language, language), country = coalesce(@Country, country), trust = coalesce(@trust, trust)
            WHERE id = @id AND removed_at IS NULL
            """, new { id, change.Outlet, change.Language, change.Country, trust = change.Trust is { } trust ? Name(trust) : null })) > 0;
    }

    /// <summary>Pauses a source or follows it again, at once.</summary>
    /// <returns>False if there is no such source.</returns>
    public bool Pause(long id, bool paused) => _store.Write(db => db.Execute(
        "UPDATE source SET state = @state, next_poll_at = NULL WHERE id = @id AND removed_at IS NULL", new { id, state = paused ? "paused" : "followed" })) > 0;

    /// <summary>Makes a followed source due now, whatever was planned.</summary>
    /// <returns>False if no such source is followed.</returns>
    public bool PollNow(long id) => _store.Write(db => db.Execute(
        "UPDATE source SET next_poll_at = NULL WHERE id = @id AND removed_at IS NULL AND state = 'followed'", new { id })) > 0;

    /// <summary>Follows a source no more and lists it no more. What came from it stays and goes on naming it; pages it named that were not fetched yet are dropped.</summary>
    /// <returns>False if there is no such source.</returns>
    public bool Remove(long id) => _store.Write(db =>
    {
        if (db.Execute("UPDATE source SET removed_at = @now, state = 'paused', next_poll_at = NULL WHERE id = @id AND removed_at IS NULL", new { id, now = Now() }) == 0) return false;
        db.Execute("DELETE FROM work WHERE source_id = @id AND state = 'waiting' AND id NOT IN (SELECT work_id FROM parked WHERE work_id IS NOT NULL)", new { id });
        db.Execute("UPDATE work SET recheck_at = NULL WHERE source_id = @id", new { id });
        return true;
    });

    /// <summary>Sources whose next poll is due, the longest overdue first.</summary>
    internal IReadOnlyList<Source> Due(DateTimeOffset now) => _store.Read(db =>
        Rows(db, "WHERE state = 'followed' AND removed_at IS NULL AND (next_poll_at IS NULL OR next_poll_at <= @now) ORDER BY next_poll_at, id", new { now = Instant.ToText(now) }));

    /// <summary>These sources, also those that were removed since.</summary>
    internal Dictionary<long, Source> Of(IEnumerable<long> ids) =>
        _store.Read(db => Rows(db, "WHERE id IN @ids", new { ids = ids.Distinct().ToList() })).ToDictionary(source => source.Id);

    internal void Polled(Source source, PollEnd end) => _store.Write(db =>
    {
        SourceEvents.Note(db, source, end, _store.Clock.GetUtcNow());
        var values = Values(source, end);
        db.Execute(
            """
            UPDATE source SET polled_at = @now, next_poll_at = @next, interval_s = @interval, trouble_code = @code, trouble = @detail,
                ok_at = CASE WHEN @Failed THEN ok_at ELSE @now END, failures = CASE WHEN @Failed THEN failures + 1 ELSE 0 END,
                state = coalesce(@state, state), kind = coalesce(@kind, kind), missed_since = coalesce(missed_since, @missed),
                etag = CASE WHEN @keep THEN etag ELSE @etag END, last_modified = CASE WHEN @keep THEN last_modified ELSE @modified END
            WHERE id = @Id
            """, values);
        if (end.MovedTo is not null) db.Execute("UPDATE OR IGNORE source SET feed_url = @moved WHERE id = @Id", values);
    });

    /// <summary>The sitemaps were asked for what the feed had lost.</summary>
    /// <param name="trouble">Why nothing can have been found; null where it can.</param>
    internal void CaughtUp(Source source, int pages, Trouble? trouble) => _store.Write(db =>
    {
        db.Execute("UPDATE source SET missed_since = NULL WHERE id = @Id", new { source.Id });
        var now = _store.Clock.GetUtcNow();
        if (trouble is not null) SourceEvents.Add(db, source.Id, now, "trouble", trouble.Code, trouble.Detail);
        else if (pages > 0) SourceEvents.Add(db, source.Id, now, "caught", null, $"{pages}");
    });

    private object Values(Source source, PollEnd end) => new
    {
        source.Id,
        now = Now(),
        next = Instant.ToText(end.NextAt),
        interval = (long)end.Interval.TotalSeconds,
        end.Failed,
        code = end.Trouble?.Code,
        detail = end.Trouble?.Detail,
        state = end.Ended ? "ended" : null,
        kind = end.Kind is { } kind ? Name(kind) : null,
        missed = end.MissedSince is { } since ? Instant.ToText(since) : null,
        keep = end.Seen is null,
        etag = end.Seen?.ETag,
        modified = end.Seen?.LastModified,
        moved = end.MovedTo?.AbsoluteUri,
    };

    private string Now() => Instant.ToText(_store.Clock.GetUtcNow());

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static List<Source> Rows(SqliteConnection db, string clause, object? values) =>
        [.. db.Query($"SELECT {Columns} FROM source {clause}", values).Select(row => ToSource(row)).Cast<Source>()];

    private static Source ToSource(dynamic row) => new((long)row.id, new Uri((string)row.feed_url), (string)row.outlet, (string?)row.language)
    {
        Kind = Enum.Parse<SourceKind>((string)row.kind, ignoreCase: true),
        Trust = Enum.Parse<SourceTrust>((string)row.trust, ignoreCase: true),
        Country = row.country,
        ETag = row.etag,
        LastModified = row.last_modified,
        Failures = (int)(long)row.failures,
        State = row.state,
        Interval = row.interval_s is long seconds ? TimeSpan.FromSeconds(seconds) : null,
        Trouble = row.trouble_code is string code ? new Trouble(code, (string?)row.trouble ?? "") : null,
        OkAt = row.ok_at is string ok ? Instant.Parse(ok) : null,
        MissedSince = row.missed_since is string missed ? Instant.Parse(missed) : null,
    };
}
