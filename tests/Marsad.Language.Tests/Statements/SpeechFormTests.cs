namespace Marsad.Language.Tests.Statements;

/// <summary>Forms of speech that news uses beside the plain "so-and-so said that", and forms that only look like speech. Sentences of our own.</summary>
public sealed class SpeechFormTests
{
    [Theory]
    [InlineData("اكتفى سامر كمال بالتعليق على عودته بقوله: \"أنا عدت إلى بيتي الأول اليوم\".", "سامر كمال", "أنا عدت إلى بيتي الأول اليوم")]
    [InlineData("قطع سامر كمال صلته بالحزب واصفا ذلك بـ\"العملية التخريبية التي تستهدف الحزب\".", "سامر كمال", "العملية التخريبية التي تستهدف الحزب")]
    [InlineData("ووصفت الصحيفة ذلك بأنه كارثة.", "الصحيفة", "كارثة")]
    [InlineData("وتتم العملية في آخر الشهر، بحسب تأكيدات المدير التجاري للشركة، سامر كمال، في تصريحات صحفية.", "سامر كمال", "تتم العملية في آخر الشهر")]
    [InlineData("دعا الخبير الاجتماعي الدكتور سامر كمال، المجلس البلدي بالارتقاء بمستوى الأداء.", "سامر كمال", "الارتقاء بمستوى الأداء")]
    [InlineData("وأكد رئيس اللجنة سامر كمال - حفظه الله - عمق العلاقات بين البلدين.", "سامر كمال", "عمق العلاقات بين البلدين")]
    [InlineData("ونقلت صحيفة \"الساحل\" تأكيد مدير الإعلام الأمني العميد سامر كمال أن الدخول طبيعي.", "سامر كمال", "الدخول طبيعي")]
    [InlineData("قال سامر كمال إن السد آمن. وعن الانتخابات القادمة قال: \"لن أترشح لها\".", "سامر كمال", "لن أترشح لها")]
    [InlineData("قال مشرف القسم جمال كمال، فيما يخص الأنشطة: \"المركز يقدم العديد من الأنشطة\".", "جمال كمال", "المركز يقدم العديد من الأنشطة")]
    [InlineData("من جهته، بيّن مدير الهيئة سامر كمال أن الباص ينقل الزوار.", "سامر كمال", "الباص ينقل الزوار")]
    [InlineData("وأشارت المصادر عن أن عشرات المقاتلين سقطوا.", "المصادر", "عشرات المقاتلين سقطوا")]
    [InlineData("وأظهرت النتائج وجود انخفاض واضح في المهارات.", "النتائج", "وجود انخفاض واضح في المهارات")]
    [InlineData("أكّد سامر كمال ناشط في المجتمع المدني في تصريح للإذاعة، رفض الشباب للقرارات.", "سامر كمال", "رفض الشباب للقرارات")]
    [InlineData("أبلغت \"الساحل\" مصادر في الهيئة أن الفريق سيزور المدينة.", "مصادر في الهيئة", "الفريق سيزور المدينة")]
    [InlineData("وشدد سامر كمال على أن: طاقة الشعب على التحمل قليلة.", "سامر كمال", "طاقة الشعب على التحمل قليلة")]
    [InlineData("وأشارت المصادر إلى أن القاعدة قديمة، وهي طلبت مؤخرا السماح بتزويد الطائرات بالوقود.", "المصادر", "السماح بتزويد الطائرات بالوقود")]
    [InlineData("أعلن سامر كمال ممثل عن الاتحاد العام في تصريح للإذاعة أن الإضراب مفتوح.", "سامر كمال", "الإضراب مفتوح")]
    public void Speech_is_found(string text, string speaker, string content)
    {
        var statement = Read(text)[^1];
        Assert.Equal((speaker, content), (statement.Speaker, statement.Content.In(text)));
    }

    [Fact]
    public void An_official_notice_closes_with_what_the_ministry_stresses()
    {
        const string Text = "ووزارة الداخلية إذ تعلن ذلك لتؤكد للجميع حرص الحكومة على الأمن.";
        Assert.Equal("وزارة الداخلية", Assert.Single(Read(Text)).Speaker);
    }

    [Fact]
    public void A_main_clause_behind_a_while_is_no_part_of_what_was_announced()
    {
        const string Text = "وبينما أعلنت اللجنة القانونية تأييدها لخفض الرواتب، فإن خبيرا قانونيا أكد أن الرواتب قانونية.";
        Assert.Equal(["تأييدها لخفض الرواتب", "الرواتب قانونية"], Read(Text).Select(statement => statement.Content.In(Text)));
    }

    [Theory]
    [InlineData("وأشاد سامر كمال بالمشروع، مشددا على ضرورة فتح الطريق، وفق ما جاء في الصفحة الرسمية للولاية.", "ضرورة فتح الطريق")]
    [InlineData("قال سامر كمال: \"لن أعود إلى الحزب\" رافضا الإدلاء بالمزيد من التوضيحات.", "لن أعود إلى الحزب")]
    public void What_the_newsroom_adds_is_not_said(string text, string content) => Assert.Equal(content, Read(text)[^1].Content.In(text));

    [Theory]
    [InlineData("وقعت الحادثة التي تكشف عن مهارة الطيار يوم السبت.")]
    [InlineData("القرارات التي أعلن عنها مساء اليوم بعد اجتماع مطول ضم الوفد.")]
    [InlineData("وهو ما كان ينذر بانسحاب الفريق من المباراة.")]
    [InlineData("ويتم ذلك وفقا للنظام.")]
    [InlineData("أغلب المقاهي بالشارع مهددة بالغلق بسبب المخالفات.")]
    [InlineData("سامر كمال - الرياض\nأعلن اليوم عن صفقة كبرى في المدينة.")]
    public void Nobody_speaks(string text) => Assert.Empty(Read(text));

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
