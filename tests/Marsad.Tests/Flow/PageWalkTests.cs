using Dapper;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Store;
using Marsad.Store.Queries;
using Marsad.Store.Search;
using Marsad.Tests.Store;
using Marsad.Watching;

namespace Marsad.Tests.Flow;

public sealed class PageWalkTests : IDisposable
{
    private const string Wire =
        "أعلنت وزارة الداخلية في كازاخستان مساء الأربعاء أن قوات الأمن استعادت السيطرة على مطار مدينة ألماتي بعد ساعات من سقوطه في أيدي محتجين غاضبين من رفع أسعار الوقود. " +
        "وقال شهود إن القوات أطلقت الرصاص الحي على المتظاهرين في الساحة الرئيسية. وقال المتحدث باسم الوزارة إن المحتجين اقتحموا مبنى البلدية وأضرموا فيه النار، مضيفا أن اثني عشر من رجال الشرطة قتلوا. " +
        "ودعت مفوضة الأمم المتحدة السامية لحقوق الإنسان إلى الإفراج عن المحتجزين والتحقيق في ما جرى خلال الأيام الماضية في عدة مدن من البلاد.";

    private readonly TemporaryDirectory _directory = new();
    private readonly StationStore _store;
    private readonly PageWalk _walk;

    public PageWalkTests()
    {
        _store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        _walk = new PageWalk(_store, WatchFolder.Open(_directory.File("watches")).Watches);
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void An_article_is_filed_once()
    {
        var filed = Assert.IsType<WalkEnd.Filed>(Walk("a", Wire));
        Assert.Equal(new WalkEnd.Unchanged(filed.Article), Walk("a", Wire));
        Assert.Equal(1, Count("article"));
    }

    [Fact]
    public void A_changed_article_is_a_new_version_and_the_old_one_is_kept()
    {
        Walk("a", Wire);
        Walk("a", Wire + "\nوأعلن لاحقا عن حظر التجول.");
        Assert.Equal([(1, 0), (2, 1)], _store.Read(c => c.Query<(int, int)>("SELECT version, current FROM article ORDER BY version")));
    }

    [Fact]
    public void Only_the_current_version_is_found()
    {
        Walk("a", Wire);
        var later = Assert.IsType<WalkEnd.Filed>(Walk("a", Wire + "\nوأعلن لاحقا عن حظر التجول."));
        Assert.Equal([later.Article], Search("كازاخستان"));
    }

    [Fact]
    public void The_same_wire_text_at_another_outlet_is_a_copy_in_the_same_story()
    {
        var first = Assert.IsType<WalkEnd.Filed>(Walk("a", Wire));
        var second = Assert.IsType<WalkEnd.Filed>(Walk("b", "عواصم - وكالات\n" + Wire));
        Assert.True(second.IsCopy);
        Assert.Equal(first.Article, _store.Read(c => c.ExecuteScalar<long>("SELECT copy_of FROM article WHERE id = @Article", second)));
        Assert.Equal(1, Count("story"));
    }

    [Fact]
    public void A_copy_published_earlier_takes_the_first_place()
    {
        var late = Assert.IsType<WalkEnd.Filed>(Walk("a", Wire, "2022-01-06T12:00:00Z"));
        var early = Assert.IsType<WalkEnd.Filed>(Walk("b", Wire, "2022-01-06T08:00:00Z"));
        Assert.Equal([(late.Article, early.Article)], _store.Read(c => c.Query<(long, long)>("SELECT id, copy_of FROM article WHERE copy_of IS NOT NULL")));
    }

    [Fact]
    public void Alerts_are_raised_once_for_a_story_however_many_copies_carry_it()
    {
        var first = Assert.IsType<WalkEnd.Filed>(Walk("a", Wire));
        var second = Assert.IsType<WalkEnd.Filed>(Walk("b", Wire));
        Assert.Equal((2, 0), (first.Alerts, second.Alerts));
    }

    [Fact]
    public void An_alert_points_to_its_words()
    {
        Walk("a", Wire);
        var (start, end) = _store.Read(c => c.QuerySingle<(int, int)>("SELECT start, end FROM alert WHERE watch = 'institutions'"));
        Assert.Contains("اقتحموا مبنى", Wire[start..end], StringComparison.Ordinal);
    }

    [Fact]
    public void What_hurts_is_parked_with_its_stack_and_can_be_tried_again()
    {
        var hurting = new PageWalk(_store, [new Watch("broken", "", "") { Conditions = [null!] }]);
        Assert.IsType<WalkEnd.Parked>(hurting.Walk(Given("a", Wire, "2022-01-06")));
        var parked = Assert.Single(_store.Parked.All());
        Assert.Equal(("Watching", "FL011", 0), (parked.Room, parked.Code, Count("article")));
        Assert.Contains("Lookout", parked.Stack, StringComparison.Ordinal);
        Assert.IsType<WalkEnd.Filed>(_walk.Retry(parked.Id, _ => throw new InvalidOperationException("no body is needed")));
        Assert.Empty(_store.Parked.All());
    }

    [Fact]
    public void A_page_that_hurts_twice_is_parked_once()
    {
        var trouble = new Trouble("RD001", "no article");
        _walk.Park(Given("a", Wire, "2022-01-06"), "Reading", trouble);
        _walk.Park(Given("a", Wire, "2022-01-06"), "Reading", trouble);
        Assert.Equal(2, Assert.Single(_store.Parked.All()).Attempts);
    }

    [Fact]
    public void A_situation_gathers_what_was_filed_before_it_and_what_comes_after()
    {
        Walk("a", Wire);
        _store.Situations.Follow(new Situation("kazakhstan", "كازاخستان", "Kazakhstan", ["كازاخستان"], new DateOnly(2022, 1, 1), new DateOnly(2022, 1, 31)));
        Walk("b", "عقد مجلس الأمن جلسة حول كازاخستان.");
        Walk("c", "فاز الفريق بالمباراة.");
        Walk("d", "وصل وفد من كازاخستان للسياحة.", "2022-03-01");
        Assert.Equal(2, Count("situation_article"));
    }

    [Fact]
    public void Figures_of_a_situation_are_ordered_into_series()
    {
        var situation = _store.Situations.Follow(new Situation("blast", "انفجار", "Blast", ["انفجار"]));
        Walk("a", "قتل 12 شخصا في انفجار في بيروت.", "2022-01-06T10:00:00Z");
        Walk("b", "قتل 30 شخصا في انفجار في بيروت.", "2022-01-06T12:00:00Z");
        var series = Assert.Single(_store.Read(c => c.SeriesOfSituation(situation)));
        Assert.Equal([12, 30], series.Claims.Select(claim => claim.Claim.Low));
    }

    private WalkEnd Walk(string id, string text, string published = "2022-01-06T10:00:00Z", string title = "اقتحام مبان حكومية") => _walk.Walk(Given(id, text, published, title));

    private static Arrival.Given Given(string id, string text, string published, string title = "اقتحام مبان حكومية") =>
        new($"input.jsonl:{id}", DateTimeOffset.UnixEpoch, "input.jsonl", id, new Article(text, title, Outlet: $"صحيفة {id}", Published: PublicationTime.TryParse(published, out var time) ? time : null)) { HasOwnId = true };

    private int Count(string table) => _store.Read(c => c.ExecuteScalar<int>($"SELECT count(*) FROM {table}"));

    private List<long> Search(string words) => _store.Read(c =>
        c.Query<long>("SELECT rowid FROM article_search WHERE article_search MATCH @Match", SearchQuery.Read(c, words)).ToList());
}
