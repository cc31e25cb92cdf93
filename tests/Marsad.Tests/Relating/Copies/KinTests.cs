using Marsad.Flow;
using Marsad.Reading;
using Marsad.Relating;
using Marsad.Relating.Copies;

namespace Marsad.Tests.Relating.Copies;

/// <summary>What a later text is to an earlier one, on articles written for this.</summary>
public sealed class KinTests
{
    private const string Title = "قوات الأمن تستعيد مطار ألماتي";

    private const string Wire =
        "أعلنت وزارة الداخلية في كازاخستان مساء الأربعاء أن قوات الأمن استعادت السيطرة على مطار مدينة ألماتي بعد ساعات من سقوطه في أيدي محتجين غاضبين من رفع أسعار الوقود.\n" +
        "وقال المتحدث باسم الوزارة إن المحتجين اقتحموا مبنى البلدية وأضرموا فيه النار، مضيفا أن 12 شخصا قتلوا في المدينة منذ بداية الاحتجاجات، وأن السلطات فتحت تحقيقا في ما جرى.\n" +
        Appeal;

    private const string Appeal = "ودعت مفوضة الأمم المتحدة السامية لحقوق الإنسان إلى الإفراج عن المحتجزين والتحقيق في ما جرى خلال الأيام الماضية في عدة مدن من البلاد.";

    private const string Local =
        "وفي بيروت، تابعت الجالية الكازاخية أخبار بلادها باهتمام بالغ، وتجمع العشرات منهم أمام مقر السفارة في وسط المدينة حاملين الشموع وصور أقاربهم الذين انقطعت أخبارهم منذ ليلة أمس بسبب توقف شبكات الهاتف والإنترنت عن العمل.";

    private static KinText Text(string text, string? outlet = "المنارة", string? title = Title) => new(new ArticleWords(text), title, outlet, ArticleReading.Understand("1", new Article(text), null).Record);

    private static Kin Judge(string later, string? outlet = "الأفق", string? title = Title, string earlier = Wire) => KinJudge.Judge(Text(later, outlet, title), Text(earlier));

    [Fact]
    public void An_office_and_a_name_that_both_print_before_other_words_are_no_quotation()
    {
        const string Office = "وأوضح المتحدث الرسمي باسم المديرية العامة للدفاع المدني في منطقة ألماتي العقيد يرلان كاريموف ";
        var later = Text(Local + "\n" + Office + "أن الحريق الذي شب في السوق القديمة أخمد قبل الفجر.", "الأفق");
        var earlier = Text(Wire + "\n" + Office + "أن الطرق الجبلية أغلقت أمام الشاحنات حتى إشعار آخر.");
        Assert.NotEqual(KinKind.Quotation, KinJudge.Judge(later, earlier).Kind);
    }

    [Fact]
    public void The_same_words_under_the_same_headline_are_the_same() => Assert.Equal(KinKind.Same, Judge(Wire).Kind);

    [Fact]
    public void The_same_words_under_another_headline_are_retitled() => Assert.Equal(KinKind.Retitled, Judge(Wire, title: "المحتجون يخلون المطار").Kind);

