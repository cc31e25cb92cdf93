using Dapper;
using Marsad.Archive.Chain;

namespace Marsad.Archive;

/// <summary>Compares the index with one that is made anew from the log, row by row. Bytes of its file that mean nothing (free pages) are not looked at.</summary>
internal static class IndexCheck
{
    private static readonly string[] Tables = ["entry", "capture", "body", "payload", "held", "vouched"];

    /// <param name="logEnd">How far the log is taken in.</param>
    public static Trouble? Run(ArchivePlaces places, long logEnd)
    {
        if (!File.Exists(places.Index)) return new Trouble("AR016", "index.db is missing; the next start makes it again from the log");
        var folder = Directory.CreateTempSubdirectory("marsad-verify-");
        try
        {
            using var anew = new ArchiveIndex(Path.Combine(folder.FullName, "index.db"));
            var state = Fill(anew, places, logEnd);
            anew.Read(db => db.ExecuteScalar("SELECT 1"));
            return Compare(anew, places.Index, state);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IndexState Fill(ArchiveIndex index, ArchivePlaces places, long logEnd)
    {
        using var log = new AppendFile(places.Log);
        var state = IndexState.Empty;
        index.Begin();
        foreach (var (_, bytes) in ArchiveLog.Lines(log, 0).TakeWhile(line => line.Position < logEnd))
            if (LogLine.TryRead(bytes.Span, out var line)) state = index.Add(state, line, bytes.Length + 1);
        index.Commit();
        return state;
    }

    private static Trouble? Compare(ArchiveIndex anew, string path, IndexState state) => anew.Read(db =>
    {
        db.Execute("ATTACH @path AS kept", new { path });
        if (db.ExecuteScalar<string>("PRAGMA kept.integrity_check(1)") is var said and not "ok") return new Trouble("AR016", $"index.db: {said}");
        if (db.ExecuteScalar<long>("SELECT coalesce(max(position), 0) FROM kept.state") < state.Position) return new Trouble("AR016", "index.db does not know the end of the log; the next start takes it in");
        if (db.ExecuteScalar<long>("SELECT coalesce(max(n), 0) FROM kept.entry WHERE position < @Position", state) != state.N) return new Trouble("AR016", $"index.db does not know line {state.N} of the log");
        foreach (var table in Tables)
        {
            var only = table == "entry" ? $"WHERE position < {state.Position}" : table is "capture" or "held" or "vouched" ? $"WHERE n <= {state.N}" : "WHERE true";
            if (Different(db, $"SELECT * FROM main.{table}", $"SELECT * FROM kept.{table} {only}", table)) return new Trouble("AR016", $"index.db, table {table}: a row is not what the log says");
        }

        return null;
    });

    private static bool Different(Microsoft.Data.Sqlite.SqliteConnection db, string anew, string kept, string table)
    {
        if (db.ExecuteScalar<long>($"SELECT count(*) FROM ({anew} EXCEPT {kept})") > 0) return true;
        // What was collected while the check ran stands in these without a number to tell it by.
        return table is not ("body" or "payload") && db.ExecuteScalar<long>($"SELECT count(*) FROM ({kept} EXCEPT {anew})") > 0;
    }
}
