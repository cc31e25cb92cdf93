using Marsad.Archive;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Store;
using Marsad.Store.Queries;
using Marsad.Store.Search;

namespace Marsad.Tests.Store;

public sealed class EntityDecisionsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StationStore _store;
    private readonly List<long> _articles = [];

    public EntityDecisionsTests()
    {
        _store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        File("قال الوزير سامي النجار إن الطريق سيُفتح غدا.");
        File("قال المهندس سامي النجار إن الجسر يحتاج إلى ترميم.");
        File("أكدت الكاتبة ليلى العطار أن الرواية صدرت.");
        File("أكدت الكاتبة ليلى القاسم أن الترجمة صدرت.");
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Merged_entities_have_each_other_s_statements_and_forms()
    {
        var (kept, gone) = (Called("ليلى العطار"), Called("ليلى القاسم"));
        Assert.NotNull(_store.EntityDecisions.Merge(kept, gone, "هدى"));
        Assert.Equal(2, _store.Read(c => c.StatementsOfEntity(kept, 10)).Count);
        Assert.Contains("ليلى القاسم", _store.Read(c => c.FormsOf(kept)));
        Assert.Equal(kept, _store.Read(c => c.Entity(gone))!.Id);
    }

    [Fact]
    public void A_name_that_comes_after_a_merge_is_the_one_that_was_kept()
    {
        var (kept, gone) = (Called("ليلى العطار"), Called("ليلى القاسم"));
        _store.EntityDecisions.Merge(kept, gone, "هدى");
        File("أعلنت الكاتبة ليلى القاسم أن الجائزة تأجلت.");
        Assert.Equal(3, _store.Read(c => c.StatementsOfEntity(kept, 10)).Count);
    }

    [Fact]
    public void A_merge_that_is_taken_back_leaves_two()
    {
        var (kept, gone) = (Called("ليلى العطار"), Called("ليلى القاسم"));
        var decision = _store.EntityDecisions.Merge(kept, gone, "هدى")!.Value;
        Assert.True(_store.EntityDecisions.Undo(decision, "سالم"));
        Assert.Single(_store.Read(c => c.StatementsOfEntity(kept, 10)));
        Assert.Single(_store.Read(c => c.StatementsOfEntity(gone, 10)));
        Assert.False(_store.EntityDecisions.Undo(decision, "سالم"));
    }

    [Fact]
    public void Who_merely_shares_a_name_is_split_off_by_the_article_that_names_him()
    {
        var minister = Called("سامي النجار");
        Assert.NotNull(_store.EntityDecisions.SplitArticles(minister, [_articles[1]], "هدى"));
        Assert.Equal([_articles[0]], _store.Read(c => c.StatementsOfEntity(minister, 10)).Select(s => s.ArticleId));
    }

    [Fact]
    public void A_split_survives_reanalysis()
    {
        var minister = Called("سامي النجار");
        _store.EntityDecisions.SplitArticles(minister, [_articles[1]], "هدى");
        new Reanalysis(_store, new CaptureArchive(_directory.File("archive"))).Run(all: true, _ => { }, CancellationToken.None);
        Assert.Equal([_articles[0]], _store.Read(c => c.StatementsOfEntity(minister, 10)).Select(s => s.ArticleId));
    }

    [Fact]
    public void The_only_form_of_an_entity_cannot_be_split_off() =>
        Assert.Null(_store.EntityDecisions.SplitForms(Called("ليلى العطار"), ["ليلى العطار"], "هدى"));

    [Fact]
    public void Two_of_different_types_are_never_one() =>
        Assert.Null(_store.EntityDecisions.Merge(Called("ليلى العطار"), 9_999, "هدى"));

    [Fact]
    public void A_query_for_a_speaker_finds_what_was_merged()
    {
        _store.EntityDecisions.Merge(Called("ليلى العطار"), Called("ليلى القاسم"), "هدى");
        Assert.Equal(2, _store.Read(c => c.FindStatements(SearchQuery.Read(c, "speaker:\"ليلى القاسم\"", out _)!, 10)).Count);
    }

    [Fact]
    public void What_the_station_recognises_is_a_decision_that_people_take_back_for_good()
    {
        var (kept, gone) = (Called("ليلى العطار"), Called("ليلى القاسم"));
        Assert.True(_store.Write(_ => _store.EntityDecisions.Recognise(kept, gone)));
        Assert.Equal(2, _store.Read(c => c.StatementsOfEntity(kept, 10)).Count);
        var decision = Assert.Single(_store.Read(c => c.DecisionsOnEntity(kept)));
        Assert.Equal(EntityDecisions.Station, decision.Who);
        Assert.True(_store.EntityDecisions.Undo(decision.Id, "هدى"));
        Assert.Single(_store.Read(c => c.StatementsOfEntity(gone, 10)));
        Assert.False(_store.Write(_ => _store.EntityDecisions.Recognise(kept, gone)));
    }

    private long Called(string name) => _store.Read(c => c.EntitiesCalled(name, 5)).First(e => e.Name == name).Id;

    private void File(string text) => _articles.Add(Assert.IsType<WalkEnd.Filed>(new PageWalk(_store, []).Walk(
        new Arrival.Given("f", DateTimeOffset.UnixEpoch, "f", $"{_articles.Count}", new Article(text)) { HasOwnId = true })).Article);
}
