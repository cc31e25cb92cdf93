using System.Text;
using Dapper;
using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Records.Corrections;
using Marsad.Store;
using Marsad.Store.Queries;
using Marsad.Store.Search;

namespace Marsad.Tests.Store;

public sealed class CorrectionsTests : IDisposable
{
    private const string Text = "قال الوزير سامي النجار إن القوات ستبقى في المدينة حتى نهاية الشهر. وأضاف النجار أن 12 شخصا قتلوا في الاشتباكات.";

    private readonly TemporaryDirectory _directory = new();
    private readonly StationStore _store;
    private readonly CaptureArchive _archive;
    private readonly long _article;

    public CorrectionsTests()
    {
        _store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        _archive = new CaptureArchive(_directory.File("archive"));
        _article = File(Text);
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_confirmed_statement_says_so_wherever_it_is_listed()
    {
        Assert.True(_store.Corrections.Decide(_article, "s1", Decision.Confirmed, "هدى"));
        Assert.Equal("confirmed", Statements().First(s => s.LocalId == "s1").Review);
    }

    [Fact]
    public void A_rejected_statement_is_found_no_more()
    {
        _store.Corrections.Decide(_article, "s1", Decision.Rejected, "هدى");
        Assert.DoesNotContain("s1", Statements().Select(s => s.LocalId));
        Assert.Empty(Found("نهاية الشهر"));
    }

    [Fact]
    public void A_corrected_speaker_is_found_and_the_old_one_is_not()
    {
        _store.Corrections.Decide(_article, "s1", Decision.Corrected, "هدى", new Dictionary<string, string?> { ["speaker"] = "ليلى العطار" });
        Assert.Contains("s1", Found("speaker:العطار"));
        Assert.DoesNotContain("s1", Found("speaker:النجار"));
    }

    [Fact]
    public void Undo_brings_back_what_held_before()
    {
        _store.Corrections.Decide(_article, "s1", Decision.Confirmed, "هدى");
        _store.Corrections.Decide(_article, "s1", Decision.Rejected, "سالم");
        var rejection = _store.Read(c => c.DecisionsOn(_article))[0];
        Assert.Equal(_article, _store.Corrections.Undo(rejection.Id, "هدى"));
        Assert.Equal("confirmed", Statements().First(s => s.LocalId == "s1").Review);
        Assert.Equal(("سالم", "هدى"), _store.Read(c => c.DecisionsOn(_article))[0] is var row ? (row.Who, row.UndoneBy) : default);
    }

    [Fact]
    public void A_decision_is_taken_back_once()
    {
        _store.Corrections.Decide(_article, "s1", Decision.Confirmed, "هدى");
        var id = _store.Read(c => c.DecisionsOn(_article))[0].Id;
        _store.Corrections.Undo(id, "هدى");
        Assert.Null(_store.Corrections.Undo(id, "هدى"));
    }

    [Theory]
    [InlineData("s99")]
    [InlineData("")]
    public void There_is_no_decision_on_what_is_not_there(string item) => Assert.False(_store.Corrections.Decide(_article, item, Decision.Confirmed, "هدى"));

    [Fact]
    public void A_value_that_cannot_be_is_not_kept()
    {
        Assert.False(_store.Corrections.Decide(_article, "f1", Decision.Corrected, "هدى", new Dictionary<string, string?> { ["low"] = "كثير" }));
        Assert.Empty(_store.Read(c => c.DecisionsOn(_article)));
    }

    [Fact]
    public void Decisions_hold_for_the_next_version_of_the_article()
    {
        _store.Corrections.Decide(_article, "f1", Decision.Corrected, "هدى", new Dictionary<string, string?> { ["low"] = "13", ["high"] = "13" });
        var next = File("عاجل من المدينة. " + Text);
        Assert.NotEqual(_article, next);
        Assert.Equal(13, _store.Read(c => c.ReviewedOf(next))!.Holds.Record.Figures.Single().Low);
    }

    [Fact]
    public void Reanalysis_keeps_decisions_and_forgets_what_an_older_analyzer_said()
    {
        _store.Corrections.Decide(_article, "s1", Decision.Corrected, "هدى", new Dictionary<string, string?> { ["speaker"] = "ليلى العطار" });
        var before = Statements().Select(s => (s.LocalId, s.Speaker, s.Content, s.Review)).ToList();
        _store.Write(c => c.Execute("UPDATE article SET analyzer = 'older', record = json_set(record, '$.statements', json('[]'), '$.analyzer', 'older')"));
        var count = new Reanalysis(_store, _archive).Run(all: false, _ => { }, CancellationToken.None);
        Assert.Equal(new ReanalysisCount(1, 1, 0), count);
        Assert.Equal(before, Statements().Select(s => (s.LocalId, s.Speaker, s.Content, s.Review)));
    }

    [Fact]
    public void Reanalysis_leaves_alone_what_the_present_analyzer_made() =>
        Assert.Equal(new ReanalysisCount(0, 0, 0), new Reanalysis(_store, _archive).Run(all: false, _ => { }, CancellationToken.None));

    [Fact]
    public void Reanalysis_reads_the_archived_page_again()
    {
        var body = Encoding.UTF8.GetBytes($"<!doctype html><html lang=ar><meta charset=utf-8><title>خبر</title><article><h1>القوات باقية في المدينة</h1><p>{Text}</p><p>{Text.Replace("12", "15", StringComparison.Ordinal)}</p></article>");
        var end = new PageWalk(_store, []).Walk(new Arrival.Page("https://a.example/news/1", DateTimeOffset.UnixEpoch, body, _archive.Keep(Captured(body)).Digest) { ContentType = "text/html; charset=utf-8" });
        var id = Assert.IsType<WalkEnd.Filed>(end).Article;
        var text = _store.Read(c => c.ReviewedOf(id))!.Shown.Article.Text;
        _store.Write(c => c.Execute("UPDATE article SET analyzer = 'older', record = json_set(record, '$.text', 'شيء آخر', '$.names', json('[]'), '$.statements', json('[]'), '$.figures', json('[]'), '$.times', json('[]')) WHERE id = @id", new { id }));
        new Reanalysis(_store, _archive).Run(all: false, _ => { }, CancellationToken.None);
        Assert.Equal(text, _store.Read(c => c.ReviewedOf(id))!.Shown.Article.Text);
    }

    private long File(string text) => Assert.IsType<WalkEnd.Filed>(new PageWalk(_store, []).Walk(
        new Arrival.Given("f", DateTimeOffset.UnixEpoch, "f", "1", new Article(text, "القوات باقية")) { HasOwnId = true })).Article;

    private IReadOnlyList<StatementRow> Statements() => _store.Read(c => c.Statements(null, null, 50));

    private List<string> Found(string query) => _store.Read(c => c.FindStatements(SearchQuery.Read(c, query, out _)!, 20).Select(s => s.LocalId).ToList());

    private static Capture Captured(byte[] body)
    {
        var url = new Uri("https://a.example/news/1");
        return new Capture(url, url, DateTimeOffset.UnixEpoch, 200, "text/html; charset=utf-8", body);
    }
}
