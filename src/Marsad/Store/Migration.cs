using Dapper;
using DbUp;
using DbUp.Engine;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>Brings a store to the schema of this program, one script after another, each whole or not at all.</summary>
internal static class Migration
{
    private const string Prefix = "schema/";

    /// <summary>The scripts of this program, in order.</summary>
    public static IReadOnlyList<SqlScript> Scripts { get; } =
        [.. typeof(Migration).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => SqlScript.FromStream(name, typeof(Migration).Assembly.GetManifestResourceStream(name)))];

    /// <exception cref="NewerStoreException">The store knows a script that is not among <paramref name="scripts"/>.</exception>
    public static void Run(SqliteConnection writer, string path, IReadOnlyList<SqlScript> scripts)
    {
        var done = Done(writer);
        if (done.Except(scripts.Select(script => script.Name), StringComparer.Ordinal).FirstOrDefault() is { } strange) throw new NewerStoreException(path, strange);
        if (done.Count == scripts.Count) return;
        if (done.Count > 0) Backup(writer, path, done.Count);
        Upgrade(path, scripts);
    }

    private static List<string> Done(SqliteConnection writer)
    {
        if (writer.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'SchemaVersions'") == 0) return [];
        return [.. writer.Query<string>("SELECT ScriptName FROM SchemaVersions ORDER BY ScriptName")];
    }

    // A copy beside it: the old program can take up again what it wrote.
    private static void Backup(SqliteConnection writer, string path, int version)
    {
        var copy = $"{path}.v{version}.bak";
        if (!File.Exists(copy)) writer.Execute("VACUUM INTO @copy", new { copy });
    }

    private static void Upgrade(string path, IReadOnlyList<SqlScript> scripts)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 60 }.ToString();
        var result = DeployChanges.To.SqliteDatabase(connection).WithScripts(scripts)
            .WithVariablesDisabled().WithTransactionPerScript().LogToNowhere().Build().PerformUpgrade();
        if (!result.Successful) throw new InvalidOperationException($"{path}: the script {result.ErrorScript?.Name} failed.", result.Error);
    }
}
