using Dapper;
using Marsad.Cli.Demo;
using Marsad.Flow;
using Marsad.Records;
using Marsad.Store.Queries;
using Marsad.Store.Search;

namespace Marsad.Cli.Tests.Demo;

/// <summary>The whole way of the demo: outlets on loopback, followed by the real collector into a real store. Collected once for all tests.</summary>
public sealed class DemoStationTests(DemoStationTests.Collected demo) : IClassFixture<DemoStationTests.Collected>
{
    [Fact]
    public void Every_article_is_filed() => Assert.Empty(
        demo.Pages.Where(p => p.Gold is not null).Select(p => p.Url.AbsoluteUri).Distinct().Except(demo.Ask("SELECT DISTINCT url FROM article")));

    [Fact]
    public void No_page_without_an_article_is_filed() => Assert.Empty(
        demo.Pages.Where(p => p.Gold is null).Select(p => p.Url.AbsoluteUri).Intersect(demo.Ask("SELECT DISTINCT url FROM article")));

    [Fact]
    public void Every_version_of_an_article_is_filed_with_its_headline_and_its_paragraphs() => Assert.All(demo.Pages.Where(p => p.Gold is not null), page =>
    {
        var record = demo.RecordOf(page);
        Assert.Equal(page.Gold!.Title, record.Article.Title);
        Assert.Equal(string.Join('\n', page.Gold.Paragraphs), record.Article.Text);
    });

    [Fact]
    public void A_page_that_is_gone_or_closed_is_parked_with_the_reason() =>
        Assert.Equal(["FT010", "FT015"], demo.Ask("SELECT code FROM parked WHERE room = 'Fetch' ORDER BY code"));

    [Fact]
    public void Nothing_is_parked_for_a_fault_of_ours() => Assert.Empty(demo.Ask("SELECT url || ' ' || code || ' ' || detail FROM parked WHERE code NOT IN ('FT010', 'FT015')"));

    [Fact]
    public void No_page_is_left_on_the_work_list() => Assert.Equal(0, demo.Station.Store.Read(store => store.CountWaiting()));

    [Fact]
    public void Both_watches_raise_alerts() => Assert.Equal(["human-rights", "institutions"], demo.Ask("SELECT DISTINCT watch FROM alert ORDER BY watch"));

    [Fact]
    public void An_alert_points_to_its_words() =>
        Assert.All(demo.Station.Store.Read(store => store.Alerts(null, 1000)), alert => Assert.False(string.IsNullOrWhiteSpace(alert.Evidence)));

    [Fact]
    public void An_edited_article_has_both_its_versions() => Assert.All(
        demo.Pages.Where(p => p.Version == 2), page => Assert.Equal(["1", "2"], demo.Ask("SELECT CAST(version AS TEXT) FROM article WHERE url = @url ORDER BY version", page.Url.AbsoluteUri)));

    [Fact]
    public void An_article_that_was_not_edited_has_one_version() => Assert.All(
        demo.Pages.Where(p => p.Gold is not null).GroupBy(p => p.Url).Where(g => g.Count() == 1),
        page => Assert.Single(demo.Ask("SELECT CAST(version AS TEXT) FROM article WHERE url = @url", page.Key.AbsoluteUri)));

    [Fact]
    public void A_wire_under_several_mastheads_is_one_text_with_copies() => Assert.All(
        demo.Pages.Where(p => p.Article["wire"] is not null), page =>
            Assert.True(demo.Station.Store.Read(store => store.ArticleByKey(demo.RecordOf(page).Id)) is { CopyOf: not null } or { Copies: > 0 }, page.Url.AbsoluteUri));

    [Theory]
    [InlineData("قازاخستان", "كازاخستان")]
    [InlineData("كازاخستان", "قازاخستان")]
    [InlineData("باشيليه", "باشليه")]
    [InlineData("توقاييف", "توكاييف")]
    public void A_search_for_one_spelling_finds_the_other(string asked, string other)
    {
        var found = demo.Station.Store.Read(store => store.FindArticles(SearchQuery.Read(store, asked)!, 200)).Select(hit => hit.Article.Url);
        var written = demo.Pages.Where(p => p.Gold is { } gold && Says(gold, other) && !Says(gold, asked)).Select(p => p.Url.AbsoluteUri);
        Assert.NotEmpty(found.Intersect(written));
    }

    [Fact]
    public void The_situation_holds_every_article() => Assert.Empty(
        demo.Ask("SELECT url FROM article WHERE current = 1 AND id NOT IN (SELECT article_id FROM situation_article)"));

    [Fact]
    public void No_source_is_in_trouble() => Assert.Empty(demo.Ask("SELECT feed_url || ' ' || trouble FROM source WHERE failures > 0"));

    [Fact]
    public void Official_figures_contradict_each_other() =>
        Assert.Empty(new[] { "26", "164", "225" }.Except(demo.Ask("SELECT DISTINCT CAST(CAST(low AS INTEGER) AS TEXT) FROM figure WHERE category = 'killed'")));

    [Fact]
    public void Nothing_that_robots_txt_closes_was_asked_for() => Assert.DoesNotContain(demo.Web.Asked, url => url.AbsolutePath.StartsWith("/private/", StringComparison.Ordinal));

    private static bool Says(DemoGold gold, string word) => gold.Title.Contains(word, StringComparison.Ordinal) || gold.Paragraphs.Any(p => p.Contains(word, StringComparison.Ordinal));

    /// <summary>The demo's station after it has collected everything, and again after what was edited meanwhile.</summary>
    public sealed class Collected : IAsyncLifetime
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("marsad-demo-test-");
        private readonly LaterClock _clock = new();

        internal IReadOnlyList<DemoPage> Pages { get; } = [.. DemoOutlets.Pages()];

        internal DemoWeb Web { get; private set; } = null!;

        internal Station Station { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Web = await DemoWeb.Start(DemoOutlets.All);
            Station = Station.Open(DemoStation.Options(_directory.FullName, Web), _clock);
            DemoStation.Follow(Station, Web);
            await Station.Collector.CollectDueAsync(CancellationToken.None);
            _clock.Later = TimeSpan.FromMinutes(10);
            await Station.Collector.CollectDueAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            Station.Dispose();
            await Web.DisposeAsync();
            _directory.Delete(recursive: true);
        }

        internal List<string> Ask(string query, string? url = null) => Station.Store.Read(store => store.Query<string>(query, new { url }).AsList());

        internal ArticleRecord RecordOf(DemoPage page) => Station.Store.Read(store =>
        {
            var id = store.QuerySingle<long>("SELECT id FROM article WHERE url = @url AND version = @version", new { url = page.Url.AbsoluteUri, version = page.Version });
            return RecordJson.Read(store.RecordOf(id)!);
        });

        /// <summary>The system's clock, set forward: timers run as ever.</summary>
        private sealed class LaterClock : TimeProvider
        {
            public TimeSpan Later { get; set; }

            public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
        }
    }
}
