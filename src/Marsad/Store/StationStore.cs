using Marsad.Store.Search;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>The station's rows: one SQLite file with one writer and many readers. Safe to use from any thread.</summary>
/// <remarks>
/// Writes take turns on one connection; several processes may share the file, they wait for each other. A write inside a write joins it,
/// so a table's method can stand alone or be part of a page's walk; when it throws, the whole is taken back. Savepoints would let a batch go
/// on without the page that hurts, but at each of them FTS5 writes its index out: filing took twice as long.
/// </remarks>
public sealed class StationStore : IDisposable
{
    private readonly SqliteConnection _writer;
    private readonly string _readers;
    private readonly Lock _turn = new();
    private readonly Dictionary<string, PreparedCommand> _prepared = [];
    private int _depth;
    private bool _isBroken;
    private int _generation;

    private StationStore(SqliteConnection writer, string readers, TimeProvider clock)
    {
        _writer = writer;
        _readers = readers;
        Clock = clock;
        Articles = new Articles(this);
        Stories = new Stories(this);
        Kinships = new Kinships(this);
        KinAnew = new KinAnew(this);
        Alerts = new Alerts(this);
        Parked = new Parked(this);
        Situations = new Situations(this);
        Tallies = new SituationTallies(this);
        Intake = new Intake(this);
        Sitemaps = new Sitemaps(this);
        Sources = new Sources(this);
        Work = new WorkList(this);
        Captures = new Captures(this);
        Corrections = new Corrections(this);
        EntityDecisions = new EntityDecisions(this);
    }

    /// <summary>The clock that rows are stamped by.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Pages that were set aside.</summary>
    public Parked Parked { get; }

    /// <summary>What people decided on items of records.</summary>
    public Corrections Corrections { get; }

    /// <summary>What people decided on who is who.</summary>
    public EntityDecisions EntityDecisions { get; }

    /// <summary>What users follow.</summary>
    public Situations Situations { get; }

    internal SituationTallies Tallies { get; }

    internal Alerts Alerts { get; }

    internal Articles Articles { get; }

    internal Intake Intake { get; }

    internal Stories Stories { get; }

    internal Kinships Kinships { get; }

    internal KinAnew KinAnew { get; }

    /// <summary>The sources that are followed.</summary>
    public Sources Sources { get; }

    internal Sitemaps Sitemaps { get; }

    internal WorkList Work { get; }

    internal Captures Captures { get; }

    /// <summary>Opens the store, making or migrating it where needed.</summary>
    /// <exception cref="NewerStoreException">It was written by a newer version of the program.</exception>
    public static StationStore Open(string databasePath, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var path = Path.GetFullPath(databasePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var writer = OpenWriter(path);
        try
        {
            Migration.Run(writer, path, Migration.Scripts);
            var store = new StationStore(writer, Readers(path), clock);
            SearchRefill.Run(store);
            return store;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Reads on a connection of its own, from one consistent state of the store.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var connection = new SqliteConnection(_readers);
        connection.Open();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA cache_size = -32768";
            command.ExecuteNonQuery();
        }

        using var snapshot = connection.BeginTransaction(deferred: true);
        return read(connection);
    }

    /// <inheritdoc cref="Read{T}"/>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, Task<T>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var connection = new SqliteConnection(_readers);
        await connection.OpenAsync();
        await using var snapshot = connection.BeginTransaction(deferred: true);
        return await read(connection);
    }

    /// <summary>Writes in one transaction: all of it stands, or, when <paramref name="write"/> throws, none of it.</summary>
    public T Write<T>(Func<SqliteConnection, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        lock (_turn)
        {
            return IsWriting ? Join(write) : WriteWhole(write);
        }
    }

    /// <summary>Writes in one transaction: all of it stands, or, when <paramref name="write"/> throws, none of it.</summary>
    public void Write(Action<SqliteConnection> write) => Write(connection =>
    {
        write(connection);
        return true;
    });

    /// <summary>Whether the calling thread is inside a <see cref="Write{T}"/>.</summary>
    internal bool IsWriting => _turn.IsHeldByCurrentThread && _depth > 0;

    /// <summary>Changes whenever rows were taken back: what a table remembers of them is then to be forgotten.</summary>
    internal int Generation => _generation;

    /// <summary>A command of the writer, compiled once. Only to be run inside a <see cref="Write{T}"/>.</summary>
    internal PreparedCommand Prepared(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var command)) _prepared.Add(sql, command = new PreparedCommand(_writer, sql));
        return command;
    }

    /// <summary>Inserts a row, inside a <see cref="Write{T}"/>.</summary>
    /// <returns>Its id.</returns>
    internal long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Prepared(sql).Run(values);
        return (long)Prepared("SELECT last_insert_rowid()").Value()!;
    }

    // The writer last: the last connection to close folds the log into the file, and a reader may not write.
    public void Dispose()
    {
        using (var pool = new SqliteConnection(_readers)) SqliteConnection.ClearPool(pool);
        foreach (var command in _prepared.Values) command.Dispose();
        _writer.Dispose();
    }

    // IMMEDIATE: a transaction that begins by reading and then writes cannot wait for another process, it fails.
    private T WriteWhole<T>(Func<SqliteConnection, T> write)
    {
        Say("BEGIN IMMEDIATE");
        (_depth, _isBroken) = (1, false);
        var stands = false;
        try
        {
            var result = write(_writer);
            if (_isBroken) throw new InvalidOperationException("A write within this one failed and its fault was not passed on: nothing of it can stand.");
            Say("COMMIT");
            stands = true;
            return result;
        }
        finally
        {
            _depth = 0;
            if (!stands) TakeBack();
        }
    }

    private T Join<T>(Func<SqliteConnection, T> write)
    {
        _depth++;
        try
        {
            return write(_writer);
        }
        catch
        {
            _isBroken = true;
            throw;
        }
        finally
        {
            _depth--;
        }
    }

    // What the tables remember of their rows may have been taken back with them. Some faults (a full disk) have ended the transaction already.
    private void TakeBack()
    {
        _generation++;
        if (SQLitePCL.raw.sqlite3_get_autocommit(_writer.Handle) == 0) Say("ROLLBACK");
    }

    // Plain words rather than SqliteTransaction: commands on the connection then need not be handed the transaction.
    private void Say(string words)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = words;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection OpenWriter(string path)
    {
        var writer = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 60,
        }.ToString());
        writer.Open();
        // Else SQLite makes the plan of a prepared statement anew where a value that is bound might fit another index: a twelfth of the time of filing.
        SQLitePCL.raw.sqlite3_db_config(writer.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        using var command = writer.CreateCommand();
        // NORMAL: in WAL mode a power cut may take the last transactions but never breaks the file, and a killed process loses nothing.
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -524288; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 32768;";
        command.ExecuteNonQuery();
        return writer;
    }

    private static string Readers(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();
}
