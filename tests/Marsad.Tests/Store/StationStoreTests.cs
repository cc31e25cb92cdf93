using Dapper;
using DbUp.Engine;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Tests.Store;

public sealed class StationStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_store_opens_again_with_what_was_written()
    {
        using (var store = Open()) AddSource(store, "https://a.example/feed");
        using var again = Open();
        Assert.Equal(["https://a.example/feed"], Sources(again));
    }

    [Fact]
    public void A_write_that_throws_leaves_nothing()
    {
        using var store = Open();
        Assert.Throws<InvalidOperationException>(() => store.Write(_ =>
        {
            AddSource(store, "https://a.example/feed");
            throw new InvalidOperationException("we are wrong");
        }));
        Assert.Empty(Sources(store));
    }

    [Fact]
    public void A_write_that_fails_within_another_takes_the_whole_back_even_if_its_fault_is_swallowed()
    {
        using var store = Open();
        Assert.Throws<InvalidOperationException>(() => store.Write(_ =>
        {
            AddSource(store, "https://a.example/feed");
            Assert.Throws<FormatException>(() => store.Write(_ => throw new FormatException("this page hurts")));
        }));
        Assert.Empty(Sources(store));
    }

    [Fact]
    public void A_closed_store_is_one_file()
    {
        using (var store = Open()) AddSource(store, "https://a.example/feed");
        Assert.Equal(["marsad.db"], Directory.GetFiles(_directory.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_reader_does_not_wait_for_a_writer()
    {
        using var store = Open();
        store.Write(_ =>
        {
            AddSource(store, "https://a.example/feed");
            Assert.Empty(Task.Run(() => Sources(store)).Result);
        });
    }

    [Fact]
    public void Two_processes_take_turns_in_writing()
    {
        using var one = Open();
        using var other = Open();
        Parallel.For(0, 40, i => AddSource(i % 2 == 0 ? one : other, $"https://a.example/{i}"));
        Assert.Equal(40, Sources(one).Count);
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

    private StationStore Open() => StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);

    private static void AddSource(StationStore store, string url) =>
        store.Write(c => c.Execute("INSERT INTO source(feed_url, outlet) VALUES (@url, 'a')", new { url }));

    private static List<string> Sources(StationStore store) =>
        [.. store.Read(c => c.Query<string>("SELECT feed_url FROM source ORDER BY feed_url"))];
}
