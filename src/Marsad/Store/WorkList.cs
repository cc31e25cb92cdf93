using System.Globalization;
using Dapper;
using Marsad.Archive;
using Marsad.Feeds;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>Where a page on the work list stands.</summary>
internal enum WorkState
{
    /// <summary>Named by a feed, not yet fetched.</summary>
    Waiting,

    /// <summary>In the archive, its walk not yet ended.</summary>
    Fetched,

    /// <summary>An article of the store.</summary>
    Filed,

    /// <summary>Set aside with its reason.</summary>
    Parked,

    /// <summary>Walked to its end, and nothing came of it: no article, or nothing new.</summary>
    Skipped,
}

/// <summary>A page on the work list.</summary>
/// <param name="Digest">Of its last capture; null before the first.</param>
/// <param name="Attempts">Failed fetches so far.</param>
/// <param name="Rechecks">How often it was looked at again after its walk had ended.</param>
internal sealed record WorkItem(long Id, Source Source, Uri Url, WorkState State, Digest? Digest, int Attempts, int Rechecks)
{
    /// <summary>When the feed says the page was published; null if it does not say.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When the feed says the page was last changed; null if it does not say.</summary>
    public DateTimeOffset? Updated { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    // Changed within this time of being met, a page may well be new.
    private static readonly TimeSpan News = TimeSpan.FromDays(2);

    /// <summary>When the page was last changed, by the feed or the host, if that was long before <paramref name="met"/>: it is no news, whenever it is met. Else null.</summary>
    public DateTimeOffset? ChangedBefore(DateTimeOffset met)
    {
        // RFC 9110 §5.6.7: the one form that hosts are to write.
        var said = DateTimeOffset.TryParseExact(LastModified, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var host) ? host : (DateTimeOffset?)null;
        var changed = Updated < said || said is null ? Updated : said;
        return changed < met - News ? changed : null;
    }
}

/// <summary>
/// The pages that sources named, until the walk of each has ended. It is what makes a killed process continue: a page enters once, and every step it has
/// made is a row that stood before the next step began.
/// </summary>
internal sealed class WorkList(StationStore store)
{
    private const string Due = """
        SELECT id, source_id, url, state, digest, attempts, rechecks, published, updated, etag, last_modified FROM (
            SELECT *, row_number() OVER (PARTITION BY host ORDER BY id) AS place FROM (
                SELECT * FROM work WHERE state IN ('waiting', 'fetched') AND source_id IS NOT NULL AND (not_before IS NULL OR not_before <= @now)
                UNION ALL
                SELECT * FROM work WHERE recheck_at <= @now AND state NOT IN ('waiting', 'fetched') AND source_id IS NOT NULL))
        WHERE place <= @perHost ORDER BY place, id LIMIT @limit
        """;

    /// <summary>Puts on the list what is new: pages never seen, and versions that the feed says are newer than the one seen.</summary>
    /// <returns>How many entered.</returns>
    public int Enqueue(Source source, IEnumerable<FeedEntry> entries) => store.Write(db => Once(entries).Sum(entry => Enqueue(db, source, entry)));

    /// <summary>Pages to be fetched, walked or looked at again now, a few of each host: no host's backlog holds up the others.</summary>
    public IReadOnlyList<WorkItem> DueItems(DateTimeOffset now, int perHost, int limit)
    {
        var rows = store.Read(db => db.Query(Due, new { now = Instant.ToText(now), perHost, limit }).AsList());
        if (rows.Count == 0) return [];
        var sources = store.Sources.Of(rows.Select(row => (long)row.source_id));
        return [.. rows.Select(row => ToItem(row, sources)).Cast<WorkItem>()];
    }

    /// <summary>The capture stands in the archive: from here on the page needs no network.</summary>
    public void Fetched(long id, Digest digest, string? etag, string? lastModified) => store.Write(db => db.Execute(
        "UPDATE work SET state = 'fetched', digest = @digest, etag = @etag, last_modified = @lastModified, not_before = NULL, attempts = 0 WHERE id = @id",
        new { id, digest = digest.ToString(), etag, lastModified }));

    /// <summary>The walk has ended.</summary>
    /// <param name="recheckAt">When to look whether the page was edited; null for never again.</param>
    public void Ended(long id, WorkState state, DateTimeOffset? recheckAt) => store.Write(db => db.Execute(
        "UPDATE work SET state = @state, recheck_at = @at, not_before = NULL WHERE id = @id",
        new { id, state = Name(state), at = recheckAt is { } at ? Instant.ToText(at) : null }));

    /// <summary>The page was looked at again; whatever came of it, the next look is set.</summary>
    public void Rechecked(long id, DateTimeOffset? next) => store.Write(db => db.Execute(
        "UPDATE work SET rechecks = rechecks + 1, recheck_at = @at WHERE id = @id", new { id, at = next is { } at ? Instant.ToText(at) : null }));

    /// <summary>The page is tried again later.</summary>
    public void Postpone(long id, DateTimeOffset until, bool counts) => store.Write(db => db.Execute(
        "UPDATE work SET not_before = @until, attempts = attempts + @counts WHERE id = @id", new { id, until = Instant.ToText(until), counts }));

    /// <summary>The page is set aside with its reason, and seen on the desk.</summary>
    /// <param name="stack">Where the program was wrong; null where the world is odd.</param>
    public void Park(WorkItem item, string room, Trouble reason, string? stack = null) => store.Write(db =>
    {
        var now = store.Clock.GetUtcNow();
        store.Parked.Add(new ParkedPage(0, item.Url.AbsoluteUri, now, room, reason.Code, reason.Detail, stack, "", item.Attempts + 1, now)
        {
            Digest = item.Digest?.ToString(),
            Outlet = item.Source.Outlet,
            Source = item.Source.Id,
            Work = item.Id,
        });
        db.Execute("UPDATE work SET state = 'parked', recheck_at = NULL WHERE id = @Id", new { item.Id });
    });

