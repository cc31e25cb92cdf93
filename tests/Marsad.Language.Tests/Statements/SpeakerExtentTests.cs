namespace Marsad.Language.Tests.Statements;

/// <summary>Where the description of a speaker ends, where his role passes into his name, and who is meant by a word that takes him up. Sentences of our own.</summary>
public sealed class SpeakerExtentTests
{
    [Theory]
    // a rank behind a finished role opens the name
    [InlineData("أوضح المدير التنفيذي لجمعية أحباب الساحل المهندس سامر كمال أن الطريق مغلق.", "سامر كمال")]
    [InlineData("وأبان المدير الإقليمي للحملة الوطنية لنصرة الأشقاء في سوريا الدكتور بدر بن سامر أن الحملة مستمرة.", "بدر بن سامر")]
    [InlineData("وقال مدير جسر الملك فهد العقيد مرعي كمال إن الجسر مفتوح.", "مرعي كمال")]
    // and so does a given name behind a definite word
    [InlineData("وأكد كاتب عام النقابة الجهوية للمعلمين جمال كمال أن الإضراب مستمر.", "جمال كمال")]
    // the name that a description announces
    [InlineData("كشف قيادي في التنظيم يدعى خالد كمال أن العملية مستمرة.", "خالد كمال")]
    // complements of the description
    [InlineData("وقال أحد العاملين بالقباضة المالية إن الناس كثيرون.", "أحد العاملين بالقباضة المالية")]
    [InlineData("ودعت الجامعة الوطنية لمقاولي البناء الحكومة إلى فتح الطريق.", "الجامعة الوطنية لمقاولي البناء")]
    [InlineData("أكد المشرف على لجان التصحيح، العقيد سامر كمال، أن الطريق مغلق.", "سامر كمال")]
    [InlineData("حذرت الجمعية السعودية لطب العيون من الألعاب النارية.", "الجمعية السعودية لطب العيون")]
    [InlineData("نقلت وكالة رويترز عن ملحق صحافي بسفارة فرنسا قوله إن السفارة مغلقة.", "ملحق صحافي بسفارة فرنسا")]
    [InlineData("وقالت وكالة الإغاثة الخاصة \"سند\" هذا الأسبوع إن المياه قليلة.", "وكالة الإغاثة الخاصة \"سند\"")]
    [InlineData("وأفاد المكلف بالإعلام بالإدارة العامة، العميد سامر كمال، بأن الطريق مغلق.", "سامر كمال")]
    [InlineData("أكد رئيس نادي الساحل في المواسم الأخيرة، القطري ناصر كمال، أن اللاعب باق.", "ناصر كمال")]
    [InlineData("وأكد مدير مركز التنمية، \"خالد كمال\"؛ أن المركز مفتوح.", "خالد كمال")]
    [InlineData("وقال 60% من السكان إنهم راضون.", "60% من السكان")]
    [InlineData("وأعلن متطرفون ينتمون لتنظيم مسلح أن الطريق مغلق.", "متطرفون")]
    // what is no longer description
    [InlineData("وقالت المجموعة في التحليل إن الأسعار زادت.", "المجموعة")]
    [InlineData("وقال مدير الشركة في اجتماع عقد أمس، إن الطريق مغلق.", "مدير الشركة")]
    public void A_speaker_is_read_to_his_end(string text, string speaker) => Assert.Equal(speaker, Read(text)[0].Speaker);

    [Theory]
    [InlineData("قال سامر كمال إن السد آمن. وأضاف نفس المصدر أن المياه كافية.", "سامر كمال")]
    [InlineData("قال المفتي الشيخ سامر كمال إن السد آمن. وأضاف سماحته أن المياه كافية.", "سامر كمال")]
    [InlineData("قال وزير الصناعة والتجارة سامر كمال إن السد آمن. وطالب وزير الصناعة والتجارة الشركات بالتحرك.", "سامر كمال")]
    [InlineData("قالت وزارة الري إن السد آمن. أما الفنان سامر كمال، فاعتبر أن المياه قليلة.", "سامر كمال")]
    [InlineData("قالت وزارة الري إن السد آمن. وتمسك أحد نواب الحزب الذين صوتوا ضد المشروع، سامر كمال، بموقفه، وقال إنه لن يتراجع.", "سامر كمال")]
    [InlineData("قال مسؤول وسيط في باكستان إن السد آمن. وتابع المصدر أن المياه كافية.", "مسؤول وسيط في باكستان")]
    [InlineData("يعيش المواطن سامر كمال في بيت قديم. وأكد في تصريح للإذاعة أنه يحتاج إلى بيت جديد.", "سامر كمال")]
    [InlineData("مانيلا: أيد رئيس الحزب سامر كمال، أمس، ترشيح الوزير، قائلا إن الوزير مناسب.", "سامر كمال")]
    [InlineData("قال سامر كمال إن السد آمن. وثمن الجانبان المشروع. وأكدا ضرورة فتح الطريق.", "الجانبان")]
    public void What_takes_a_speaker_up_is_he(string text, string speaker) => Assert.Equal(speaker, Read(text)[^1].Speaker);

    [Fact]
    public void Of_what_a_medium_reports_the_one_it_quotes_goes_on()
    {
        var statements = Read("يقول موقع الساحل إن الوزير سامر كمال طالب بفتح الطريق، مشددا على أن السد آمن.");
        Assert.Equal("سامر كمال", statements[^1].Speaker);
    }

    [Fact]
    public void A_description_without_a_name_takes_up_who_was_mentioned_before()
    {
        var statements = Read("تلقى سامر كمال رسالة من محب للنادي الأزرق. وقال المحب إن الفريق قوي.");
        Assert.Equal("محب للنادي الأزرق", Assert.Single(statements).Speaker);
    }

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
