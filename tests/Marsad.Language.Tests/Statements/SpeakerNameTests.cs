namespace Marsad.Language.Tests.Statements;

/// <summary>Where the name finder drew a speaker's name too short, too long or not at all, the sentence around it tells. Sentences of our own.</summary>
public sealed class SpeakerNameTests
{
    [Theory]
    // set apart by pauses behind his calling
    [InlineData("وأوضح مدير الصندوق، لاند برانكس، أن الرياح قوية.", "لاند برانكس")]
    [InlineData("وقال كاتب عام النقابة، لسعد اليعقوبي في تصريح للإذاعة إن الإضراب مستمر.", "لسعد اليعقوبي")]
    [InlineData("أشرف على الجلسة المعتمد الأول، سامر كمال، بحضور الأطراف. وأكد المعتمد الأول أن الطريق مغلق.", "سامر كمال")]
    // a rare word between the name and a pause, or before a colon
    [InlineData("وقال أحمد جاويد بيدار، المتحدث باسم الحاكم، إن الهجوم وقع أمس.", "أحمد جاويد بيدار")]
    [InlineData("وقال المواطن سامر عبد العزيز كليبي: \"فوجئت باتصال من البنك أمس\".", "سامر عبد العزيز كليبي")]
    // one given name behind a definite calling
    [InlineData("وقال قائد الشرطة المحلية سيف لفرانس برس إن الهجوم وقع أمس.", "سيف")]
    // digits and things are no part of it
    [InlineData("أكد مدير إدارة مهرجان الساحل للتسوق الـ 17 سامر بن محمد الجار الله أن المهرجان ناجح.", "سامر بن محمد الجار الله")]
    // a last name that is a word too
    [InlineData("وقال الخبير القانوني سامر حرب إن الرواتب قانونية. وأوضح حرب أن الأمر لا يحتاج إلى قانون.", "سامر حرب")]
    [InlineData("وقال كالفين وليامز قائد الشرطة في مؤتمر صحفي إن الجميع يبحثون عنه.", "كالفين وليامز")]
    public void A_name_is_read_to_its_borders(string text, string speaker) => Assert.Equal(speaker, Read(text)[^1].Speaker);

    [Fact]
    public void A_thing_behind_a_name_is_no_part_of_it()
    {
        var statements = Read("بعث نائب خادم الحرمين الشريفين الأمير محمد بن نايف بن عبدالعزيز برقية تهنئة للرئيس. وعبر نائب خادم الحرمين الشريفين عن أصدق التهاني للرئيس.");
        Assert.Equal("محمد بن نايف بن عبدالعزيز", Assert.Single(statements).Speaker);
    }

    [Theory]
    [InlineData("زار الوزير سامر كمال المصنع. قال رئيس الشركة إن الإنتاج زاد. والتقى سامر كمال، رئيس الاتحاد الوطني، العمال. ونوه رئيس الاتحاد الوطني بدور العمال.", "سامر كمال")]
    [InlineData("قال النائب طارق كمال، إن النواب غاضبون. وأضاف ضيف \"الساحل\" اليوم أن القرار مرتجل.", "طارق كمال")]
    [InlineData("بعد جدل من أيام حول الصورة التي نشرت لها، خرجت الفتاة عن صمتها وقالت إنها كانت خائفة.", "الفتاة")]
    [InlineData("قالت متحدثة باسم سامر كمال إن الموعد لم يتحدد.", "متحدثة باسم سامر كمال")]
    [InlineData("حذر الدكتور سامر كمال وكيل وزارة المياه سابقا، من التلوث. ورأى وكيل وزارة المياه سابقا أن المياه آمنة.", "سامر كمال")]
    [InlineData("وعن غياب أكثر من لاعب على الأقل أوضح سامر كمال أن الفريق جاهز.", "سامر كمال")]
    [InlineData("وأوضح المتحدث الرسمي للهيئة بمنطقة مكة المكرمة بالنيابة بندر ناصر الشهري أن الخدمة استمرت.", "بندر ناصر الشهري")]
    [InlineData("طالب حزب اليسار الألماني المعارض بعقد جلسة استثنائية.", "حزب اليسار الألماني المعارض")]
    [InlineData("قال الرئيس الأمريكي المنتهية ولايته باراك أوباما إنه متعب.", "باراك أوباما")]
    [InlineData("وقال رئيس الوزراء سامر نتانياهو إن الأمر خطير. ووصف نتانياهو الهجوم بأنه جريمة.", "سامر نتانياهو")]
    [InlineData("وذكرت إذاعة الجيش أن رجلين أضرموا الحريق.", "إذاعة الجيش")]
    [InlineData("أعلن النادي الأهلي اعتماد سامر كمال رئيسا للنادي.", "النادي الأهلي")]
    [InlineData("نشرت رئاسة الجمهورية توضيحا حول الزيارة. وقالت إن الزيارة ناجحة.", "رئاسة الجمهورية")]
    [InlineData("استقبل الملك سامر بن كمال الوفد. وأشاد الملك بتميز العلاقات.", "سامر بن كمال")]
    public void A_description_is_joined_to_whom_it_describes(string text, string speaker) => Assert.Equal(speaker, Read(text)[^1].Speaker);

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
