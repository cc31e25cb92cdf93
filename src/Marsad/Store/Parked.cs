using Dapper;

namespace Marsad.Store;

/// <summary>Pages that hurt. A page stands here once, with its last reason.</summary>
public sealed class Parked
{
    private readonly StationStore _store;

    internal Parked(StationStore store) => _store = store;

    /// <summary>Sets a page aside; one that stands here already has been tried once more.</summary>
    public void Add(ParkedPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        _store.Write(_ => _store.Prepared(
            """
            INSERT INTO parked(identity, work_id, source_id, url, outlet, content_type, captured_at, digest, input, room, code, detail, stack, analyzer, parked_at)
            VALUES ($1, $2, $3, $1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT(identity) DO UPDATE SET captured_at = excluded.captured_at, digest = excluded.digest, input = excluded.input, room = excluded.room,
                code = excluded.code, detail = excluded.detail, stack = excluded.stack, analyzer = excluded.analyzer, parked_at = excluded.parked_at, attempts = attempts + 1
            """)
            .Run(
                page.Place, page.Work, page.Source, page.Outlet, page.ContentType, Instant.ToText(page.CapturedAt), page.Digest, page.Input,
                page.Room, page.Code, page.Detail, page.Stack, page.Analyzer, Instant.ToText(_store.Clock.GetUtcNow())));
    }

    /// <summary>A page walked on: it is no longer set aside.</summary>
    public void Release(string place) => _store.Write(_ => _store.Prepared("DELETE FROM parked WHERE identity = $1").Run(place));

    /// <summary>Null where there is no such page (any more).</summary>
    public ParkedPage? Find(long id) => All("WHERE id = @id", id).FirstOrDefault();

    /// <summary>All of them, the latest first.</summary>
    public IReadOnlyList<ParkedPage> All() => All("", 0);

    private List<ParkedPage> All(string where, long id) => _store.Read(connection => connection.Query<Row>(
            $"""
            SELECT id, work_id AS Work, source_id AS Source, url, outlet, content_type AS ContentType, captured_at AS CapturedAt, digest, input, room, code, detail, stack, analyzer, attempts,
                parked_at AS ParkedAt FROM parked {where} ORDER BY parked_at DESC, id DESC
            """, new { id }).Select(row => row.ToPage()).ToList());

    private sealed class Row
    {
        public long Id { get; init; }

        public long? Work { get; init; }

        public long? Source { get; init; }

        public string Url { get; init; } = "";

        public string? Outlet { get; init; }

        public string? ContentType { get; init; }

        public string CapturedAt { get; init; } = "";

        public string? Digest { get; init; }

        public byte[]? Input { get; init; }

        public string Room { get; init; } = "";

        public string Code { get; init; } = "";

        public string Detail { get; init; } = "";

        public string? Stack { get; init; }

        public string Analyzer { get; init; } = "";

        public int Attempts { get; init; }

        public string ParkedAt { get; init; } = "";

        public ParkedPage ToPage() => new(Id, Url, Instant.Parse(CapturedAt), Room, Code, Detail, Stack, Analyzer, Attempts, Instant.Parse(ParkedAt))
        {
            Digest = Digest,
            Input = Input,
            Outlet = Outlet,
            ContentType = ContentType,
            Source = Source,
            Work = Work,
        };
    }
}
