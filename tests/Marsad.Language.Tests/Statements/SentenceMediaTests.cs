namespace Marsad.Language.Tests.Statements;

/// <summary>Media that a sentence names away from cue and words. Sentences of our own.</summary>
public sealed class SentenceMediaTests
{
    [Theory]
    [InlineData("ووفقا لصحيفة الساحل بيّن وزير الري أن السد مغلق.", "صحيفة الساحل")]
    [InlineData("وفي اتصال بإذاعة الساحل أكد وزير الري أن السد مغلق.", "إذاعة الساحل")]
    [InlineData("أغلقت البلدية السد القديم منذ أمس، وفق ما ذكره مسؤول بوزارة الري لمراسل وكالة الساحل للأنباء بالجهة.", "وكالة الساحل للأنباء")]
    [InlineData("وقال وزير الري خلال مداخلته في برنامج سطورنا اليوم إن السد مغلق.", "سطورنا")]
    [InlineData("وأكد وزير الري في سياق تصريحات إلى \"الساحل\" أن السد مغلق.", "الساحل")]
    [InlineData("وأوضح وزير الري في حديث مع \"الساحل\" أن السد مغلق.", "الساحل")]
    [InlineData("وأعلنت وزارة الري، في بلاغ تلقت الساحل أف أم نسخة منه، أن السد مغلق.", "الساحل أف أم")]
    [InlineData("ونقلت \"رويترز\" عن وزير الري أن السد مغلق.", "رويترز")]
    [InlineData("ونبه الوزير سامر كمال عبر حسابه على موقع \"فيسبوك\" المواطنين قائلا إن السد مغلق.", "فيسبوك")]
    [InlineData("وأكد القيادي سامر كمال ضيف برنامج \"سطورنا\" اليوم أن السد مغلق.", "سطورنا")]
    [InlineData("وصرح وزير الري لعدد من وسائل الإعلام أن السد مغلق.", "عدد من وسائل الإعلام")]
    public void A_medium_named_outside_the_words_relays_them(string text, string via) => Assert.Equal(via, Assert.Single(Read(text)).Via);

    [Fact]
    public void A_medium_relays_all_that_one_speaker_says_in_a_sentence() =>
        Assert.Equal(["رويترز", "رويترز"], Read("قال الوزير سامر كمال إن السد مغلق، مضيفا أن المطر قليل، حسبما نقلت رويترز.").Select(statement => statement.Via));

    [Theory]
    [InlineData("وقال سامر كمال، المسؤول في وكالة الفضاء، إن الصاروخ جاهز.")]
    [InlineData("وأكد وزير النقل خلال زيارته لقناة السويس أن العمل مستمر.")]
    [InlineData("وقال المنسق العام لـ\"إجابة\" زياد عمر إن الإضراب مستمر.")]
    public void What_only_looks_like_a_medium_relays_nothing(string text) => Assert.Null(Assert.Single(Read(text)).Via);

    [Fact]
    public void A_medium_in_quotation_marks_behind_the_verb_speaks()
    {
        var statement = Assert.Single(Read("وذكرت \"وكالة الأنباء اليمنية\" أن الجانبين بحثا الهدنة."));
        Assert.Null(statement.Via);
        Assert.Contains("وكالة الأنباء اليمنية", statement.Speaker);
    }

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
