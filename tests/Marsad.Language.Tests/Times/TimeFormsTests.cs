namespace Marsad.Language.Tests.Times;

/// <summary>Times that are told by their place in a series, a feast or a sentence before. Sentences of our own.</summary>
public sealed class TimeFormsTests
{
    // A Saturday, the fifth of Jumada II 1443.
    private static readonly DateOnly Published = new(2022, 1, 8);

    [Theory]
    [InlineData("يقام المعرض من 3 إلى 5 نوفمبر (تشرين الثاني) 2021.", "3=2021-11-03; 5 نوفمبر (تشرين الثاني) 2021=2021-11-05")]
    [InlineData("تقرر الإضراب يومي 9 و10 جانفي الجاري.", "يومي 9=2022-01-09; 10 جانفي الجاري=2022-01-10")]
    [InlineData("تستمر الدورة من 23 وحتى 29 جانفي 2022.", "23=2022-01-23; 29 جانفي 2022=2022-01-29")]
    public void Two_days_that_share_a_month_are_two_times(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("وصل الوفد يوم 5 جانفي 2022 وفي ذلك اليوم وقع الاتفاق.", "يوم 5 جانفي 2022=2022-01-05; ذلك اليوم=2022-01-05")]
    [InlineData("وفي ذلك اليوم وقع الاتفاق.", "")]
    [InlineData("بدأ العمل في عام 2019 وانتهى في ذلك العام.", "عام 2019=2019; ذلك العام=2019")]
    public void What_takes_up_a_time_has_its_value(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("عاد الحجاج في ثاني أيام عيد الأضحى المبارك.", "2021-07-21")]
    [InlineData("بدأ المهرجان في أول أيام شهر رمضان.", "2022-04-02")]
    [InlineData("وقع الاتفاق في شهر رمضان 1442هـ.", "2021-04")]
    [InlineData("يستعد النادي للموسم الرياضي المقبل.", "2022")]
    [InlineData("فاز النادي في الموسم الماضي.", "2020")]
    [InlineData("تبدأ الرحلات هذه الصائفة.", "2022-SU")]
    [InlineData("تعلن الخطة في القريب العاجل.", "FUTURE_REF")]
    [InlineData("ما زالت القلعة قائمة إلى يومنا هذا.", "PRESENT_REF")]
    [InlineData("تمكن الباحثون أخيرا من تطوير الدواء.", "PAST_REF")]
    [InlineData("بلغ السعر أدنى مستوياته منذ ديسمبر كانون الأول مع هبوط الطلب.", "2021-12")]
    [InlineData("يرفع العلم في الساعة 1430 بتوقيت جرينتش.", "2022-01-08T14:30")]
    [InlineData("تبدأ المباراة الساعة الثانية و النصف بعد الظهر.", "2022-01-08T14:30")]
    [InlineData("حقق فيلم \"الساحل\" 1997 نجاحا كبيرا.", "1997")]
    public void A_series_a_feast_or_a_season_tells_the_time(string text, string value) => Assert.EndsWith("=" + value, Read(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("وصل الأب وابنه إلى المدينة.")]
    [InlineData("يلعب الفريق بطريقة 3-4-3.")]
    [InlineData("سجل الهدف في الدقائق الأخيرة.")]
    [InlineData("زار الوزير المدينة قبل عقد المؤتمر.")]
    [InlineData("وأخيرا وصل القطار.")]
    [InlineData("قال محمد الخميس رئيس اللجنة إن العمل مستمر.")]
    public void What_only_looks_like_a_time_is_none(string text) => Assert.Empty(Read(text));

    private static string Read(string text) => string.Join("; ", ArabicAnalyzer.Read(new ArticleText(text, null, Published)).Times.Select(time => $"{time.Span.In(text)}={time.Value}"));
}
