using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Relating;
using Marsad.Relating.Stories;

namespace Marsad.Tests.Relating.Stories;

public sealed class StoryTests
{
    private const string Storming = "اقتحم محتجون مبنى البلدية في ألماتي وأضرموا فيه النار بعد ساعات من رفع أسعار الوقود، وقالت الشرطة إنها استخدمت الغاز المسيل للدموع لتفريق الحشود وإن عددا من رجالها أصيبوا بجروح، بينما أعلن الرئيس حالة الطوارئ في المدينة";
    private const string StormingAgain = "أضرم محتجون على أسعار الوقود النار في مبنى بلدية ألماتي بعد اقتحامه مساء اليوم، وأطلقت الشرطة الغاز المسيل للدموع على الحشود قبل أن يعلن الرئيس حالة الطوارئ، وتحدثت مصادر طبية عن عشرات الجرحى";
    private const string Football = "فاز المنتخب على ضيفه بثلاثة أهداف في المباراة التي جمعتهما في ألماتي مساء اليوم ضمن تصفيات كأس العالم، وسجل المهاجم هدفين قبل نهاية الشوط الأول، وأهدر الضيوف ركلة جزاء في الدقائق الأخيرة أمام مدرجات ممتلئة";

    [Fact]
    public void Two_reports_on_one_happening_are_alike() => Assert.InRange(Likeness(Storming, StormingAgain), 0.3, 1);

    [Fact]
    public void Two_happenings_in_one_place_are_not_alike() => Assert.InRange(Likeness(Storming, Football), 0, 0.29);

    [Fact]
    public void An_article_that_is_like_no_story_opens_one() => Assert.Null(StoryJudge.Judge([new StoryCandidate(1, 1, 0.1)]));

    [Fact]
    public void One_odd_report_does_not_draw_an_article_into_a_story() =>
        Assert.Null(StoryJudge.Judge([new StoryCandidate(1, 1, 0.45), new StoryCandidate(2, 1, 0.1), new StoryCandidate(3, 1, 0.1)]));

    private static double Likeness(string one, string other)
    {
        var (a, b) = (Terms(one), Terms(other));
        return a.Join(b, term => term.Term, term => term.Term, (x, y) => x.Weight * y.Weight).Sum();
    }

    private static IReadOnlyList<StoryTerm> Terms(string text)
    {
        var at = text.IndexOf("ألماتي", StringComparison.Ordinal);
        var names = new[] { new Name("n1", NameType.Location, "ألماتي", [], [new Span(at, at + 6)]) };
        var record = new Record(names, [], [], [], [], [], "test");
        return StoryTerms.Of(record, new ArticleWords(""), new ArticleWords(text)).Weigh(0, new Dictionary<long, long>());
    }
}
