using Dapper;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Records.Corrections;
using Marsad.Store;
using Marsad.Store.Queries;
using Microsoft.Data.Sqlite;

namespace Marsad.Tests.Store;

/// <summary>What is counted of a situation as its articles come is what counting them all gives.</summary>
public sealed class SituationTalliesTests : IDisposable
{
    private const string Before = "schema/0010-bounded.sql";
    private const string Wire = "قال الوزير سامي النجار إن أعمال الصيانة في ميناء المدينة القديمة ستبدأ صباح الأحد المقبل وتستمر ثلاثة أسابيع، وإن السفن الكبيرة ستحول إلى الميناء الجنوبي حتى تنتهي الأعمال.";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Articles_are_counted_as_they_come()
    {
        using var store = Followed();
        File(store, "a", Wire, 6);
        File(store, "b", "أكدت الكاتبة ليلى العطار أن معرض الميناء تأجل.", 7);
        var situation = Situation(store);
        Assert.Equal((2L, 2L, 1L), (situation.Articles, situation.Stories, situation.Outlets));
        AssertIsWhatCountingGives(store);
    }

    [Fact]
    public void A_copy_is_counted_among_the_articles_and_says_nothing_of_its_own()
    {
        using var store = Followed();
        File(store, "a", Wire, 6);
        var said = Situation(store).Statements;
        File(store, "b", Wire, 7);
        Assert.Equal((2L, said), (Situation(store).Articles, Situation(store).Statements));
        AssertIsWhatCountingGives(store);
    }

    [Fact]
    public void A_text_that_turns_out_to_be_the_earlier_one_speaks_for_its_copies()
    {
        using var store = Followed();
        File(store, "a", Wire, 7);
        File(store, "b", Wire, 6);
        Assert.NotNull(store.Read(connection => connection.ExecuteScalar<long?>("SELECT copy_of FROM article WHERE identity = 'id:a'")));
        AssertIsWhatCountingGives(store);
    }

    [Fact]
    public void A_new_version_takes_the_place_of_the_one_before()
    {
        using var store = Followed();
        File(store, "a", Wire, 6);
        File(store, "a", "أكدت الكاتبة ليلى العطار أن معرض الميناء تأجل إلى الشهر المقبل.", 6);
        Assert.Equal(1, Situation(store).Articles);
        AssertIsWhatCountingGives(store);
    }

    [Fact]
    public void What_people_decide_is_counted()
    {
        using var store = Followed();
        var article = File(store, "a", Wire, 6);
        File(store, "b", "أكدت الكاتبة ليلى العطار أن معرض الميناء تأجل.", 7);
        File(store, "c", "أكدت الكاتبة ليلى القاسم أن افتتاح الميناء قريب.", 8);
        store.Corrections.Decide(article, "s1", Decision.Rejected, "هدى");
        var (kept, gone) = store.Read(connection => (Named(connection, "ليلى العطار"), Named(connection, "ليلى القاسم")));
        Assert.NotNull(store.EntityDecisions.Merge(kept, gone, "هدى"));
        AssertIsWhatCountingGives(store);
        Assert.Equal([("ليلى العطار", 2L)], store.Read(connection => connection.Parties(Situation(store).Id, 10)).Select(party => (party.Name, party.Statements)));
    }

    [Fact]
    public void A_situation_that_is_followed_no_longer_leaves_nothing()
    {
        using var store = Followed();
        File(store, "a", Wire, 6);
        Assert.True(store.Situations.Remove("harbour"));
        Assert.Equal(0, store.Read(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM situation_tally")));
    }

    [Fact]
    public void A_situation_of_many_thousand_articles_shows_exact_totals()
    {
        using var store = Followed();
        store.Write(connection => Crowd(connection, 6000));
        store.Write(_ => store.Tallies.Recount(1));
        var situation = Situation(store);
        Assert.Equal((6000L, 6000L, 3L, 6000L), (situation.Articles, situation.Stories, situation.Outlets, situation.Statements));
        Assert.Equal(("s0", 3000L), store.Read(connection => connection.Parties(1, 2)).Select(party => (party.Name, party.Statements)).First());
    }

    [Fact]
    public void The_articles_of_an_older_store_are_counted()
    {
        var path = _directory.File("marsad.db");
        using (var writer = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            writer.Open();
            Migration.Run(writer, path, [.. Migration.Scripts.Where(script => string.CompareOrdinal(script.Name, Before) <= 0)]);
            writer.Execute("INSERT INTO situation(id, slug, title_ar, title_en, terms) VALUES (1, 'harbour', '', '', '[]')");
            Crowd(writer, 30);
        }

        using var store = Open();
        Assert.Equal((30L, 3L, 30L), (Situation(store).Articles, Situation(store).Outlets, Situation(store).Statements));
        AssertIsWhatCountingGives(store);
    }

    private static void Crowd(SqliteConnection connection, int articles) => connection.Execute(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @articles) INSERT INTO story(id, title, first_at, last_at) SELECT i, '', '', '' FROM n;
        INSERT INTO article(id, identity, key, outlet, published_at, filed_at, content, story_id, analyzer, record) SELECT id, id, id, 'o' || (id % 3), '2022-01-06', '', '', id, '', x'' FROM story;
        INSERT INTO statement(article_id, local_id, speaker, kind, type, content, start, end, confidence) SELECT id, 's1', 's' || (id % 2), '', '', '', 0, 0, 1 FROM story;
        INSERT INTO situation_article(situation_id, article_id, published_at) SELECT 1, id, '2022-01-06' FROM story;
        """,
        new { articles });

    private static long Named(SqliteConnection connection, string name) => connection.ExecuteScalar<long>("SELECT entity_id FROM entity_variant WHERE surface = @name", new { name });

    private static SituationRow Situation(StationStore store) => store.Read(connection => connection.Situation("harbour"))!;

    private static List<string> Kept(StationStore store) => store.Read(connection => connection.Query<string>(
        """
        SELECT kind || '|' || key || '|' || n FROM situation_tally UNION ALL SELECT articles || '|' || stories || '|' || outlets || '|' || statements || '|' || alerts FROM situation ORDER BY 1
        """).ToList());

    private static void AssertIsWhatCountingGives(StationStore store)
    {
        var kept = Kept(store);
        store.Write(_ => store.Tallies.Recount(1));
        Assert.Equal(Kept(store), kept);
    }

    private static long File(StationStore store, string id, string text, int day)
    {
        var arrival = new Arrival.Given(id, new DateTimeOffset(2022, 1, day, 10, 0, 0, TimeSpan.Zero), "articles.jsonl", id, new Article(text, Outlet: "صحيفة")) { HasOwnId = true };
        return Assert.IsType<WalkEnd.Filed>(new PageWalk(store, []).Walk(arrival)).Article;
    }

    private StationStore Followed()
    {
        var store = Open();
        store.Situations.Follow(new Situation("harbour", "الميناء", "Harbour", ["الميناء", "ميناء"], null, null));
        return store;
    }

    private StationStore Open() => StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
}
