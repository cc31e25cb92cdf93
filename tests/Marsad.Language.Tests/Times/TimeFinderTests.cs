using CsCheck;
using Marsad.Language.Times;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Times;

public sealed class TimeFinderTests
{
    private static readonly string[] Words = ["أمس", "اليوم", "5", "يناير", "2022", "الساعة", "الأول", "من", "العام", "الماضي", "قبل", "ثلاثة", "أيام", "كانون", "الثاني", "/", "(", ")", "-", "ليل", "بعد", "منتصف", "الأحد", "\n", "هذا"];
    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(index => Words[index]);

    // A Saturday.
    private static readonly DateOnly Published = new(2022, 1, 8);

    [Theory]
    [InlineData("انطلقت الاحتجاجات في 2 يناير 2022.", "2022-01-02")]
    [InlineData("انطلقت الاحتجاجات في 2 كانون الثاني/يناير.", "2022-01-02")]
    [InlineData("انطلقت الاحتجاجات في 2 كانون الثاني (يناير) الجاري.", "2022-01-02")]
    [InlineData("انطلقت الاحتجاجات يوم الأحد 2 جانفي 2022.", "2022-01-02")]
    [InlineData("وقع الاتفاق في الخامس والعشرين من ديسمبر الماضي.", "2021-12-25")]
    [InlineData("تبدأ الدورة غرة فيفري المقبل.", "2022-02-01")]
    [InlineData("صدر المرسوم في 12/05/2021.", "2021-05-12")]
    [InlineData("صدر المرسوم في 2021-05-12.", "2021-05-12")]
    [InlineData("حضر الحفل في 5 جمادى الآخرة 1443 هـ.", "2022-01-08")]
    [InlineData("عاد في مارس 2019 إلى البلاد.", "2019-03")]
    [InlineData("عاد في أكتوبر من العام الماضي.", "2021-10")]
    [InlineData("يحكم البلاد منذ عام 1991.", "1991")]
    [InlineData("عقد الحفل في 5/ 6 / 1443هـ.", "2022-01-08")]
    [InlineData("يبدأ القيد يوم السبت الـ5 من جمادى الآخرة.", "2022-01-08")]
    [InlineData("صدر المرسوم في الانتخابات البلدية 1436هـ.", "2014")]
    [InlineData("يعيش هناك منذ 2011.", "2011")]
    [InlineData("دارت الحرب بين عامي 1992 و1995 في البلاد.", "1992; 1995")]
    [InlineData("جرت في مطلع تسعينات القرن الماضي.", "199")]
    [InlineData("يبدأ المعسكر من الـ(13) من شهر فبراير المقبل.", "2022-02-13")]
    public void Dates_of_every_month_family_are_resolved(string text, string value) => Assert.Equal(value, Shown(text));

    [Theory]
    [InlineData("قال اليوم إن الوضع هادئ.", "2022-01-08")]
    [InlineData("قال أمس الجمعة إن الوضع هادئ.", "2022-01-07")]
    [InlineData("وصل أول من أمس إلى العاصمة.", "2022-01-06")]
    [InlineData("وصل أمس الأول إلى العاصمة.", "2022-01-06")]
    [InlineData("يصل غدا الأحد إلى العاصمة.", "2022-01-09")]
    [InlineData("يصل بعد غد إلى العاصمة.", "2022-01-10")]
    [InlineData("اندلعت الاشتباكات الأربعاء في المدينة.", "2022-01-05")]
    [InlineData("ستعقد القمة الأربعاء في المدينة.", "2022-01-12")]
    [InlineData("عقدت القمة السبت الماضي في المدينة.", "2022-01-01")]
    [InlineData("تعقد القمة الاثنين المقبل في المدينة.", "2022-01-10")]
    [InlineData("وقع الانفجار مساء الخميس قرب المطار.", "2022-01-06TEV")]
    [InlineData("وقع الانفجار بعد ظهر اليوم.", "2022-01-08TAF")]
    [InlineData("وقع الانفجار الليلة الماضية.", "2022-01-07TNI")]
    [InlineData("وقع الانفجار ظهر الثلاثاء.", "2022-01-04T12:00")]
    [InlineData("انتشرت القوات الأسبوع الماضي.", "2021-W52")]
    [InlineData("ينتهي العمل هذا الأسبوع.", "2022-W01")]
    [InlineData("فوجئت الأسواق في 20 يوليو.", "2021-07-20")]
    [InlineData("ستعقد الدورة في 20 يونيو.", "2022-06-20")]
    [InlineData("فتحت الأسواق اليوم الجمعة.", "2022-01-07")]
    [InlineData("يبدأ اللقاء غدا من الساعة ال10 صباحا.", "2022-01-09T10:00")]
    [InlineData("تولى الإدارة قبل حوالي خمسة أشهر.", "2021-08")]
    [InlineData("وصل صباح هذا اليوم إلى العاصمة.", "2022-01-08TMO")]
    [InlineData("عاد من المغرب الخميس.", "2022-01-06")]
    [InlineData("سيتم ذلك في الربيع، كما جاء في بيان صدر الأربعاء.", "2022-01-05")]
    [InlineData("ارتفعت الأرباح خلال الربع الأول.", "2022-Q1")]
    [InlineData("لا حل في الوقت الحاضر.", "PRESENT_REF")]
    [InlineData("زاد الدخل في العام الماضي.", "2021")]
    [InlineData("زاد الدخل هذا العام.", "2022")]
    [InlineData("يقام المهرجان صيف هذا العام.", "2022-SU")]
    [InlineData("يبدأ العمل نهاية الشهر الجاري.", "2022-01")]
    [InlineData("وصل قبل ثلاثة أيام.", "2022-01-05")]
    [InlineData("وصل قبل عامين.", "2020")]
    [InlineData("عقدت القمة الثلاثاء قبل الماضي.", "2021-12-28")]
    [InlineData("ارتفعت الأسعار في شهر رمضان.", "2022-04")]
    [InlineData("الوضع الآن هادئ.", "PRESENT_REF")]
    [InlineData("ظهر مؤخرا في العاصمة.", "PAST_REF")]
    [InlineData("يزورها خلال الأيام القليلة المقبلة.", "FUTURE_REF")]
    public void Relative_expressions_are_resolved_by_the_day_of_publication(string text, string value) => Assert.Equal(value, Shown(text));

