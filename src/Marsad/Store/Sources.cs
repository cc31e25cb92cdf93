using Dapper;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>An outlet's feed that is to be followed.</summary>
/// <param name="Outlet">The outlet's name for people.</param>
/// <param name="Language">BCP 47 tag such as "ar"; null if unknown.</param>
/// <param name="Country">ISO 3166 code such as "KZ"; null if unknown.</param>
public sealed record NewSource(Uri FeedUrl, string Outlet, string? Language = null, string? Country = null);

/// <summary>A followed source, as the collector needs it; how it fares is read by the desk's queries.</summary>
public sealed record Source(long Id, Uri FeedUrl, string Outlet, string? Language)
{
    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>Failed polls in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Between the last two polls; null before the second.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>"followed", "paused", or "ended" when the host said that it is gone for good.</summary>
    public string State { get; init; } = "followed";

    /// <summary>Trouble of the last poll; null if it went well or never was.</summary>
    public Trouble? Trouble { get; init; }
}

/// <summary>How a poll ended.</summary>
/// <param name="NextAt">When to poll again.</param>
/// <param name="Trouble">Null clears the trouble that the source had.</param>
/// <param name="Failed">Whether nothing could be read at all.</param>
internal sealed record PollEnd(DateTimeOffset NextAt, TimeSpan Interval, Trouble? Trouble, bool Failed)
{
    /// <summary>What the host says the feed's bytes are known by; null leaves what was known.</summary>
    public (string? ETag, string? LastModified)? Seen { get; init; }

    /// <summary>Where the feed lives from now on; null if it has not moved.</summary>
    public Uri? MovedTo { get; init; }

    public bool Ended { get; init; }
}

/// <summary>The sources that are followed.</summary>
public sealed class Sources
{
    private const string Columns = "id, feed_url, outlet, language, etag, last_modified, failures, interval_s, state, trouble_code, trouble";

    private readonly StationStore _store;

    internal Sources(StationStore store) => _store = store;

    /// <summary>Follows a feed; one that is followed already keeps its history and takes the new name.</summary>
    /// <returns>Its id, and whether it is new.</returns>
    public (long Id, bool IsNew) Add(NewSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _store.Write(db =>
        {
            var feed = source.FeedUrl.AbsoluteUri;
            var known = db.ExecuteScalar<long?>("SELECT id FROM source WHERE feed_url = @feed", new { feed });
            var row = new { feed, source.Outlet, source.Language, source.Country, now = Now(), known };
            if (known is { } id) db.Execute("UPDATE source SET outlet = @Outlet, language = coalesce(@Language, language), country = coalesce(@Country, country) WHERE id = @known", row);
            else id = db.ExecuteScalar<long>("INSERT INTO source(feed_url, outlet, language, country, added_at) VALUES (@feed, @Outlet, @Language, @Country, @now) RETURNING id", row);
            return (id, known is null);
        });
    }

    public IReadOnlyList<Source> All() => _store.Read(db => Rows(db, "ORDER BY outlet, id", null));

    /// <summary>Sources whose next poll is due, the longest overdue first.</summary>
    internal IReadOnlyList<Source> Due(DateTimeOffset now) => _store.Read(db =>
        Rows(db, "WHERE state = 'followed' AND (next_poll_at IS NULL OR next_poll_at <= @now) ORDER BY next_poll_at, id", new { now = Instant.ToText(now) }));

    internal Source? Find(long id) => _store.Read(db => Rows(db, "WHERE id = @id", new { id }).SingleOrDefault());

    /// <summary>Pauses a source or follows it again, at once.</summary>
    /// <returns>False if there is no such source.</returns>
    public bool Pause(long id, bool paused) => _store.Write(db =>
        db.Execute("UPDATE source SET state = @state, next_poll_at = NULL WHERE id = @id", new { id, state = paused ? "paused" : "followed" })) > 0;

    internal void Polled(Source source, PollEnd end) => _store.Write(db =>
    {
        var values = new
        {
            source.Id,
            now = Now(),
            next = Instant.ToText(end.NextAt),
            interval = (long)end.Interval.TotalSeconds,
            end.Failed,
            code = end.Trouble?.Code,
            detail = end.Trouble?.Detail,
            state = end.Ended ? "ended" : null,
            keep = end.Seen is null,
            etag = end.Seen?.ETag,
            modified = end.Seen?.LastModified,
            moved = end.MovedTo?.AbsoluteUri,
        };
        db.Execute(
            """
            UPDATE source SET polled_at = @now, next_poll_at = @next, interval_s = @interval, trouble_code = @code, trouble = @detail,
                ok_at = CASE WHEN @Failed THEN ok_at ELSE @now END, failures = CASE WHEN @Failed THEN failures + 1 ELSE 0 END,
                state = coalesce(@state, state),
                etag = CASE WHEN @keep THEN etag ELSE @etag END, last_modified = CASE WHEN @keep THEN last_modified ELSE @modified END
            WHERE id = @Id
            """, values);
        if (end.MovedTo is not null) db.Execute("UPDATE OR IGNORE source SET feed_url = @moved WHERE id = @Id", values);
    });

    private string Now() => Instant.ToText(_store.Clock.GetUtcNow());

    private static List<Source> Rows(SqliteConnection db, string clause, object? values) =>
        [.. db.Query($"SELECT {Columns} FROM source {clause}", values).Select(row => ToSource(row)).Cast<Source>()];

    private static Source ToSource(dynamic row) => new((long)row.id, new Uri((string)row.feed_url), (string)row.outlet, (string?)row.language)
    {
        ETag = row.etag,
        LastModified = row.last_modified,
        Failures = (int)(long)row.failures,
        State = row.state,
        Interval = row.interval_s is long seconds ? TimeSpan.FromSeconds(seconds) : null,
        Trouble = row.trouble_code is string code ? new Trouble(code, (string?)row.trouble ?? "") : null,
    };
}
