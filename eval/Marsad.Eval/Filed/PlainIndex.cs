using Microsoft.Data.Sqlite;

namespace Marsad.Eval.Filed;

/// <summary>What SQLite gives without us: the same headlines and texts in FTS5 with its own tokenizer unicode61, ranked by bm25.</summary>
internal sealed class PlainIndex : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public PlainIndex(FiledArticles filed)
    {
        _connection.Open();
        Run("CREATE VIRTUAL TABLE plain USING fts5(title, text, tokenize=\"unicode61\")");
        using var together = _connection.BeginTransaction();
        foreach (var (row, title, text) in filed.Texts()) Run("INSERT INTO plain(rowid, title, text) VALUES ($1, $2, $3)", row, title, text);
        together.Commit();
    }

    /// <summary>Rows that have every word of the query, the best first.</summary>
    public List<long> All(string query, int limit) => Find(query, " AND ", limit);

    /// <summary>Rows that have any word of the query, the best first.</summary>
    public List<long> Any(string query, int limit) => Find(query, " OR ", limit);

    public void Dispose() => _connection.Dispose();

    private List<long> Find(string query, string between, int limit)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\"");
        using var command = Command("SELECT rowid FROM plain WHERE plain MATCH $1 ORDER BY bm25(plain), rowid LIMIT $2", string.Join(between, words), limit);
        using var rows = command.ExecuteReader();
        var found = new List<long>();
        while (rows.Read()) found.Add(rows.GetInt64(0));
        return found;
    }

    private void Run(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params object[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue(FormattableString.Invariant($"${i + 1}"), values[i]);
        return command;
    }
}
