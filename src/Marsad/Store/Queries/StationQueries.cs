using Dapper;
using Marsad.Reading;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Reads how the station itself is doing: its sources, what is parked, what it has raised.</summary>
public static class StationQueries
{
    // Code points of context on either side of an alert's evidence: a sentence or so.
    private const int Around = 110;

    private const string SourceColumns = """
        SELECT s.id AS Id, s.feed_url AS FeedUrl, s.outlet AS Outlet, s.language AS Language, s.country AS Country, s.kind AS Kind, s.trust AS Trust, s.state AS State,
               s.polled_at AS PolledAt, s.next_poll_at AS NextPollAt, s.ok_at AS OkAt, s.failures AS Failures, s.interval_s AS IntervalSeconds, s.trouble_code AS TroubleCode, s.trouble AS Trouble,
               (SELECT max(e.at) FROM source_event e WHERE e.source_id = s.id AND e.what = 'recovered') AS RecoveredAt,
               (SELECT count(*) FROM article a WHERE a.source_id = s.id AND a.current = 1) AS Articles,
               (SELECT max(a.published_at) FROM article a WHERE a.source_id = s.id AND a.current = 1) AS LatestAt
        FROM source s
        """;

    public static IReadOnlyList<SourceRow> Sources(this SqliteConnection store) =>
        store.Query<SourceRow>(SourceColumns + " WHERE s.removed_at IS NULL ORDER BY s.failures DESC, s.outlet, s.id").AsList();

    /// <summary>Null if there is no such source, or no more.</summary>
    public static SourceRow? Source(this SqliteConnection store, long id) =>
        store.QueryFirstOrDefault<SourceRow>(SourceColumns + " WHERE s.id = @id AND s.removed_at IS NULL", new { id });

    /// <summary>What happened to a source, the latest first.</summary>
    public static IReadOnlyList<SourceEventRow> SourceEvents(this SqliteConnection store, long id) =>
        store.Query<SourceEventRow>("SELECT at AS At, what AS What, code AS Code, detail AS Detail FROM source_event WHERE source_id = @id ORDER BY id DESC", new { id }).AsList();

    /// <summary>Pages set aside, the latest first.</summary>
    public static IReadOnlyList<ParkedRow> ParkedPages(this SqliteConnection store, int limit, int offset = 0) =>
        store.Query<ParkedRow>(
            """
            SELECT id AS Id, work_id AS WorkId, url AS Url, digest AS Digest, room AS Room, code AS Code, detail AS Detail, attempts AS Attempts, input IS NOT NULL AS HasInput, analyzer AS Analyzer, parked_at AS ParkedAt
            FROM parked ORDER BY parked_at DESC, id DESC LIMIT @limit OFFSET @offset
            """,
            new { limit, offset }).AsList();

    public static long CountParked(this SqliteConnection store) => store.ExecuteScalar<long>("SELECT count(*) FROM parked");

    /// <summary>Pages that are known and not yet read.</summary>
    public static long CountWaiting(this SqliteConnection store) => store.ExecuteScalar<long>("SELECT count(*) FROM work WHERE state IN ('waiting', 'fetched')");

    private const string LatestAlerts = "SELECT l.* FROM alert l ORDER BY l.published_at DESC, l.id DESC LIMIT @limit OFFSET @offset";

    private const string LatestAlertsOfSituation =
        """
        SELECT l.* FROM situation_article m CROSS JOIN alert l ON l.article_id = m.article_id
        WHERE m.situation_id = @situation AND (SELECT alerts FROM situation WHERE id = @situation) > 0 ORDER BY m.published_at DESC, m.article_id DESC, l.id DESC LIMIT @limit OFFSET @offset
        """;

    /// <summary>Alerts, the latest news first, with the words that raised them.</summary>
    /// <param name="situation">Only of articles in this situation; null for all.</param>
    public static IReadOnlyList<AlertRow> Alerts(this SqliteConnection store, long? situation, int limit, int offset = 0) =>
        store.Query<AlertRow>(
            $"""
            WITH latest AS MATERIALIZED ({(situation is null ? LatestAlerts : LatestAlertsOfSituation)})
            SELECT l.id AS Id, l.watch AS Watch, l.story_id AS StoryId, l.article_id AS ArticleId, l.raised_at AS RaisedAt, l.reason AS Reason,
                   l.start AS Start, l.end AS End, a.title AS ArticleTitle, a.outlet AS Outlet, a.language AS Language, a.published AS Published, a.published_at AS PublishedAt,
                   substr(a.text, l.start + 1, l.end - l.start) AS Evidence,
                   substr(a.text, max(1, l.start + 1 - @Around), min(l.start, @Around)) AS Before,
                   substr(a.text, l.end + 1, @Around) AS After,
                   (SELECT s.local_id FROM statement s WHERE s.article_id = a.id AND s.start < l.end AND l.start < s.end ORDER BY s.end - s.start LIMIT 1) AS StatementId,
                   (SELECT count(*) FROM article k WHERE k.story_id = l.story_id AND k.current = 1) AS Articles
            FROM latest l CROSS JOIN (SELECT *, json_extract(CAST(record AS TEXT), '$.text') AS text FROM article) a ON a.id = l.article_id
            ORDER BY l.published_at DESC, l.id DESC
            """,
            new { situation, limit, offset, Around }).AsList();

