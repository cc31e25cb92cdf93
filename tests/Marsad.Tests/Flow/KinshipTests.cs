using Marsad.Flow;
using Marsad.Reading;
using Marsad.Store;
using Marsad.Store.Queries;
using Marsad.Tests.Store;

namespace Marsad.Tests.Flow;

/// <summary>A text as it goes from outlet to outlet: who had it first, whom it credits, and what became of it.</summary>
public sealed class KinshipTests : IDisposable
{
    private const string Wire =
        "أعلنت وزارة الداخلية في كازاخستان مساء الأربعاء أن قوات الأمن استعادت السيطرة على مطار مدينة ألماتي بعد ساعات من سقوطه في أيدي محتجين غاضبين من رفع أسعار الوقود.\n" +
        "وقال المتحدث باسم الوزارة إن المحتجين اقتحموا مبنى البلدية وأضرموا فيه النار، مضيفا أن 12 شخصا قتلوا في المدينة منذ بداية الاحتجاجات، وأن السلطات فتحت تحقيقا في ما جرى.\n" +
        "ودعت مفوضة الأمم المتحدة السامية لحقوق الإنسان إلى الإفراج عن المحتجزين والتحقيق في ما جرى خلال الأيام الماضية في عدة مدن من البلاد.";

    private static readonly string Updated = Wire.Replace("12 شخصا", "30 شخصا", StringComparison.Ordinal);

    private const string Own =
        "تابعت الجالية الكازاخية في بيروت أخبار بلادها باهتمام، وتجمع العشرات أمام السفارة حاملين الشموع وصور أقاربهم الذين انقطعت أخبارهم منذ ليلة أمس بسبب توقف شبكات الهاتف. " +
        "وقالت سيدة تقيم في المدينة منذ عشرة أعوام إنها لم تسمع صوت أمها منذ ثلاثة أيام، وإن ما وصل من صور لا يطمئن أحدا من أبناء الجالية.\n";

    private readonly TemporaryDirectory _directory = new();
    private readonly StationStore _store;
    private readonly PageWalk _walk;

