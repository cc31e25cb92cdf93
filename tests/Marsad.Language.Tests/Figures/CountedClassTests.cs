namespace Marsad.Language.Tests.Figures;

/// <summary>What a counted noun makes of its figure, and what the words around it do. Sentences of our own.</summary>
public sealed class CountedClassTests
{
    [Theory]
    [InlineData("شهدت المدينة خمسة انفجارات.", "other")]
    [InlineData("أحبطت الشرطة تسع عمليات تهريب.", "other")]
    [InlineData("نفذ الأعوان ثلاثة إضرابات قطاعية.", "other")]
    [InlineData("حجزت الشرطة 5 وسائل نقل.", "items")]
    [InlineData("حررت الشرطة 170 محضرا.", "items")]
    public void Happenings_are_other_than_goods_and_papers(string text, string category) => Assert.Equal(category, Category(text));

    [Theory]
    [InlineData("وصل إلى المطار 16 حاجا ماليزيا.", "participants")]
    [InlineData("أصيب 20 متظاهرا بجروح.", "injured")]
    [InlineData("اعتقلت الشرطة 15 محتجا.", "detained")]
    public void Those_who_take_part_are_participants_unless_something_befell_them(string text, string category) => Assert.Equal(category, Category(text));

    [Theory]
    [InlineData("يشارك في المعرض 500 شركة.", "participants")]
    [InlineData("شارك اللاعب في 12 مباراة.", "other")]
    [InlineData("يضم الاتحاد 19 دولة.", "other")]
    [InlineData("يجتاز 132 ألف تلميذ امتحان الباكالوريا.", "participants")]
    public void Bodies_and_people_take_part_where_the_words_say_so(string text, string category) => Assert.Equal(category, Category(text));

    [Theory]
    [InlineData("توفي اليوم زوجان في حادث مرور.", "killed")]
    [InlineData("زاد المؤشر 0.1 % في الجلسة.", "percent")]
    public void A_dual_of_people_and_a_share_behind_its_index_are_figures(string text, string category) => Assert.Equal(category, Category(text));

    [Fact]
    public void A_number_behind_among_them_counts_without_its_noun() =>
        Assert.Equal([20m, 7m], ArabicAnalyzer.Read(new ArticleText("وصل 20 سائحا إلى المدينة منهم 7 من الخارج.")).Figures.Select(figure => figure.Low));

    private static string Category(string text) => Assert.Single(ArabicAnalyzer.Read(new ArticleText(text)).Figures).Category.ToString().ToLowerInvariant();
}