    /// <summary>Puts a parked page back on the work list: what was fetched is walked again, what was not is fetched.</summary>
    /// <returns>False if it did not come from there; then it is tried again by its walk.</returns>
    public static bool PutBack(this StationStore store, long parkedId)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Write(writer =>
        {
            var back = writer.Execute(
                """
                UPDATE work SET state = iif(digest IS NULL, 'waiting', 'fetched'), attempts = 0, not_before = NULL
                WHERE id = (SELECT work_id FROM parked WHERE id = @parkedId)
                """,
                new { parkedId }) > 0;
            if (back) writer.Execute("DELETE FROM parked WHERE id = @parkedId", new { parkedId });
            return back;
        });
    }

    public static long CountAlerts(this SqliteConnection store) => store.ExecuteScalar<long>("SELECT count(*) FROM alert");
}

/// <summary>A followed source and how its last poll went.</summary>
public sealed record SourceRow
{
    public long Id { get; init; }

    public string FeedUrl { get; init; } = "";

    public string Outlet { get; init; } = "";

    public string? Language { get; init; }

    public string? Country { get; init; }

    /// <summary>"feed", "sitemap", "page" or "list".</summary>
    public string Kind { get; init; } = "feed";

    /// <summary>"high", "usual" or "low".</summary>
    public string Trust { get; init; } = "usual";

    /// <summary>"followed", "paused" or "ended".</summary>
    public string State { get; init; } = "followed";

    /// <summary>Between the last two polls; null before the second.</summary>
    public long? IntervalSeconds { get; init; }

    /// <summary>When it last answered again after it had failed; null if it never did.</summary>
    public string? RecoveredAt { get; init; }

    /// <summary>The last finished poll; null if there was none.</summary>
    public string? PolledAt { get; init; }

    public string? NextPollAt { get; init; }

    /// <summary>The last poll without trouble; null if there was none.</summary>
    public string? OkAt { get; init; }

    /// <summary>Failed polls in a row.</summary>
    public long Failures { get; init; }

    public string? TroubleCode { get; init; }

    public string? Trouble { get; init; }

    public long Articles { get; init; }

    /// <summary>The instant of its latest article; null if there is none.</summary>
    public string? LatestAt { get; init; }

    public DateTimeOffset? Polled => Instants.ParseOrNull(PolledAt);

    public DateTimeOffset? NextPoll => Instants.ParseOrNull(NextPollAt);

    public DateTimeOffset? Ok => Instants.ParseOrNull(OkAt);

    public DateTimeOffset? Latest => Instants.ParseOrNull(LatestAt);

    public DateTimeOffset? Recovered => Instants.ParseOrNull(RecoveredAt);
}

/// <summary>Something that happened to a source.</summary>
public sealed record SourceEventRow
{
    public string At { get; init; } = "";

    /// <summary>"trouble", "recovered", "moved", "ended" or "caught".</summary>
    public string What { get; init; } = "";

    /// <summary>Of the trouble that began or is over; null for other events.</summary>
    public string? Code { get; init; }

    public string? Detail { get; init; }

    public DateTimeOffset Instant => Instants.Parse(At);
}

/// <summary>A page that was set aside, and why.</summary>
public sealed record ParkedRow
{
    public long Id { get; init; }

    public long? WorkId { get; init; }

    public string Url { get; init; } = "";

    /// <summary>Null where nothing could be fetched.</summary>
    public string? Digest { get; init; }

    public string Room { get; init; } = "";

    public string Code { get; init; } = "";

    public string Detail { get; init; } = "";

    public string Analyzer { get; init; } = "";

    public string ParkedAt { get; init; } = "";

    /// <summary>How often it was tried.</summary>
    public long Attempts { get; init; }

    /// <summary>The article itself was kept, as it was given.</summary>
    public bool HasInput { get; init; }

    /// <summary>There is something to try again with.</summary>
    public bool CanBeTriedAgain => WorkId is not null || Digest is not null || HasInput;

    public DateTimeOffset Instant => Instants.Parse(ParkedAt);
}

/// <summary>An alert: its watch, its reason and its evidence.</summary>
public sealed record AlertRow
{
    public long Id { get; init; }

    public string Watch { get; init; } = "";

    public long StoryId { get; init; }

    public long ArticleId { get; init; }

    public string RaisedAt { get; init; } = "";

    /// <summary>JSON: which condition of the watch was met, in which words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where the evidence begins in the article's text, in code points.</summary>
    public long Start { get; init; }

    public long End { get; init; }

    /// <summary>The words between start and end.</summary>
    public string? Evidence { get; init; }

    /// <summary>What stands directly before the evidence; may begin in the middle of a word.</summary>
    public string Before { get; init; } = "";

    /// <summary>What stands directly after the evidence; may end in the middle of a word.</summary>
    public string After { get; init; } = "";

    /// <summary>The innermost statement that holds the evidence, such as "s3"; null if none does.</summary>
    public string? StatementId { get; init; }

    public string? ArticleTitle { get; init; }

    public string? Outlet { get; init; }

    public string? Language { get; init; }

    public string? Published { get; init; }

    public string PublishedAt { get; init; } = "";

    /// <summary>How many articles carry the story.</summary>
    public long Articles { get; init; }

    public PublicationTime Time => Instants.Time(Published, PublishedAt);

    public DateTimeOffset Instant => Instants.Parse(PublishedAt);
}