    public KinshipTests()
    {
        _store = StationStore.Open(_directory.File("marsad.db"), TimeProvider.System);
        _walk = new PageWalk(_store, []);
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    private long File(string id, string text, int hour, string? agency = null)
    {
        var at = new DateTimeOffset(2022, 1, 6, hour, 0, 0, TimeSpan.Zero);
        var article = new Article(text, "قوات الأمن تستعيد المطار", null, PublicationTime.At(at), Url: $"http://{id}.example/1", Outlet: id, Language: "ar") { Agencies = agency is null ? [] : [agency] };
        return Assert.IsType<WalkEnd.Filed>(_walk.Walk(new Arrival.Given(id, at, "articles.jsonl", id, article) { HasOwnId = true })).Article;
    }

    private TextHistory History(long article) => _store.Read(db => db.HistoryOf(db.Article(article)!));

    private ArticleRow Row(long article) => _store.Read(db => db.Article(article)!);

    [Fact]
    public void The_outlet_that_published_it_first_is_first_whichever_came_first()
    {
        var late = File("manara", Wire, 14);
        var early = File("ufuq", Wire, 9);
        Assert.All(new[] { late, early }, article => Assert.Equal("ufuq", History(article).First.Outlet));
        Assert.Equal([(late, "same")], History(early).Later.Select(later => (later.Article.Id, later.Kin.Kind)));
    }

    [Fact]
    public void Of_two_of_one_time_the_one_that_came_first_is_first()
    {
        var one = File("manara", Wire, 9);
        var other = File("ufuq", Wire, 9);
        Assert.Equal(one, History(other).First.Id);
    }

    [Fact]
    public void The_agency_that_most_copies_credit_comes_first()
    {
        var first = File("manara", Wire, 9);
        File("ufuq", Wire, 10, "رويترز");
        File("sada", Wire, 11, "رويترز");
        File("jisr", Wire, 12, "فرانس برس");
        Assert.Equal(["رويترز", "فرانس برس"], History(first).Agencies);
    }

    [Fact]
    public void What_came_as_plain_text_is_credited_by_its_first_line() => Assert.Equal(["رويترز"], History(File("manara", "ألماتي - رويترز\n" + Wire, 9)).Agencies);

    [Fact]
    public void Another_toll_is_shown_as_an_update_and_not_folded_away()
    {
        var first = File("manara", Wire, 9);
        var update = File("ufuq", Updated, 12);
        Assert.Null(Row(update).CopyOf);
        Assert.Equal(("update", 1L, 0L), (Row(update).Kin, Row(first).Updates, Row(first).Copies));
        var change = Assert.Single(Assert.Single(History(first).Later).Kin.Changes);
        Assert.Equal(("killed", "12", "30"), (change.Category, new string([.. change.Before.Where(char.IsDigit)]), new string([.. change.After.Where(char.IsDigit)])));
        Assert.Equal(first, History(update).Earlier?.Article.Id);
        Assert.Equal(Row(first).StoryId, Row(update).StoryId);
    }

    [Fact]
    public void A_copy_of_an_update_is_folded_under_the_update()
    {
        File("manara", Wire, 9);
        var update = File("ufuq", Updated, 12);
        Assert.Equal(update, Row(File("sada", Updated, 13)).CopyOf);
    }

    [Fact]
    public void A_text_that_came_after_its_update_is_what_was_updated()
    {
        var update = File("ufuq", Updated, 12);
        var first = File("manara", Wire, 9);
        Assert.Equal(("update", null, null), (Row(update).Kin, Row(update).CopyOf, Row(first).CopyOf));
        Assert.Equal(first, History(update).Earlier?.Article.Id);
    }

    [Fact]
    public void An_update_keeps_its_kin_when_what_it_updates_is_edited()
    {
        var first = File("manara", Wire, 9);
        var update = File("ufuq", Updated, 12);
        var edited = File("manara", Wire + "\nوأعلن لاحقا عن حظر التجول في عدد من أحياء المدينة.", 9);
        Assert.NotEqual(first, edited);
        Assert.Equal(edited, History(update).Earlier?.Article.Id);
    }

    [Fact]
    public void Copies_of_the_old_words_stay_together_when_the_first_is_edited_to_another_toll()
    {
        var first = File("manara", Wire, 9);
        var (copy, second) = (File("ufuq", Wire, 10), File("sada", Wire, 11));
        Assert.Equal((first, first), (Row(copy).CopyOf, Row(second).CopyOf));
        var edited = File("manara", Updated, 9);
        Assert.Equal((null, null, copy), (Row(edited).CopyOf, Row(copy).CopyOf, Row(second).CopyOf));
        Assert.Equal(("update", copy), (Row(edited).Kin, History(edited).Earlier?.Article.Id));
        Assert.Equal(("12", "30"), Digits(Assert.Single(History(edited).Earlier!.Value.Kin.Changes)));
    }

    [Fact]
    public void An_update_is_a_copy_when_what_it_updates_is_edited_to_its_words()
    {
        File("manara", Wire, 9);
        var update = File("ufuq", Updated, 12);
        var edited = File("manara", Updated, 9);
        Assert.Equal((edited, "same"), (Row(update).CopyOf, Row(update).Kin));
    }

    [Fact]
    public void What_was_rewritten_altogether_is_no_kin_any_more()
    {
        var first = File("manara", Wire, 9);
        var update = File("ufuq", Updated, 12);
        var edited = File("manara", "أغلقت المدارس أبوابها في العاصمة بسبب موجة البرد، وطلبت البلدية من السكان ملازمة منازلهم حتى مساء الأحد، فيما استمرت فرق الطوارئ في فتح الطرق الرئيسية أمام الحافلات وسيارات الإسعاف طوال الليل.", 9);
        Assert.NotEqual(first, edited);
        Assert.Equal((null, null), (Row(update).Kin, History(update).Earlier));
    }

    [Fact]
    public void Made_anew_an_update_that_an_older_analyzer_did_not_see_is_shown_as_one()
    {
        using var archive = new Marsad.Archive.CaptureArchive(_directory.File("archive"));
        var first = File("manara", Wire, 9);
        var update = File("ufuq", Updated, 12);
        // As an analyzer left them that read no amounts.
        _store.Write(db => Dapper.SqlMapper.Execute(db, "UPDATE kin SET kind = 'same', changes = '[]', analyzer = '0.0.1'; UPDATE article SET copy_of = @first, analyzer = '0.0.1' WHERE id = @update", new { first, update }));
        new Reanalysis(_store, archive).Run(all: false, _ => { }, default);
        Assert.Equal((null, "update"), (Row(update).CopyOf, Row(update).Kin));
        Assert.Equal(("12", "30"), Digits(Assert.Single(History(update).Earlier!.Value.Kin.Changes)));
    }

    [Fact]
    public void Made_anew_an_update_that_is_none_is_folded_away()
    {
        using var archive = new Marsad.Archive.CaptureArchive(_directory.File("archive"));
        var first = File("manara", Wire, 9);
        var copy = File("ufuq", Wire, 12);
        _store.Write(db => Dapper.SqlMapper.Execute(db, "UPDATE kin SET kind = 'update', analyzer = ''; UPDATE article SET copy_of = NULL"));
        new Reanalysis(_store, archive).Run(all: false, _ => { }, default);
        Assert.Equal((first, "same"), (Row(copy).CopyOf, Row(copy).Kin));
    }

    [Fact]
    public void Made_anew_a_text_that_repeats_a_passage_is_what_it_was()
    {
        using var archive = new Marsad.Archive.CaptureArchive(_directory.File("archive"));
        File("manara", Wire, 9);
        var own = File("ufuq", Own + Wire[(Wire.IndexOf('\n', StringComparison.Ordinal) + 1)..(Wire.LastIndexOf('\n') + 75)], 12);
        Assert.Equal((null, "quotation"), (Row(own).CopyOf, Row(own).Kin));
        new Reanalysis(_store, archive).Run(all: true, _ => { }, default);
        Assert.Equal((null, "quotation"), (Row(own).CopyOf, Row(own).Kin));
    }

    private static (string Before, string After) Digits(FigureChangeRow change) => (new([.. change.Before.Where(char.IsDigit)]), new([.. change.After.Where(char.IsDigit)]));

    [Fact]
    public void Figures_of_an_update_count_beside_those_that_it_updates()
    {
        _store.Situations.Follow(new Situation("almaty", "ألماتي", "Almaty", ["ألماتي"], null, null));
        File("manara", Wire, 9);
        File("ufuq", Updated, 12);
        File("sada", Wire, 13);
        var figures = _store.Read(db => db.FiguresOfSituation(db.Situation("almaty")!.Id, 100)).Where(figure => figure.Category == "killed").Select(figure => (int)figure.Low);
        Assert.Equal([12, 30], figures.Order());
    }
}
