namespace Marsad.Language.Tests.Statements;

/// <summary>Who speaks and through whom, in sentences of our own that are built as news sentences are.</summary>
public sealed class SpeakerTests
{
    [Theory]
    // long titles with places in them, and a rank before the name
    [InlineData("وأوضح الناطق الإعلامي بشرطة منطقة الساحل العقيد سامر بن كمال أن الطريق مغلق.", "سامر بن كمال")]
    [InlineData("ومن ناحيته ذكر مساعد المدير لتقنية المعلومات المهندس سامر كمال، أن النظام جاهز.", "سامر كمال")]
    [InlineData("وكان رئيس الحكومة الحبيب الصيد قد أكد أمس في رده على تساؤلات النواب أن الطريق مفتوح.", "الحبيب الصيد")]
    // what stands between verb and words
    [InlineData("وقالت مصادر بحسب وكالة الأناضول إن القوات تحركت.", "مصادر")]
    [InlineData("وذكرت وكالة الأناضول نقلا عن مصادر أمنية، رفضت الكشف عن هويتها، أن القوات تحركت.", "مصادر أمنية")]
    [InlineData("وأكد نجم المنتخب أنه سيعود إلى الملاعب.", "نجم المنتخب")]
    [InlineData("وأكدت مصادر مقربة من الفنان للجوهرة \"اف ام\" أن حالته مستقرة.", "مصادر مقربة من الفنان")]
    [InlineData("أكد وزير الري، عضو حزب النور، سامر كمال، أن السد آمن.", "سامر كمال")]
    [InlineData("وكان سامر كمال المدير العام لمطار الساحل الدولي قد أفاد أن المطار جاهز.", "سامر كمال")]
    [InlineData("من جهته طالب ،سامر كمال ،الكاتب العام للنقابة، الحكومة بفتح المطار.", "سامر كمال")]
    [InlineData("واعتبر أكثر من 64 بالمائة من السكان في هذا الاستطلاع أن البلدية بعيدة.", "أكثر من 64 بالمائة من السكان")]
    [InlineData("أظهر استطلاع نشر نتائجه البنك المركزي أن الأسعار زادت.", "استطلاع")]
    [InlineData("أعلنت مجموعة فنادق ميلينيوم وكوبثورن مؤخرا عن توقيعها لاتفاقية.", "مجموعة فنادق ميلينيوم وكوبثورن")]
    [InlineData("قال الصندوق في إيجاز لنتائج عمله إن الأسعار زادت.", "الصندوق")]
    [InlineData("أعلنت شركة «البحر للطيران» الوطنية تدشين أول رحلاتها.", "شركة «البحر للطيران» الوطنية")]
    [InlineData("وقال أحد العاملين في وزارة الري إن السد آمن.", "أحد العاملين في وزارة الري")]
    [InlineData("أعلنت اللجنة التنفيذية لمهرجان \"البحر\" المزمع انطلاقته اليوم، إطلاقها مسابقة، خاصة أن المهرجان كبير.", "اللجنة التنفيذية لمهرجان \"البحر\"")]
    [InlineData("نفت وزارة الري، على لسان الناطق الرسمي باسمها العقيد سامر كمال، ما تم تداوله.", "سامر كمال")]
    [InlineData("ستكون الشركة وحدة مستقلة، على ما أوضح سامر كمال.", "سامر كمال")]
    [InlineData("وأضاف المهندس \"سامر كمال\": \"سنفتح الطريق غدا صباحا إن شاء الله\".", "سامر كمال")]
    [InlineData("وقال الدكتور كوان فونغ إن الشاي مفيد.", "كوان فونغ")]
    [InlineData("ومن جهة أخرى رجحت بعض وسائل الإعلام أن الطريق مغلق.", "بعض وسائل الإعلام")]
    [InlineData("وجاء في بيان صادر اليوم الاثنين عن وزارة الري أن السد آمن.", "وزارة الري")]
    [InlineData("وجاء في نهاية التقرير أن السد آمن.", "التقرير")]
    [InlineData("قالت مصادر خاصة إن السد آمن.", "مصادر خاصة")]
    [InlineData("رسالة واضحة لا تحتاج إلى تفسير، والأمير سامر قال أيضا \"يعتمد الناس في منطقتي على أنفسهم\".", "سامر")]
    // not the person whom the speaker is described by
    [InlineData("أكدت والدة اللاعب سامر كمال أنها شاهدت المباراة.", "والدة اللاعب سامر كمال")]
    // who issued it speaks
    [InlineData("وقال بيان أصدرته وزارة الري إن السد آمن.", "وزارة الري")]
    [InlineData("أظهرت دراسة أجرتها جامعة الساحل أن القهوة مفيدة.", "جامعة الساحل")]
    // the sentence tells whom it is about
    [InlineData("ألقى مدير المهرجان سامر كمال كلمة قال فيها إن الحضور كبير.", "سامر كمال")]
    [InlineData("من ناحيته زار أمين المدينة المهندس سامر كمال الميناء، مشيرا إلى أن الجائزة مهمة.", "سامر كمال")]
    [InlineData("\"سنعود إلى الملعب\" هذا ما أعلنه رئيس النادي سامر كمال أمس.", "سامر كمال")]
    public void The_speaker_is_read_whole_and_under_his_name(string text, string speaker) => Assert.Equal(speaker, Assert.Single(Read(text)).Speaker);

