using Dapper;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Relating.Stories;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Tests.Store;

/// <summary>What lets the store grow: how rows are laid down and found again, not what they say.</summary>
public sealed class GrowthTests : IDisposable
{
    private const string Before = "schema/0006-person-keys.sql";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Values_go_to_the_parameters_of_their_numbers_wherever_those_stand()
    {
        using var store = Open();
        var word = store.Write(_ => store.Prepared("SELECT $2 || $1 || $2").Value("b", "a"));
        Assert.Equal("aba", word);
    }

    [Fact]
    public void A_statement_that_failed_can_be_run_again()
    {
        using var store = Open();
        void Insert(long id, string? title) => store.Write(_ => store.Prepared("INSERT INTO story(id, title, first_at, last_at) VALUES ($1, $2, '', '')").Run(id, title));
        Assert.Throws<SqliteException>(() => Insert(1, null));
        Insert(1, "a");
        Assert.Equal(1, Count(store, "story"));
    }

    [Fact]
    public void Articles_of_one_write_with_new_names_are_one_piece_of_the_search_index()
    {
        using var store = Open();
        var walk = new PageWalk(store, []);
        store.Write(_ =>
        {
            walk.Walk(Given("a", "قال الرئيس قاسم توكاييف إن الجيش وصل إلى ألماتي."));
            walk.Walk(Given("b", "التقى الوزير سيرغي لافروف نظيره مختار تلوبردي في موسكو."));
        });
        Assert.Equal(1, store.Read(connection => connection.ExecuteScalar<long>("SELECT count(DISTINCT segid) FROM article_search_idx")));
    }

    [Fact]
    public void An_edited_article_leaves_nothing_of_its_earlier_version_to_compare_with()
    {
        using var store = Open();
        var walk = new PageWalk(store, []);
        walk.Walk(Given("a", "قال الرئيس قاسم توكاييف إن الجيش وصل إلى ألماتي صباح اليوم وإن الوضع هادئ."));
        walk.Walk(Given("a", "التقى الوزير سيرغي لافروف نظيره مختار تلوبردي في موسكو وبحثا الوضع في المنطقة."));
        foreach (var table in (string[])["fingerprint", "fingerprint_waiting", "sketch", "subject", "story_term"])
            Assert.Equal(0, store.Read(connection => connection.ExecuteScalar<long>($"SELECT count(*) FROM {table} WHERE article_id = 1")));
        Assert.True(Count(store, "fingerprint_waiting") > 0);
    }

    [Fact]
    public void What_articles_of_an_older_store_are_about_is_carried_over()
    {
        var path = _directory.File("marsad.db");
        using (var writer = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            writer.Open();
            Migration.Run(writer, path, [.. Migration.Scripts.Where(script => string.CompareOrdinal(script.Name, Before) <= 0)]);
            writer.Execute("INSERT INTO article(id, identity, key, published_at, filed_at, content, analyzer, record) VALUES (1, 'a', 'a', '2022-01-06T00:00:00Z', '', '', '', x'')");
            writer.Execute("INSERT INTO article_term(term, day, article_id, weight) VALUES (-7, 738160, 1, 0.8), (9223372036854775807, 738160, 1, 0.0001)");
        }

        using var store = Open();
        Assert.Equal([new StoryTerm(-7, 0.8), new StoryTerm(long.MaxValue, 0.0001)], store.Write(_ => store.Stories.SubjectOf(1)).OrderBy(term => term.Term));
        Assert.Equal((105_451L, 8000L), store.Read(connection => connection.QuerySingle<(long, long)>("SELECT week, weight FROM story_term WHERE term = -7 AND day = 738160 AND article_id = 1")));
    }

    private static Arrival.Given Given(string id, string text) =>
        new(id, new DateTimeOffset(2022, 1, 6, 10, 0, 0, TimeSpan.Zero), "articles.jsonl", id, new Article(text)) { HasOwnId = true };

    private static long Count(StationStore store, string table) => store.Read(connection => connection.ExecuteScalar<long>($"SELECT count(*) FROM {table}"));

    private StationStore Open() => StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
}
