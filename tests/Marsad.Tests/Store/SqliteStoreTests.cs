using Dapper;
using DbUp.Engine;
using Marsad.Store;
using Marsad.Tests.Contracts;
using Microsoft.Data.Sqlite;

namespace Marsad.Tests.Store;

public sealed class SqliteStoreTests : StoreContract, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_closed_store_is_one_file()
    {
        using (var store = Open()) AddSource(store, "https://a.example/feed");
        Assert.Equal(["marsad.db"], Directory.GetFiles(_directory.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_store_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        using (var store = Open()) store.Write(c => c.Execute("INSERT INTO SchemaVersions(ScriptName, Applied) VALUES ('schema/9999-later.sql', '2030-01-01')"));
        var refused = Assert.Throws<NewerStoreException>(() => Open());
        Assert.Contains("schema/9999-later.sql", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_an_older_version_is_backed_up_before_it_is_migrated()
    {
        var path = _directory.File("marsad.db");
        var first = new SqlScript("schema/1.sql", "CREATE TABLE kept(word TEXT);");
        using var writer = new SqliteConnection($"Data Source={path};Pooling=False");
        writer.Open();
        Migration.Run(writer, path, [first]);
        writer.Execute("INSERT INTO kept VALUES ('yes')");
        Migration.Run(writer, path, [first, new SqlScript("schema/2.sql", "ALTER TABLE kept ADD COLUMN more TEXT;")]);
        using var backup = new SqliteConnection($"Data Source={path}.v1.bak;Pooling=False");
        Assert.Equal(("yes", 1), (backup.ExecuteScalar<string>("SELECT word FROM kept"), backup.ExecuteScalar<int>("SELECT count(*) FROM pragma_table_info('kept')")));
        Assert.Equal(2, writer.ExecuteScalar<int>("SELECT count(*) FROM pragma_table_info('kept')"));
    }

    protected override StationStore Open() => StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
}
