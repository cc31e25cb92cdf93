using CsCheck;
using Marsad.Relating;
using Marsad.Relating.Copies;

namespace Marsad.Tests.Relating.Copies;

public sealed class CopyTests
{
    private static readonly Gen<uint[]> SomeRuns = Gen.UInt[0, 60].Array[0, 40].Select(runs => runs.Distinct().Order().ToArray());

    [Fact]
    public void Overlap_agrees_with_sets() => Gen.Select(SomeRuns, SomeRuns).Sample((a, b) =>
    {
        var overlap = Overlap.Of(a, b);
        var shared = (double)a.Intersect(b).Count();
        if (a.Length == 0 || b.Length == 0) return overlap == default;
        return overlap == new Overlap(shared / a.Union(b).Count(), shared / Math.Min(a.Length, b.Length));
    });

    [Fact]
    public void A_copy_with_other_hamzas_marks_and_punctuation_has_the_same_sketch()
    {
        var one = Sketch.Of(new ArticleWords("أعلنت الحكومة، اليوم الأربعاء، حالة الطوارئ في كل أنحاء البلاد"));
        var other = Sketch.Of(new ArticleWords("اعلنت الحُكومة اليوم «الاربعاء» حالة الطوارئ في كل انحاء البلاد."));
        Assert.Equal(one.Runs, other.Runs);
    }

    [Fact]
    public void Near_duplicates_share_a_band()
    {
        var text = Words(1, 200);
        var bands = Sketch.Of(new ArticleWords(text)).BandKeys;
        var edited = Sketch.Of(new ArticleWords("عواصم وكالات " + text[..^80])).BandKeys;
        Assert.NotEmpty(bands.Intersect(edited));
    }

    [Fact]
    public void Texts_that_have_nothing_in_common_share_no_band() =>
        Assert.Empty(Sketch.Of(new ArticleWords(Words(1, 200))).BandKeys.Intersect(Sketch.Of(new ArticleWords(Words(2, 200))).BandKeys));

    [Fact]
    public void A_text_cut_to_its_first_third_is_a_copy()
    {
        var text = Words(1, 300);
        Assert.NotNull(Judge(Words(1, 300), string.Join(' ', text.Split(' ')[..100])));
    }

    [Fact]
    public void A_quoted_sentence_makes_no_copy()
    {
        var quoted = Words(3, 20);
        Assert.Null(Judge($"{Words(1, 200)} {quoted}", $"{quoted} {Words(2, 200)}"));
    }

    [Fact]
    public void A_flash_with_another_number_is_no_copy() => Assert.Null(Judge("قتل 12 شخصا في انفجار في بيروت.", "قتل 30 شخصا في انفجار في بيروت."));

    [Fact]
    public void A_form_that_is_filled_in_with_other_names_is_no_copy()
    {
        const string Form = "بعث الرئيس برقية تهنئة إلى رئيس {0} بمناسبة ذكرى استقلال بلاده وأعرب فيها عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة له ولشعب {0} الصديق اطراد التقدم والازدهار كما أعرب ولي العهد في برقية مماثلة عن تمنياته له ولحكومته بموفور الصحة ولبلاده بالمزيد من الرخاء والاستقرار في ظل العلاقات المتينة بين البلدين";
        var (one, other) = (string.Format(null, Form, "بوليفيا"), string.Format(null, Form, "الغابون"));
        Assert.NotNull(Judge(one, other));
        Assert.Null(Judge(one, other, ["بوليفيا", "موراليس", "لاباز"], ["غابون", "بونغو", "ليبرفيل"]));
    }

    [Fact]
    public void A_flash_word_for_word_a_week_later_is_the_next_bulletin()
    {
        const string Flash = "لم تسجل وزارة الصحة أي حالة إصابة جديدة بالفيروس خلال اليوم ولا أي حالة وفاة";
        Assert.NotNull(Judge(Flash, Flash));
        Assert.Null(Judge(Flash, Flash, days: 7));
    }

    [Fact]
    public void A_form_filled_in_again_after_a_week_is_no_copy()
    {
        var (form, one, other) = (Words(4, 60), Words(5, 40), Words(6, 40));
        Assert.NotNull(Judge($"{form} {one}", $"{form} {other}"));
        Assert.Null(Judge($"{form} {one}", $"{form} {other}", days: 8));
    }

    [Fact]
    public void A_caption_is_no_copy_of_its_like() => Assert.Null(Judge("خادم الحرمين نائب خادم الحرمين", "خادم الحرمين نائب خادم الحرمين"));

    [Fact]
    public void What_is_like_one_half_of_a_merged_report_is_not_folded_under_the_other_half()
    {
        var (first, second) = (Words(7, 100), Words(8, 100));
        var merged = new CopyCandidate(2, Day(0), 1, Day(0), 1, Runs(first + " " + second), new(new HashSet<string>()));
        var head = new CopyCandidate(1, Day(0), 1, Day(0), 1, Runs(first), new(new HashSet<string>()));
        Assert.Null(CopyJudge.Judge(Sketch.Of(new ArticleWords(second)), new HashSet<string>(), Day(0), [head, merged]));
        Assert.NotNull(CopyJudge.Judge(Sketch.Of(new ArticleWords(first + " " + Words(9, 5))), new HashSet<string>(), Day(0), [head, merged]));
    }

    private static CopyOf? Judge(string known, string coming, string[]? knownNames = null, string[]? comingNames = null, int days = 0) => CopyJudge.Judge(
        Sketch.Of(new ArticleWords(coming)), (comingNames ?? []).ToHashSet(), Day(days),
        [new CopyCandidate(1, Day(0), 1, Day(0), 1, Runs(known), new((knownNames ?? []).ToHashSet()))]);

    private static uint[] Runs(string text) => Sketch.Of(new ArticleWords(text)).Runs;

    private static DateTimeOffset Day(int number) => DateTimeOffset.UnixEpoch.AddDays(number);

    private static string Words(int seed, int count)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => $"كلمة{random.Next(100_000)}"));
    }
}
