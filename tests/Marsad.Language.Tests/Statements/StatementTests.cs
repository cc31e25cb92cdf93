namespace Marsad.Language.Tests.Statements;

/// <summary>Sentences of our own; one claim a row: cue, speaker, content.</summary>
public sealed class StatementTests
{
    [Theory]
    // verb, subject, clause
    [InlineData("قال وزير النقل سامر الخطيب إن الجسر سيفتح غدا.", "قال", "سامر الخطيب", "الجسر سيفتح غدا")]
    [InlineData("وقالت وزارة الصحة إن اللقاح وصل إلى المستشفيات.", "قالت", "وزارة الصحة", "اللقاح وصل إلى المستشفيات")]
    [InlineData("أكد المتحدث باسم البلدية أن المياه ستعود مساء.", "أكد", "المتحدث باسم البلدية", "المياه ستعود مساء")]
    [InlineData("أفاد مصدر أمني بأن الطريق مغلق.", "أفاد", "مصدر أمني", "الطريق مغلق")]
    [InlineData("ذكرت مصادر طبية أن المصاب في حال مستقرة.", "ذكرت", "مصادر طبية", "المصاب في حال مستقرة")]
    [InlineData("وأوضح مسؤولون محليون أن المدارس مغلقة.", "أوضح", "مسؤولون محليون", "المدارس مغلقة")]
    // the verb's own preposition
    [InlineData("دعا رئيس المجلس إلى وقف القتال.", "دعا", "رئيس المجلس", "وقف القتال")]
    [InlineData("شدد الوزير على ضرورة فتح الطريق.", "شدد", "الوزير", "ضرورة فتح الطريق")]
    [InlineData("طالبت النقابة برفع الأجور.", "طالبت", "النقابة", "رفع الأجور")]
    [InlineData("نددت الحركة بقصف الميناء.", "نددت", "الحركة", "قصف الميناء")]
    // quotations and colons
    [InlineData("وقال الوزير: \"لن نقبل بهذا الاتفاق\".", "قال", "الوزير", "لن نقبل بهذا الاتفاق")]
    [InlineData("وقال الوزير «لن نقبل بهذا الاتفاق أبدا».", "قال", "الوزير", "لن نقبل بهذا الاتفاق أبدا")]
    [InlineData("وأضافت الوزيرة: سنعود إلى المفاوضات.", "أضافت", "الوزيرة", "سنعود إلى المفاوضات")]
    // subject before the verb
    [InlineData("لكن الحكومة تقول إن الأسعار ثابتة.", "تقول", "الحكومة", "الأسعار ثابتة")]
    // attribution by preposition
    [InlineData("وبحسب وزارة الزراعة، فإن المحصول زاد هذا العام.", "بحسب", "وزارة الزراعة", "المحصول زاد هذا العام")]
    [InlineData("توقف القطار ساعتين، وفق ما أعلنت الشركة.", "وفق", "الشركة", "توقف القطار ساعتين")]
    public void A_statement_has_its_cue_its_speaker_and_its_words(string text, string cue, string speaker, string content)
    {
        var statement = Assert.Single(Read(text));
        Assert.Equal((cue, speaker, content), (statement.Cue.In(text), statement.Speaker, statement.Content.In(text)));
    }

    [Theory]
    [InlineData("تجدر الإشارة إلى أن الجسر قديم.")]
    [InlineData("ويذكر أن الجسر بني قبل قرن.")]
    [InlineData("جرت المفاوضات بين الوفدين في فندق كبير.")]
    [InlineData("لم تعلن الشركة أن أرباحها زادت.")]
    [InlineData("سيعلن الوزير أن الجسر جاهز.")]
    [InlineData("وصلت الطائرة إلى المطار وفقا للجدول.")]
    public void Nobody_speaks_where_nobody_is_said_to_speak(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_relaying_agency_is_the_medium_and_not_the_speaker()
    {
        var statement = Assert.Single(Read("ونقلت وكالة الأنباء الرسمية عن وزير الدفاع قوله إن القوات انسحبت."));
        Assert.Equal(("وكالة الأنباء الرسمية", "وزير الدفاع"), (statement.Via, statement.Speaker));
    }

    [Fact]
    public void A_hidden_subject_is_the_speaker_before()
    {
        var statements = Read("قالت الوزيرة ليلى حداد إن السد آمن. وأضافت أن المياه كافية.");
        Assert.Equal(["ليلى حداد", "ليلى حداد"], statements.Select(statement => statement.Speaker));
    }

    [Fact]
    public void A_participle_speaks_for_the_clause_it_hangs_on()
    {
        var statements = Read("قال المحافظ إن السد آمن، مضيفا أن المياه كافية.");
        Assert.Equal(["السد آمن", "المياه كافية"], statements.Select(statement => statement.Content.In("قال المحافظ إن السد آمن، مضيفا أن المياه كافية.")));
    }

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
