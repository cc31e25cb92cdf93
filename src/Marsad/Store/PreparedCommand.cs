using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Marsad.Store;

/// <summary>A statement of the writer that is compiled once: filing one article runs a few hundred.</summary>
/// <remarks>It stands on SQLite's own interface: a <see cref="SqliteCommand"/> looks up every parameter by its name and makes a reader at every run, which took a quarter of the time of filing.</remarks>
internal sealed class PreparedCommand : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // To SQLite "$2" is a name: its place is where it stands first.
    private readonly List<int> _places = [];

    /// <param name="sql">With parameters $1, $2 … in order.</param>
    public PreparedCommand(SqliteConnection writer, string sql)
    {
        _database = writer.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <returns>How many rows were changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        try
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(_database);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>The first value of the first row; null if there is no row or it is NULL.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        try
        {
            return Step() ? new PreparedRow(_statement).Value(0) : null;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(Func<PreparedRow, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        try
        {
            var rows = new List<T>();
            while (Step()) rows.Add(read(new PreparedRow(_statement)));
            return rows;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) Check(result);
        return false;
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        while (_places.Count < values.Length) _places.Add(raw.sqlite3_bind_parameter_index(_statement, FormattableString.Invariant($"${_places.Count + 1}")));
        for (var i = 0; i < values.Length; i++) Check(Bind(_places[i], values[i]));
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool truth => raw.sqlite3_bind_int64(_statement, place, truth ? 1 : 0),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException($"{value.GetType().Name} is no value of a row.", nameof(value)),
    };

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}

/// <summary>The row that a <see cref="PreparedCommand"/> stands on.</summary>
internal readonly struct PreparedRow(sqlite3_stmt statement)
{
    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => raw.sqlite3_column_int(statement, column);

    public double GetDouble(int column) => raw.sqlite3_column_double(statement, column);

    public string GetString(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] GetBytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public bool IsDBNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public object? Value(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => GetDouble(column),
        raw.SQLITE_TEXT => GetString(column),
        raw.SQLITE_BLOB => GetBytes(column),
        _ => null,
    };
}
