using Marsad.Language;
using Marsad.Relating;
using Marsad.Watching;

namespace Marsad.Tests.Watching;

public sealed class WatchTests
{
    public static TheoryData<string> Defaults => [.. Names()];

    [Theory]
    [MemberData(nameof(Defaults))]
    public void The_watches_that_are_on_by_default_can_be_read(string file) => Assert.NotEmpty(Default(file).Conditions);

    [Theory]
    [InlineData("human-rights", "أطلقت قوات الأمن الرصاص الحي على المتظاهرين في الساحة.", "fire-on-protesters")]
    [InlineData("human-rights", "دعت المفوضة إلى تسجيل أي انتهاكات لحقوق الإنسان خلال الأحداث.", "violation-of-rights")]
    [InlineData("human-rights", "وثقت المنظمة حالات تعذيب بحق معتقلين في ثلاثة سجون.", "ill-treatment")]
    [InlineData("human-rights", "شنت السلطات حملة اعتقالات طالت عشرات الناشطين.", "arbitrary-arrest")]
    [InlineData("institutions", "واقتحم المحتجون مقر الحكومة وخرجوا منه بعد ساعات.", "building-taken")]
    [InlineData("institutions", "تعد هذه الأعمال تمهيدا للاستيلاء على مؤسسات الدولة.", "building-taken")]
    [InlineData("institutions", "أحبط الجيش محاولة انقلاب قادها ضباط.", "overthrow")]
    public void An_article_that_shows_it_meets_the_watch(string watch, string text, string condition) =>
        Assert.Equal(condition, Look(Default(watch + ".yaml"), text)?.Condition);

    [Theory]
    [InlineData("human-rights", "عقد مجلس حقوق الإنسان دورته السنوية في جنيف.")]
    [InlineData("human-rights", "أطلقت الشركة هاتفا جديدا في الأسواق.")]
    [InlineData("institutions", "افتتح الوزير مبنى البلدية الجديد بعد ترميمه.")]
    [InlineData("institutions", "استعادت القوات السيطرة على المطار.")]
    [InlineData("institutions", "أدى انقلاب شاحنة إلى إغلاق الطريق المؤدي إلى مقر الرئيس.")]
    public void An_article_that_only_has_some_of_the_words_does_not(string watch, string text) => Assert.Null(Look(Default(watch + ".yaml"), text));

    [Fact]
    public void The_evidence_is_the_words_that_met_it()
    {
        const string Text = "في المساء هدأت المدينة.\nوقبل ذلك اقتحم المحتجون مقر الحكومة.";
        var finding = Look(Default("institutions.yaml"), Text)!;
        Assert.Equal("اقتحم المحتجون مقر الحكومة", finding.Evidence.In(Text));
        Assert.Equal(["اقتحم", "مقر الحكومة"], finding.Words);
    }

    [Fact]
    public void Words_of_two_paragraphs_are_not_near_each_other() => Assert.Null(Look(Default("institutions.yaml"), "اقتحم المحتجون الساحة.\nمقر الحكومة بعيد."));

    [Fact]
    public void An_event_meets_a_watch_by_type_and_mode()
    {
        const string Text = "خطف مسلحون مهندسا.";
        var abducted = new Event("e1", "ASSAULT", "abduct", [], new Marsad.Language.Text.Span(0, 3), null, null, null, null, null, EventStatus.Happened, null, [], 1);
        Assert.Equal("torture-or-abuse", Lookout.Look(Default("human-rights.yaml"), new Record([], [], [], [], [], [abducted], ""), new ArticleWords(Text))?.Condition);
        Assert.Null(Lookout.Look(Default("human-rights.yaml"), new Record([], [], [], [], [], [abducted with { Status = EventStatus.Denied }], ""), new ArticleWords(Text)));
    }

    [Fact]
    public void A_statement_meets_a_watch_by_its_act_and_words()
    {
        const string Text = "دعا الأمين العام إلى الإفراج عن المعتقلين فورا.";
        var call = new Statement("s1", new(0, 3), new(21, Text.Length - 1), null, null, null, null, null, null, StatementKind.Indirect, StatementType.Call, null, 1);
        Assert.Equal("call-for-release-or-inquiry", Lookout.Look(Default("human-rights.yaml"), new Record([], [call], [], [], [], [], ""), new ArticleWords(Text))?.Condition);
        Assert.Null(Lookout.Look(Default("human-rights.yaml"), new Record([], [call with { Type = StatementType.Predict }], [], [], [], [], ""), new ArticleWords(Text)));
    }

    [Fact]
    public void A_figure_meets_a_watch_by_category_and_what_stands_beside_it()
    {
        const string Text = "قتل 12 مدنيا في القصف.";
        var killed = new Figure("f1", new(4, 6), 12, 12, Bound.Exact, FigureCategory.Killed, "مدنيا", null);
        Assert.Equal("civilians-killed", Lookout.Look(Default("human-rights.yaml"), new Record([], [], [killed], [], [], [], ""), new ArticleWords(Text))?.Condition);
        Assert.Null(Lookout.Look(Default("human-rights.yaml"), new Record([], [], [killed with { Category = FigureCategory.Forces }], [], [], [], ""), new ArticleWords(Text)));
    }

    [Theory]
    [InlineData("title: {ar: أ, en: A}\nconditions:\n  - nmae: x\n", "WT002", "w.yaml:3: \"nmae\" is not known here")]
    [InlineData("title: {ar: أ, en: A}\nconditions:\n  - name: x\n    event: {types: [FIGHT]}\n", "WT002", "w.yaml:4: \"FIGHT\" is no PLOVER type")]
    [InlineData("title: {ar: أ, en: A}\nconditions:\n  - name: x\n    statement: {types: [shout], about: [a]}\n", "WT002", "w.yaml:4: \"shout\" is none of \"types\"")]
    [InlineData("title: {ar: أ, en: A}\nconditions:\n  - name: x\n", "WT002", "w.yaml:3: the condition \"x\" says nothing")]
    [InlineData("title: {ar: أ}\nconditions: []\n", "WT002", "w.yaml:1: \"en\" is missing")]
    [InlineData("title: [\n", "WT001", "w.yaml:")]
    [InlineData("", "WT002", "w.yaml:1: a watch is a list of keys")]
    public void A_wrong_file_is_told_with_its_line(string yaml, string code, string detail)
    {
        var (watch, trouble) = WatchFile.Read("w.yaml", yaml);
        Assert.Null(watch);
        Assert.Equal(code, trouble!.Code);
        Assert.StartsWith(detail, trouble.Detail, StringComparison.Ordinal);
    }

    private static Finding? Look(Watch watch, string text) => Lookout.Look(watch, new Record([], [], [], [], [], [], ""), new ArticleWords(text));

    private static IEnumerable<string> Names() => typeof(Watch).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("watches/", StringComparison.Ordinal)).Select(name => name[8..]);

    private static Watch Default(string file)
    {
        using var reader = new StreamReader(typeof(Watch).Assembly.GetManifestResourceStream("watches/" + file)!);
        var (watch, trouble) = WatchFile.Read(file, reader.ReadToEnd());
        Assert.Null(trouble);
        return watch!;
    }
}