    [Fact]
    public void A_headline_with_other_hamzas_is_the_same() => Assert.Equal(KinKind.Same, Judge(Wire, title: "قوات الامن تستعيد مطار «ألماتي»".Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal)).Kind);

    [Fact]
    public void A_credit_line_makes_no_other_text() => Assert.Equal(KinKind.Same, Judge("ألماتي - وكالات - " + Wire).Kind);

    [Fact]
    public void A_text_without_its_last_paragraph_is_cut() => Assert.Equal(KinKind.Cut, Judge(Wire[..Wire.LastIndexOf('\n')]).Kind);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_text_with_local_words_before_or_after_it_is_merged(bool isBefore)
    {
        var kin = Judge(isBefore ? Local + "\n" + Wire : Wire + "\n" + Local);
        Assert.Equal(KinKind.Merged, kin.Kind);
        Assert.InRange(kin.Own, 0.25, 0.45);
    }

    [Fact]
    public void The_same_outlets_addition_is_an_update() => Assert.Equal(KinKind.Update, Judge(Wire + "\n" + Local, outlet: "المنارة").Kind);

    [Fact]
    public void The_same_outlets_other_news_before_it_is_no_update() => Assert.Equal(KinKind.Merged, Judge(Local + "\n" + Wire, outlet: "المنارة").Kind);

    [Fact]
    public void Another_toll_in_the_same_words_is_an_update_that_says_what_differs()
    {
        var kin = Judge(Wire.Replace("12 شخصا", "30 شخصا", StringComparison.Ordinal));
        Assert.Equal(KinKind.Update, kin.Kind);
        var change = Assert.Single(kin.Changes);
        Assert.Equal((12m, 30m, Marsad.Language.FigureCategory.Killed), (change.Before.Low, change.After.Low, change.After.Category));
        Assert.False(kin.IsFolded);
    }

    [Fact]
    public void The_same_toll_in_letters_is_no_update() => Assert.NotEqual(KinKind.Update, Judge(Wire.Replace("12 شخصا", "اثني عشر شخصا", StringComparison.Ordinal)).Kind);

    [Fact]
    public void A_figure_that_was_cut_off_is_no_update()
    {
        var cut = Wire.Replace("، مضيفا أن 12 شخصا قتلوا في المدينة منذ بداية الاحتجاجات، وأن السلطات فتحت تحقيقا في ما جرى", "", StringComparison.Ordinal);
        Assert.DoesNotContain(Judge(cut).Kind, new[] { KinKind.Update, KinKind.Quotation });
    }

    [Fact]
    public void A_rounded_figure_is_no_update()
    {
        const string Exact = "حقق الفيلم في أسبوعه الأول إيرادات بلغت 14.9 مليون دولار في دور السينما في أمريكا الشمالية متقدما على أقرب منافسيه بفارق كبير كما ذكرت الشركة المنتجة.";
        Assert.NotEqual(KinKind.Update, Judge(Exact.Replace("بلغت 14.9", "بلغت نحو 15", StringComparison.Ordinal), earlier: Exact).Kind);
    }

    [Fact]
    public void A_text_of_its_own_that_repeats_a_passage_of_another_outlet_is_a_quotation()
    {
        var own = Local + " ويتوقع محللون أن تستمر الأزمة أسابيع، فيما تستعد شركات الطيران لاستئناف رحلاتها تدريجا ابتداء من الأسبوع المقبل إذا سمحت الظروف الأمنية بذلك.\n"
            + Appeal;
        var kin = Judge(own);
        Assert.Equal(KinKind.Quotation, kin.Kind);
        Assert.False(kin.IsFolded);
    }

    [Fact]
    public void What_an_outlet_prints_again_of_its_own_is_no_quotation() =>
        Assert.NotEqual(KinKind.Quotation, KinJudge.JudgeApart(Text(Local + "\n" + Appeal, "المنارة"), Text(Wire))?.Kind);

    [Fact]
    public void Titles_and_offices_in_full_are_no_quotation()
    {
        const string Offices = "صاحب السمو الملكي الأمير فهد بن ناصر بن عبدالعزيز ولي العهد نائب رئيس مجلس الوزراء وزير الداخلية ";
        Assert.Null(KinJudge.JudgeApart(Text(Local + "\nاستقبل " + Offices + "سفير كازاخستان لدى المملكة في مكتبه.", "الأفق"), Text(Wire + "\nوبعث " + Offices + "برقية إلى نظيره.")));
    }

    [Fact]
    public void A_run_of_numbers_is_no_quotation()
    {
        const string Table = "12 15 18 20 22 24 27 30 33 36 39 42 45 48";
        Assert.Null(KinJudge.JudgeApart(Text(Local + "\n" + Table, "الأفق"), Text(Wire + "\n" + Table)));
    }

    [Fact]
    public void Texts_of_any_length_have_an_answer()
    {
        foreach (var later in (string[])["", "كلمة", Wire]) Assert.True(Enum.IsDefined(Judge(later).Kind));
        Assert.True(Enum.IsDefined(Judge(Wire, earlier: "").Kind));
    }
}
