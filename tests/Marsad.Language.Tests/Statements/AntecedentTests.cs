namespace Marsad.Language.Tests.Statements;

/// <summary>Who is meant where the verb hides its subject, or a word takes up somebody who spoke before. Sentences of our own.</summary>
public sealed class AntecedentTests
{
    [Theory]
    // what agrees with the verb by its adjective alone, or cannot speak, is asked or judged
    [InlineData("قال الوزير سامر كمال إن القضاء مستقل. ودعا الهياكل القضائية إلى أن تلعب دورها.", "سامر كمال")]
    [InlineData("قالت وزارة الري إن السد آمن. وطالبت المجتمع الدولي بحماية النهر.", "وزارة الري")]
    [InlineData("قال الوزير سامر كمال إن السد آمن. وطالب المجتمع الدولي بحماية النهر.", "سامر كمال")]
    [InlineData("قال الوزير سامر كمال إن البلاد آمنة. وأدان هذا العمل الإجرامي.", "سامر كمال")]
    [InlineData("قال الوزير سامر كمال إن البلاد آمنة. وثمن الإقبال الكبير للسياح.", "سامر كمال")]
    // "the same source" asks for no agreement
    [InlineData("وصلت السفينة، حسب ما أوردت وكالة الأنباء. وأضاف نفس المصدر أن السفينة كبيرة.", "وكالة الأنباء")]
    // an adjective that stands for the man
    [InlineData("قال كاتب عام النقابة سامر كمال إن الاتفاق قائم. ودعا النقابي إلى احترام الاتفاق.", "سامر كمال")]
    public void Who_speaks_on_is_told_from_whom_he_speaks_to(string text, string speaker) => Assert.Equal(speaker, Read(text)[^1].Speaker);

    [Fact]
    public void A_name_that_follows_an_office_is_its_holder()
    {
        var statements = Read("أعلنت رئيسة اتحاد الصحافيين أن ثلاثة فقدوا. وقالت ليلى كمال إنها قلقة.");
        Assert.All(statements, statement => Assert.Equal("ليلى كمال", statement.Speaker));
        Assert.Equal("رئيسة اتحاد الصحافيين", statements[1].Role);
    }

    [Fact]
    public void A_name_between_pauses_and_an_auxiliary_belongs_to_the_office_before_it()
    {
        var statements = Read("وكان رئيس جمعية إنقاذ البحارة، سامر كمال، قد دعا إلى فتح الميناء.");
        Assert.Equal("سامر كمال", statements[0].Speaker);
    }

    [Theory]
    [InlineData("فيه تفاصيل عن الفترة إبان الحرب أن الطريق مغلق.")]
    [InlineData("سيقف القضاء في وجه كل مفسد بحزم.")]
    public void What_is_only_written_like_a_verb_of_saying_says_nothing(string text) => Assert.Empty(Read(text));

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
