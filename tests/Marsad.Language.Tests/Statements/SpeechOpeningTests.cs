namespace Marsad.Language.Tests.Statements;

/// <summary>What else can open reported words, and what looks like it. Sentences of our own.</summary>
public sealed class SpeechOpeningTests
{
    [Theory]
    [InlineData("وأضاف سامر كمال خلال لقاء حزبي عقد أخيرا بالمدينة، أن الطريق مغلق.", "أضاف", "الطريق مغلق")]
    [InlineData("وأضاف سامر كمال إلى أن الطريق مغلق.", "أضاف", "الطريق مغلق")]
    [InlineData("وقال مدير المستشفى “سامر كمال” سقط ألف قتيل.", "قال", "سقط ألف قتيل")]
    [InlineData("ونُقل عن سامر كمال قوله إن الطريق مغلق.", "نُقل", "الطريق مغلق")]
    [InlineData("من جانب آخر بين سامر كمال أن الطريق مغلق.", "بين", "الطريق مغلق")]
    [InlineData("واستنادا إلى مصدر مسؤول بالبلدية فإن الطريق مغلق.", "استنادا", "الطريق مغلق")]
    [InlineData("تقدم النادي رغم اعتراف مدربه سامر كمال بأن الفريق ضعيف.", "اعتراف", "الفريق ضعيف")]
    [InlineData("جاء ذلك بعد إعلان وزارة الري أنها فتحت السد.", "إعلان", "فتحت السد")]
    [InlineData("وقدم الوزير شكره لرجال الأمن على جهودهم.", "قدم", "شكره لرجال الأمن على جهودهم")]
    [InlineData("وأشارت الوزيرة على هامش ندوة حول \"دور المرأة في المدينة\"، إلى أن الطريق مغلق.", "أشارت", "الطريق مغلق")]
    [InlineData("وحذرت دراسة جديدة أجراها باحثون من الأكاديمية الوطنية من أن الطريق مغلق.", "حذرت", "الطريق مغلق")]
    [InlineData("يقول الكاتب في مقاله بالجريدة:\n«بلغني أن الطريق مغلق»", "يقول", "بلغني أن الطريق مغلق")]
    [InlineData("وفي بيان نشر على حساب الرئيس دعت بغداد تركيا لتجنب التصعيد.", "دعت", "تجنب التصعيد")]
    public void Reported_words_open_in_many_ways(string text, string cue, string content)
    {
        var statement = Assert.Single(Read(text));
        Assert.Equal((cue, content), (statement.Cue.In(text), statement.Content.In(text)));
    }

    [Fact]
    public void A_headline_in_the_text_speaks_behind_its_colon()
    {
        const string text = "رابط الخبر بصحيفة الساحل: وزير الري: سنفتح السد أمام الناس غدا";
        var statement = Assert.Single(Read(text));
        Assert.Equal((":", "وزير الري"), (statement.Cue.In(text), statement.Speaker));
    }

    [Fact]
    public void A_relative_clause_has_its_own_words_and_the_sentence_goes_on()
    {
        const string text = "ودعا التنظيم، الذي يصفه مسؤولون محليون بأنه الأخطر، إلى فتح الطريق.";
        Assert.Equal(["فتح الطريق", "الأخطر"], Read(text).Select(statement => statement.Content.In(text)));
    }

    [Fact]
    public void Marks_the_wrong_way_round_pair_all_the_same()
    {
        const string text = "وكما قال الكاتب سامر كمال :» الطريق طويل « . وكما قال الكاتب خالد كمال :» السد قديم جدا « .";
        Assert.Equal(["سامر كمال", "خالد كمال"], Read(text).Select(statement => statement.Speaker));
    }

    [Theory]
    [InlineData("ويعتبر \"النجم\" أكبر فندق في المدينة.")]
    [InlineData("وبدأ البرنامج بعشرين فصلا و20 طالبا في المدينة.")]
    [InlineData("والمسافة بين الوزارة والميناء أن تقطع في ساعة.")]
    public void What_only_looks_like_a_cue_says_nothing(string text) => Assert.Empty(Read(text));

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