    [Theory]
    [InlineData("يبدأ اللقاء اليوم الساعة 21:00.", "2022-01-08T21:00")]
    [InlineData("يبدأ اللقاء الساعة التاسعة والنصف مساء اليوم.", "2022-01-08T21:30")]
    [InlineData("بدأ اللقاء الساعة العاشرة صباحا.", "2022-01-08T10:00")]
    [InlineData("بدأ اللقاء الساعة الواحدة ظهر اليوم (السبت).", "2022-01-08T13:00")]
    [InlineData("أغلقت السوق الساعة 47ر09 بتوقيت غرينتش.", "2022-01-08T09:47")]
    [InlineData("وقع الحادث الساعة 5،42 عصرا.", "2022-01-08T17:42")]
    [InlineData("يلتقي المنتخبان في الثالثة من عصر اليوم.", "2022-01-08T15:00")]
    [InlineData("نقلت الطفلة الثانية صباح اليوم إلى المستشفى.", "2022-01-08TMO")]
    [InlineData("بدأ اللقاء الساعة الثامنة إلا ربعا مساء أمس.", "2022-01-07T19:45")]
    public void Clock_times_join_their_day(string text, string value) => Assert.Equal(value, Shown(text));

    [Theory]
    [InlineData("استمرت المعارك ثلاثة أيام.")]
    [InlineData("يعيش هناك منذ سنوات.")]
    [InlineData("قال الأمين العام للمنظمة.")]
    [InlineData("يحتفل المواطنون باليوم الوطني.")]
    [InlineData("نقلت صحيفة اليوم السابع الخبر.")]
    [InlineData("رشحته حركة 6 أبريل.")]
    [InlineData("قال لصحيفة «فلسطين اليوم» إنه بخير.")]
    [InlineData("بلغ من العمر 2000 ليرة.")]
    public void Durations_and_names_are_no_times(string text) => Assert.Equal("", Shown(text));

    [Fact]
    public void Where_the_text_tells_another_today_the_text_wins() =>
        Assert.Equal("2022-01-06; 2022-01-05", Shown("قال اليوم الخميس إن الوضع هادئ. وكان قد حذر أمس من العنف."));

    [Fact]
    public void Without_a_day_of_publication_only_full_dates_are_read() =>
        Assert.Equal("2022-01-05", string.Join("; ", TimeFinder.Find(new Document("قال أمس إنه وصل في 5 يناير 2022."), null).Select(time => time.Value)));

    [Fact]
    public void An_impossible_day_of_publication_is_taken_as_unknown() =>
        Assert.Empty(TimeFinder.Find(new Document("قال أمس إنه سيصل الأسبوع المقبل."), DateOnly.MaxValue));

    [Fact]
    public void Spans_lie_in_order_inside_the_text() =>
        Word.Array[0, 14].Sample(words =>
        {
            var text = string.Join(' ', words);
            var at = 0;
            foreach (var time in TimeFinder.Find(new Document(text), Published))
            {
                Assert.True(time.Span.Start >= at && time.Span.End <= text.Length && time.Span.Length > 0);
                at = time.Span.End;
            }
        });

    private static string Shown(string text) => string.Join("; ", TimeFinder.Find(new Document(text), Published).Select(time => time.Value));
}
