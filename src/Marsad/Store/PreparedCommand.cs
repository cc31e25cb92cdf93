using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>A command of the writer that is compiled once: filing one article runs a few hundred.</summary>
internal sealed class PreparedCommand
{
    private readonly SqliteCommand _command;
    private bool _isCompiled;

    /// <param name="sql">With parameters $1, $2 … in order.</param>
    public PreparedCommand(SqliteConnection writer, string sql)
    {
        _command = writer.CreateCommand();
        _command.CommandText = sql;
    }

    public int Run(params ReadOnlySpan<object?> values) => With(values).ExecuteNonQuery();

    /// <summary>The only value of the only row; null if there is no row or it is NULL.</summary>
    public object? Value(params ReadOnlySpan<object?> values) => With(values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = With(values).ExecuteReader();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private SqliteCommand With(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i == _command.Parameters.Count) _command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i + 1}") });
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        // Compiled when its first values are there; without this it would be compiled at every run that does not read to the end.
        if (!_isCompiled) _command.Prepare();
        _isCompiled = true;
        return _command;
    }
}
