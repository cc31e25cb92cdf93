using Dapper;
using Marsad.Archive.Chain;
using Microsoft.Data.Sqlite;

namespace Marsad.Archive;

/// <summary>
/// Where each capture stands, by its URL and time and by its body's digest: one search of a tree. Made from the log alone, so that it can be thrown away; its writer's
/// turn is also what lets one process at a time append to the archive.
/// </summary>
internal sealed class ArchiveIndex : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS state (position INTEGER NOT NULL, n INTEGER NOT NULL, hash TEXT NOT NULL, segment TEXT, segment_end INTEGER NOT NULL, segments INTEGER NOT NULL,
            key TEXT, checkpoint INTEGER NOT NULL, checkpoint_at TEXT, stamped INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS entry (n INTEGER PRIMARY KEY, position INTEGER NOT NULL, length INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS capture (url TEXT NOT NULL, captured TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (url, captured, n)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS body (digest TEXT PRIMARY KEY, segment TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL, n INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS payload (digest TEXT PRIMARY KEY, segment TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS vouched (n INTEGER PRIMARY KEY, stamp INTEGER);
        CREATE TABLE IF NOT EXISTS held (digest TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (digest, n)) WITHOUT ROWID;
        """;

    private readonly SqliteConnection _writer;
    private readonly string _readers;

    public ArchiveIndex(string path)
    {
        Path = path;
        _writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 60 }.ToString());
        _writer.Open();
        // NORMAL: a power cut may take the last rows, which the log gives again.
        _writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + Schema);
        _readers = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true, DefaultTimeout = 30 }.ToString();
    }

    public string Path { get; }

    /// <summary>Takes the writer's turn, of all processes.</summary>
    public void Begin() => _writer.Execute("BEGIN IMMEDIATE");

    public void Commit() => _writer.Execute("COMMIT");

    public void TakeBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_writer.Handle) == 0) _writer.Execute("ROLLBACK");
    }

    /// <summary>How far the log was taken in. Only in the writer's turn.</summary>
    public IndexState State() =>
        _writer.QueryFirstOrDefault<IndexState>("SELECT position, n, hash, segment, segment_end AS segmentEnd, segments, key, checkpoint, checkpoint_at AS checkpointAt, stamped FROM state") ?? IndexState.Empty;

    public void Clear() => _writer.Execute("DELETE FROM state; DELETE FROM entry; DELETE FROM capture; DELETE FROM body; DELETE FROM payload; DELETE FROM held; DELETE FROM vouched;");

    /// <summary>Takes a line of the log in. Only in the writer's turn.</summary>
    /// <param name="length">In bytes, with its line feed.</param>
    public IndexState Add(IndexState state, LogLine line, int length)
    {
        var entry = line.Entry;
        _writer.Execute("INSERT INTO entry VALUES (@N, @Position, @length)", new { entry.N, state.Position, length });
        if (entry.Kind == LogEntry.CaptureKind) AddCapture(entry);
        if (entry.Kind == LogEntry.CheckpointKind) _writer.Execute("INSERT INTO vouched VALUES (@N, NULL)", new { entry.N });
        if (entry.Kind == LogEntry.TimestampKind) _writer.Execute("UPDATE vouched SET stamp = @N WHERE n = @Of", new { entry.N, entry.Of });
        return state.After(line, length);
    }

    public void Keep(IndexState state)
    {
        _writer.Execute("DELETE FROM state");
        _writer.Execute("INSERT INTO state VALUES (@Position, @N, @Hash, @Segment, @SegmentEnd, @Segments, @Key, @Checkpoint, @CheckpointAt, @Stamped)", state);
    }

    public RecordPlace? BodyOf(Digest digest) => Place("SELECT segment, offset, length FROM body WHERE digest = @digest", digest);

    /// <summary>The first record that holds this payload.</summary>
    public RecordPlace? PayloadOf(Digest digest) => Place("SELECT segment, offset, length FROM payload WHERE digest = @digest", digest);

    /// <summary>Where the lines of a URL's captures stand in the log, oldest first.</summary>
    public IReadOnlyList<LinePlace> CapturesOf(string url) =>
        Read(db => db.Query<LinePlace>("SELECT e.n, e.position, e.length FROM capture c JOIN entry e ON e.n = c.n WHERE c.url = @url ORDER BY c.captured, c.n", new { url }).AsList());

    /// <summary>The line of the capture of a URL that was newest at a time.</summary>
    public LinePlace? CaptureAt(string url, string at) => Read(db => db.QueryFirstOrDefault<LinePlace>(
        "SELECT e.n, e.position, e.length FROM capture c JOIN entry e ON e.n = c.n WHERE c.url = @url AND c.captured <= @at ORDER BY c.captured DESC, c.n DESC LIMIT 1", new { url, at }));

    /// <summary>The lines of the captures that had this body.</summary>
    public IReadOnlyList<LinePlace> CapturesHolding(Digest digest) =>
        Read(db => db.Query<LinePlace>("SELECT e.n, e.position, e.length FROM held h JOIN entry e ON e.n = h.n WHERE h.digest = @digest ORDER BY h.n", new { digest = digest.ToString() }).AsList());

    public LinePlace? Line(long n) => Read(db => db.QueryFirstOrDefault<LinePlace>("SELECT n, position, length FROM entry WHERE n = @n", new { n }));

    /// <summary>The checkpoint that vouches for a line, and the stamp on it: the first one that was stamped, else the first.</summary>
    public (LinePlace? Checkpoint, LinePlace? Stamp) VouchedBy(long n) => Read(db =>
        db.QueryFirstOrDefault<(long N, long? Stamp)>("SELECT n, stamp FROM vouched WHERE n > @n ORDER BY stamp IS NULL, n LIMIT 1", new { n }) is { N: > 0 } found
            ? (Line(found.N), found.Stamp is { } stamp ? Line(stamp) : null) : (null, null));

    public T Read<T>(Func<SqliteConnection, T> read)
    {
        using var connection = new SqliteConnection(_readers);
        connection.Open();
        return read(connection);
    }

    public void Dispose()
    {
        using (var pool = new SqliteConnection(_readers)) SqliteConnection.ClearPool(pool);
        _writer.Dispose();
    }

    private RecordPlace? Place(string sql, Digest digest) => Read(db =>
    {
        var row = db.QueryFirstOrDefault<(string Segment, long Offset, long Length)>(sql, new { digest = digest.ToString() });
        return row.Segment is null ? default(RecordPlace?) : new RecordPlace(row.Segment, row.Offset, (int)row.Length, "");
    });

    private void AddCapture(LogEntry entry)
    {
        _writer.Execute("INSERT OR IGNORE INTO held VALUES (@Digest, @N)", new { entry.Digest, entry.N });
        foreach (var url in new[] { entry.Url, entry.FinalUrl }.OfType<string>().Distinct(StringComparer.Ordinal))
            _writer.Execute("INSERT OR IGNORE INTO capture VALUES (@url, @Captured, @N)", new { url, entry.Captured, entry.N });
        // What is held is written again only where it was found damaged: the later record counts.
        if (entry.Body() is { } body)
            _writer.Execute("INSERT OR REPLACE INTO body VALUES (@Digest, @Segment, @Offset, @Length, @N)", new { entry.Digest, body.Segment, body.Offset, body.Length, entry.N });
        if (entry.Answer() is { Type: not "revisit" } answer)
            _writer.Execute("INSERT OR REPLACE INTO payload VALUES (@Payload, @Segment, @Offset, @Length)", new { entry.Payload, answer.Segment, answer.Offset, answer.Length });
    }
}

/// <summary>Where a line stands in the log.</summary>
internal sealed record LinePlace(long N, long Position, long Length);

/// <summary>How far the log was taken in, and where it stands there.</summary>
/// <param name="Segments">How many segments there are.</param>
/// <param name="Key">The key that the last line of that kind announced.</param>
/// <param name="Checkpoint">The number of the last checkpoint; 0 before the first.</param>
/// <param name="Stamped">The number of the last checkpoint that an authority has stamped; 0 before the first.</param>
internal sealed record IndexState(long Position, long N, string Hash, string? Segment, long SegmentEnd, long Segments, string? Key, long Checkpoint, string? CheckpointAt, long Stamped)
{
    public static IndexState Empty { get; } = new(0, 0, LogLine.NoHash, null, 0, 0, null, 0, null, 0);

    /// <summary>Nothing but time stamps has come since the last checkpoint.</summary>
    public bool IsSigned => N == Checkpoint || Stamped == Checkpoint && N == Checkpoint + 1 || N == 0;

    public IndexState After(LogLine line, int length)
    {
        var entry = line.Entry;
        var next = this with { Position = Position + length, N = entry.N, Hash = line.Hash };
        return entry.Kind switch
        {
            LogEntry.CaptureKind => next with { Segment = entry.Segment, SegmentEnd = entry.End(), Segments = Segments + (entry.Segment == Segment ? 0 : 1) },
            LogEntry.KeyKind => next with { Key = entry.Key },
            LogEntry.CheckpointKind => next with { Checkpoint = entry.N, CheckpointAt = entry.At },
            LogEntry.TimestampKind => next with { Stamped = entry.Of ?? 0 },
            _ => next,
        };
    }
}
