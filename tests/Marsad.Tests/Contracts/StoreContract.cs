using Dapper;
using Marsad.Store;

namespace Marsad.Tests.Contracts;

/// <summary>What every store must do, whatever engine it stands on. An engine inherits this and says how one is opened.</summary>
public abstract class StoreContract
{
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

    /// <summary>Opens the store of this test, the same one each time.</summary>
    protected abstract StationStore Open();

    protected static void AddSource(StationStore store, string url) =>
        store.Write(c => c.Execute("INSERT INTO source(feed_url, outlet) VALUES (@url, 'a')", new { url }));

    protected static List<string> Sources(StationStore store) =>
        [.. store.Read(c => c.Query<string>("SELECT feed_url FROM source ORDER BY feed_url"))];
}