    /// <summary>The archive has lost the capture: the page is fetched anew.</summary>
    public void FetchAnew(long id) => store.Write(db => db.Execute("UPDATE work SET state = 'waiting', digest = NULL, etag = NULL, last_modified = NULL WHERE id = @id", new { id }));

    /// <summary>Takes over what a page says of its own addresses, so that it is known whichever one names it next.</summary>
    /// <returns>True where the page is another one's edition: its canonical address entered under a row of its own.</returns>
    public bool Learn(WorkItem item, Uri? canonical, IEnumerable<Uri> others) => store.Write(db =>
    {
        var own = db.ExecuteScalar<string?>("SELECT page FROM work WHERE id = @Id", new { item.Id }) ?? PageKey.Of(item.Url);
        foreach (var key in others.Append(canonical).OfType<Uri>().Select(PageKey.Of).Where(key => key != own))
            db.Execute("INSERT OR IGNORE INTO page_alias(key, page) SELECT @key, @own WHERE NOT EXISTS (SELECT 1 FROM work WHERE page = @key)", new { key, own });
        return canonical is not null && PageKey.Of(canonical) is var whole && whole != own
            && db.ExecuteScalar<long>("SELECT count(*) FROM work WHERE page = @whole", new { whole }) > 0;
    });

    public int Count(WorkState state) => store.Read(db => db.ExecuteScalar<int>("SELECT count(*) FROM work WHERE state = @state", new { state = Name(state) }));

    private static string Name(WorkState state) => state.ToString().ToLowerInvariant();

    // A feed that names a page twice, by two addresses or under two headlines, tells of no edit.
    private static IEnumerable<FeedEntry> Once(IEnumerable<FeedEntry> entries) =>
        entries.GroupBy(entry => PageKey.Of(entry.Link), StringComparer.Ordinal).Select(group => group.MaxBy(entry => entry.Updated ?? DateTimeOffset.MinValue)!);

    private int Enqueue(SqliteConnection db, Source source, FeedEntry entry)
    {
        var (url, key) = (entry.Link.AbsoluteUri, PageKey.Of(entry.Link));
        var guid = entry.Id is { } id && PageAddress.Resolve(id, null) is null ? id : null;
        var page = PageOf(db, source, key, guid, entry.Title);
        var seen = db.QueryFirstOrDefault<Seen>(
            """
            SELECT source_id AS Source, title AS Title, (SELECT max(updated) FROM work WHERE page = @page OR url = @url) AS Updated
            FROM work WHERE page = @page OR url = @url ORDER BY id DESC LIMIT 1
            """, new { page, url });
        if (seen is not null && !IsNewer(seen, source, entry)) return 0;
        // The new version is what will be looked at again, not both.
        if (seen is not null) db.Execute("UPDATE work SET recheck_at = NULL WHERE page = @page OR url = @url", new { page, url });
        var updated = entry.Updated is { } at ? Instant.ToText(at) : null;
        return db.Execute(
            """
            INSERT OR IGNORE INTO work(source_id, url, host, page, guid, entry_key, title, published, updated, added_at)
            VALUES (@source, @url, @host, @page, @guid, @key, @Title, @published, @updated, @now)
            """,
            new
            {
                source = source.Id,
                url,
                host = entry.Link.Host,
                page,
                guid,
                key = $"{page} {updated} {(updated is null ? entry.Title : null)}".TrimEnd(),
                entry.Title,
                published = entry.Published is { } said ? Instant.ToText(said) : null,
                updated,
                now = Instant.ToText(store.Clock.GetUtcNow()),
            });
    }

    // By what was learned of this address; else by the feed's own id, where the headline is the same too: some feeds give every entry one id.
    private static string PageOf(SqliteConnection db, Source source, string key, string? guid, string? title) =>
        db.ExecuteScalar<string?>("SELECT page FROM page_alias WHERE key = @key", new { key })
        ?? (guid is null ? null : db.ExecuteScalar<string?>(
            "SELECT page FROM work WHERE source_id = @Id AND guid = @guid AND title = @title AND page IS NOT NULL ORDER BY id DESC LIMIT 1", new { source.Id, guid, title }))
        ?? key;

    // A feed that tells when a page was changed is believed. One that does not is believed when it changes the headline, which is how most edits show; but
    // the same page in another feed, under the headline of that feed's section, is no edit; and what a front page links with is no headline.
    private static bool IsNewer(Seen seen, Source source, FeedEntry entry) => entry.Updated is { } updated
        ? seen.Updated is { Length: > 0 } known && string.CompareOrdinal(Instant.ToText(updated), known) > 0
        : source.Kind == SourceKind.Feed && seen.Source == source.Id && entry.Title is not null && !string.Equals(entry.Title, seen.Title, StringComparison.Ordinal);

    private static WorkItem ToItem(dynamic row, Dictionary<long, Source> sources) => new(
        (long)row.id, sources[(long)row.source_id], new Uri((string)row.url), Enum.Parse<WorkState>((string)row.state, ignoreCase: true),
        Digest.TryParse((string?)row.digest, out Digest digest) ? digest : null, (int)(long)row.attempts, (int)(long)row.rechecks)
    {
        Published = row.published is string published ? Instant.Parse(published) : null,
        Updated = row.updated is string updated ? Instant.Parse(updated) : null,
        ETag = row.etag,
        LastModified = row.last_modified,
    };

    private sealed record Seen
    {
        public long? Source { get; init; }

        public string? Title { get; init; }

        public string? Updated { get; init; }
    }
}
