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
    // who only stands in a circumstance does not speak
    [InlineData("أعلن سامر كمال رئيس الجمعية انسحابه منها. وقال في تصريح لمراسلة الإذاعة خلال تظاهرة نظمتها الجمعية إنه قرر الانسحاب.", "سامر كمال")]
    [InlineData("قال الوزير سامر كمال إن السد آمن. وأضاف، ردا على سؤال حول المياه، أن النهر كبير.", "سامر كمال")]
    // a medium that only relays goes on last
    [InlineData("قال الوزير سامر كمال إن السد آمن. وزار النهر بحسب ما نقلته \"وات\". وأكد في تصريح إعلامي أن المياه كافية.", "سامر كمال")]
    // a new man whom the sentence before set apart from the last speaker
    [InlineData("قال سامر كمال إن المدرسة مغلقة. في المقابل، رد خالد محسن، قيم عام، على التهم. وأوضح أن الأبواب مفتوحة.", "خالد محسن")]
    // a calling with a nisba takes up who bears it
    [InlineData("أكدت ليلى كمال الصحفية بالإذاعة أن الإقبال كبير. والحضور واسع، وفق الصحفية الجزائرية.", "ليلى كمال")]
    // a text may be a he where its issuer is a she
    [InlineData("ذكر بلاغ لوزارة الخارجية أن الوفد وصل. وثمن الإقبال الكبير للسياح.", "وزارة الخارجية")]
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

    [Fact]
    public void A_quotation_that_nothing_closes_ends_before_the_speaker_goes_on()
    {
        var statements = Read("قال سامر كمال \"سيسمع الناس أشياء غريبة عن الأملاك. وأوضح أن الملف كبير. وأشار إلى أن البلاد آمنة.");
        Assert.Equal(3, statements.Count);
        Assert.All(statements, statement => Assert.Equal("سامر كمال", statement.Speaker));
    }

    [Theory]
    [InlineData("اتُّهِم أخوه بالقتل.")]
    [InlineData("فيه تفاصيل عن الفترة إبان الحرب أن الطريق مغلق.")]
    [InlineData("سيقف القضاء في وجه كل مفسد بحزم.")]
    public void What_is_only_written_like_a_verb_of_saying_says_nothing(string text) => Assert.Empty(Read(text));

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