    [Theory]
    [InlineData("قال المدير في تصريح للجوهرة \"اف ام\" إن القطار وصل.", "للجوهرة \"اف ام\"")]
    [InlineData("وأوضح المدير في اتصاله بالجوهرة أف أم، أن القطار وصل.", "الجوهرة أف أم")]
    [InlineData("وأضاف المدير في تصريح لموفد إذاعة البحر، أن القطار وصل.", "إذاعة البحر")]
    [InlineData("وقال المدير في حسابه على موقع التواصل الاجتماعي \"تويتر\" إن القطار وصل.", "تويتر")]
    [InlineData("وقال المدير في برنامج \"صباح البلد\" إن القطار وصل.", "صباح البلد")]
    [InlineData("تأخر القطار ساعتين، وفق ما أكده مدير المحطة لمراسل \"راديو البحر\".", "راديو البحر")]
    [InlineData("وشدد المدير وفقا لما نقلته وكالة الأنباء الرسمية على ضرورة الصيانة.", "وكالة الأنباء الرسمية")]
    [InlineData("قال المدير في تصريح للصحفيين إن القطار وصل.", null)]
    public void What_a_statement_is_given_to_is_a_medium_unless_it_speaks_itself(string text, string? via) => Assert.Equal(via, Assert.Single(Read(text)).Via);

    [Theory]
    [InlineData("تراجعت الصادرات هذا الشهر. وفقا لرويترز.", "تراجعت الصادرات هذا الشهر")]
    [InlineData("وقال الوزير: \"سنعود إلى العمل غدا\". \"لن نتأخر يوما واحدا\".", "سنعود إلى العمل غدا\". \"لن نتأخر يوما واحدا")]
    [InlineData("وأشاد الوزير سامي بمحمد كمال وهو مدير الميناء.", "محمد كمال")]
    [InlineData("طالب البعض بفتح الطريق وأغلق آخرون الميناء.", "فتح الطريق")]
    public void Words_end_where_what_is_said_ends(string text, string content) => Assert.Equal(content, Assert.Single(Read(text)).Content.In(text));

    [Theory]
    [InlineData("أكد الوزير ضرورة فتح الطريق.", StatementType.Call)]
    [InlineData("وقال الوزير: سأفتح الطريق غدا.", StatementType.Promise)]
    [InlineData("وأكد الوزير أنه لا صحة لما نشر.", StatementType.Deny)]
    [InlineData("وقال الوزير إنه من المتوقع أن يفتح الطريق.", StatementType.Predict)]
    public void What_is_said_can_tell_the_act(string text, StatementType type) => Assert.Equal(type, Assert.Single(Read(text)).Type);

    [Theory]
    [InlineData("المخاطر مرتفعة على حد سواء للجميع.")]
    public void A_set_phrase_is_no_attribution(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("قال الأمين العام الدكتور نبيل العربي إن السد آمن. وأكد الدكتور العربي أن المياه كافية.", "نبيل العربي")]
    [InlineData("قالت وزارة الداخلية الإيطالية إن السد آمن. وذكرت الوزارة الإيطالية أن المياه كافية.", "وزارة الداخلية الإيطالية")]
    public void A_short_form_is_the_full_one_before(string text, string speaker) => Assert.Equal(speaker, Read(text)[1].Speaker);

    [Fact]
    public void A_plural_that_is_no_subject_is_spoken_to()
    {
        var statements = Read("طالب الوزير المؤسسات بالتحرك كما طالب المسؤولين بفتح الطريق.");
        Assert.Equal(("الوزير", "المسؤولين"), (statements[1].Speaker, statements[1].Addressee));
    }

    [Fact]
    public void A_sentence_about_somebody_with_title_and_name_passes_the_word_to_him()
    {
        var statements = Read("قال الوزير إن السد آمن. وزار مدير الدفاع المدني العميد خالد كمال اليوم مستشفى المدينة. وأكد أن الحالة مستقرة.");
        Assert.Equal("خالد كمال", statements[^1].Speaker);
    }

    [Fact]
    public void The_official_is_whoever_spoke_last_under_name_and_role()
    {
        var statements = Read("قال مدير الميناء سامر كمال إن الميناء مغلق. وأكد المسؤول أن الحالة مستقرة.");
        Assert.Equal("سامر كمال", statements[1].Speaker);
    }

    [Fact]
    public void A_participle_agrees_with_the_communique_although_a_ministry_speaks()
    {
        var statements = Read("قالت وزارة الري إن السد آمن. وأضاف البيان أن المياه كافية مشيرا إلى أن السد قديم.");
        Assert.Equal("وزارة الري", statements[2].Speaker);
    }

    [Theory]
    [InlineData("أكد أمير المنطقة صاحب السمو الملكي الأمير سامر بن كمال أن المشروع سيكتمل.", "أمير المنطقة")]
    [InlineData("قال صاحب السمو الملكي الأمير سامر بن كمال إن المشروع سيكتمل.", null)]
    [InlineData("أعلن صاحب المعالي وزير التعليم سامر كمال أن الدراسة ستبدأ غدا.", "وزير التعليم")]
    [InlineData("قال صاحب المتجر سامر كمال إن الأسعار ارتفعت.", "صاحب المتجر")]
    public void A_title_of_honour_is_no_role(string text, string? role) => Assert.Equal(role, Assert.Single(Read(text)).Role);

    private static IReadOnlyList<Statement> Read(string text) => ArabicAnalyzer.Read(new ArticleText(text)).Statements;
}
