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
    [InlineData("وفقا للمحافظ، فقد عادت الكهرباء.", "وفقا", "للمحافظ", "قد عادت الكهرباء")]
    [InlineData("عادت الكهرباء إلى المدينة، على حد قول المحافظ.", "على حد قول", "المحافظ", "عادت الكهرباء إلى المدينة")]
    // present, plural, passive agent, dual
    [InlineData("ويقول خبراء إن السد آمن.", "يقول", "خبراء", "السد آمن")]
    [InlineData("وتؤكد المنظمة أن المخيم مكتظ.", "تؤكد", "المنظمة", "المخيم مكتظ")]
    [InlineData("شهود عيان قالوا إن الحريق بدأ فجرا.", "قالوا", "شهود عيان", "الحريق بدأ فجرا")]
    // a relative clause, an apposition, a bracket between subject and words
    [InlineData("قال الناطق، الذي كان يزور المخيم، إن الخيام وصلت.", "قال", "الناطق", "الخيام وصلت")]
    [InlineData("قالت مديرة المخيم، سعاد كمال، إن الخيام وصلت.", "قالت", "سعاد كمال", "الخيام وصلت")]
    [InlineData("قال سمير كمال، مدير المخيم، إن الخيام وصلت.", "قال", "سمير كمال", "الخيام وصلت")]
    [InlineData("وكان مدير المخيم سمير كمال قد أعلن أن الخيام وصلت.", "أعلن", "سمير كمال", "الخيام وصلت")]
    // objects and acts
    [InlineData("أدانت الحكومة الهجوم على الميناء.", "أدانت", "الحكومة", "الهجوم على الميناء")]
    [InlineData("نفى الوزير وجود أزمة وقود.", "نفى", "الوزير", "وجود أزمة وقود")]
    [InlineData("أعلنت الوزارة فتح الميناء.", "أعلنت", "الوزارة", "فتح الميناء")]
    [InlineData("رحب الأمين العام للمنظمة بوقف القتال.", "رحب", "الأمين العام للمنظمة", "وقف القتال")]
    [InlineData("حذرت المنظمة من مجاعة في الشمال.", "حذرت", "المنظمة", "مجاعة في الشمال")]
    [InlineData("أعرب الرئيس عن قلقه من القتال.", "أعرب", "الرئيس", "قلقه من القتال")]
    [InlineData("جدد الوزير الدعوة إلى وقف القتال.", "جدد", "الوزير", "وقف القتال")]
    // closing remarks and background are not said
    [InlineData("قال الوزير إن الأسعار ثابتة، على حد تعبيره.", "قال", "الوزير", "الأسعار ثابتة")]
    [InlineData("قالت الوزارة إن الطريق مفتوح، وذلك بعد أيام من إغلاقه.", "قالت", "الوزارة", "الطريق مفتوح")]
    [InlineData("وصلت القافلة إلى المخيم، وفق ما صرح به مدير المخيم، سامر كمال.", "وفق", "سامر كمال", "وصلت القافلة إلى المخيم")]
    [InlineData("القاهرة - (أ ب): وصلت القافلة إلى المخيم، حسبما ذكر مسؤولون.", "حسبما", "مسؤولون", "وصلت القافلة إلى المخيم")]
    // a mark that was forgotten, or put the wrong way round
    [InlineData("وقال الوزير :»لن نقبل بهذا الاتفاق أبدا«.", "قال", "الوزير", "لن نقبل بهذا الاتفاق أبدا")]
    [InlineData("وقال الوزير: \"لن نقبل بهذا الاتفاق أبدا.", "قال", "الوزير", "لن نقبل بهذا الاتفاق أبدا.")]
    [InlineData("جاء في بيان الوزارة أن الطريق مفتوح.", "جاء", "الوزارة", "الطريق مفتوح")]
    [InlineData("وقال بيان صادر عن وزارة الري إن السد آمن.", "قال", "وزارة الري", "السد آمن")]
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
    [InlineData("ومن المقرر أن يعلن الوزير أن الجسر جاهز.")]
    [InlineData("يعتقد أن الحريق بدأ في المطبخ.")]
    [InlineData("زار الوفد مدينة حلب وسوقها القديم.")]
    [InlineData("طالب في الصف الأول فاز بالجائزة.")]
    [InlineData("نمو الصادرات يشير إلى أن الاقتصاد يتعافى.")]
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

    [Theory]
    [InlineData("وقال الناطق لوكالة رويترز إن المطار مغلق.", "وكالة رويترز")]
    [InlineData("وقالت المصادر لـ«الخبر» إن المطار مغلق.", "الخبر")]
    [InlineData("وقال الناطق في تصريح لصحيفة الجمهورية إن المطار مغلق.", "صحيفة الجمهورية")]
    [InlineData("وقال الناطق إن المطار مغلق، بحسب وكالة الأناضول.", "وكالة الأناضول")]
    [InlineData("وأكد الناطق لمراسل \"راديو البحر\" أن المطار مغلق.", "راديو البحر")]
    public void The_medium_that_was_spoken_to_or_that_closes_the_sentence_relays(string text, string via) =>
        Assert.Equal(via, Assert.Single(Read(text)).Via);

    [Theory]
    [InlineData("حثت المنظمة جميع الأطراف على وقف القتال.", "جميع الأطراف")]
    [InlineData("اتهمت الحكومة النقابة بتعطيل الاتفاق.", "النقابة")]
    [InlineData("دعا الوزير المواطنين إلى الهدوء.", "المواطنين")]
    public void An_act_upon_somebody_has_its_addressee(string text, string addressee) => Assert.Equal(addressee, Assert.Single(Read(text)).Addressee);

    [Theory]
    [InlineData("قال الوزير: \"الطريق مفتوح أمام الجميع\".", StatementKind.Direct)]
    [InlineData("قال الوزير إن الطريق مفتوح.", StatementKind.Indirect)]
    [InlineData("قال الوزير إن ما حدث «خطأ لا يغتفر أبدا» وإن الطريق مفتوح.", StatementKind.Mixed)]
    [InlineData("قال الوزير إن حركة \"النور\" تراجعت.", StatementKind.Indirect)]
    public void A_name_in_quotation_marks_is_no_quotation(string text, StatementKind kind) => Assert.Equal(kind, Assert.Single(Read(text)).Kind);

    [Theory]
    [InlineData("حذر الوزير من مجاعة.", StatementType.Warn)]
    [InlineData("هدد القائد بقصف الميناء.", StatementType.Threaten)]
    [InlineData("نفى الوزير وجود أزمة.", StatementType.Deny)]
    [InlineData("أشاد الوزير بالاتفاق.", StatementType.Praise)]
    [InlineData("تعهد الوزير بفتح الطريق.", StatementType.Promise)]
    [InlineData("جدد الوزير الدعوة إلى وقف القتال.", StatementType.Call)]
    public void The_cue_tells_the_act(string text, StatementType type) => Assert.Equal(type, Assert.Single(Read(text)).Type);

    [Fact]
    public void A_description_joins_the_name_before_it()
    {
        var statements = Read("قال وزير الري حسن كمال إن السد آمن. وأكد الوزير أن المياه كافية.");
        Assert.Equal(["حسن كمال", "حسن كمال"], statements.Select(statement => statement.Speaker));
    }

    [Fact]
    public void The_same_source_is_whoever_spoke_last()
    {
        var statements = Read("قال المحافظ إن الطريق مغلق. وأضاف المصدر نفسه أن الجسر سليم.");
        Assert.Equal("المحافظ", statements[1].Speaker);
    }

    [Fact]
    public void The_minister_is_not_his_ministry()
    {
        var statements = Read("قال مدير المرصد إن القصف توقف. وبحسب المرصد، عاد السكان.");
        Assert.Equal(["مدير المرصد", "المرصد"], statements.Select(statement => statement.Speaker));
    }

    [Fact]
    public void A_hidden_subject_agrees_in_gender_or_is_looked_for_further_back()
    {
        var statements = Read("قالت الوزيرة إن السد آمن. وقال المحافظ إن الطريق مغلق. وأضافت أن المياه كافية.");
        Assert.Equal("الوزيرة", statements[2].Speaker);
    }

    [Fact]
    public void Nobody_is_made_to_speak_who_does_not_agree()
    {
        var statements = Read("قال المحافظ إن الطريق مغلق. وأضافت أن المياه كافية.");
        Assert.Null(statements[1].Speaker);
    }

    [Fact]
    public void A_statement_inside_another_says_so()
    {
        var statements = Read("قال الوزير إن المنظمة طالبت بوقف القتال.");
        Assert.Equal((2, statements[0].Id), (statements.Count, statements[1].Within));
    }

    [Fact]
    public void Speech_in_quotation_marks_runs_on_over_sentences()
    {
        const string Text = "وقال الوزير: \"الطريق مفتوح. لن نغلقه أبدا. هذا وعد\".";
        Assert.Equal("الطريق مفتوح. لن نغلقه أبدا. هذا وعد", Assert.Single(Read(Text)).Content.In(Text));
    }

    [Fact]
    public void A_surer_reading_has_more_confidence()
    {
        var named = Assert.Single(Read("قال الوزير إن السد آمن.")).Confidence;
        var hidden = Assert.Single(Read("وأضاف أن السد آمن.")).Confidence;
        Assert.True(named > hidden);
    }

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
