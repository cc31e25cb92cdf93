using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Relating;
using Marsad.Relating.Entities;

namespace Marsad.Tests.Relating.Entities;

public sealed class EntityTests
{
    [Theory]
    [InlineData(NameType.Location, "كازاخستان", "قازاخستان", true)]
    [InlineData(NameType.Location, "السودان", "سودان", true)]
    [InlineData(NameType.Organization, "منظمة معاهدة الأمن الجماعي", "منظمه معاهده الامن الجماعي", true)]
    [InlineData(NameType.Organization, "وزارة الصحة", "وزارة الدفاع", false)]
    public void Names_are_joined_only_where_they_are_one(NameType type, string known, string coming, bool isOne)
    {
        var candidate = new EntityCandidate(7, type, NameForm.Of(known).Folded);
        Assert.Equal(isOne ? 7 : null, EntityJudge.Judge(type, NameForm.Of(coming), [candidate]));
    }

    [Fact]
    public void A_family_name_alone_joins_nobody() => Assert.Empty(EntityJudge.Forms(Name(NameType.Person, "النجار")));

    [Fact]
    public void A_short_form_of_a_body_is_no_variant_of_it() =>
        Assert.Equal(["منظمه معاهده امن جماعي"], EntityJudge.Forms(Name(NameType.Organization, "منظمة معاهدة الأمن الجماعي", "المنظمة")).Select(form => form.Folded));

    [Fact]
    public void A_name_that_two_could_be_is_neither()
    {
        var form = NameForm.Of("حزب النهضة");
        Assert.Null(EntityJudge.Judge(NameType.Organization, form, [new EntityCandidate(1, NameType.Organization, form.Folded), new EntityCandidate(2, NameType.Organization, form.Folded)]));
    }

    [Theory]
    [InlineData(0.9, 0, true)]
    [InlineData(0.05, 0.3, true)]
    [InlineData(0.05, 0.04, false)]
    public void Who_has_a_name_of_many_is_known_only_where_the_articles_have_something_in_common(double share, double likeness, bool isOne) =>
        Assert.Equal(isOne ? 7 : null, EntityJudge.JudgeNamesake(NameForm.Of("سامي النجار"), [Known(7, "سامي النجار", likeness, share)]));

    [Fact]
    public void Of_two_namesakes_it_is_the_one_who_is_clearly_nearer()
    {
        Assert.Equal(2, EntityJudge.JudgeNamesake(NameForm.Of("سامي النجار"), [Known(1, "سامي النجار", 0.1), Known(2, "سامي النجار", 0.4)]));
        Assert.Null(EntityJudge.JudgeNamesake(NameForm.Of("سامي النجار"), [Known(1, "سامي النجار", 0.3), Known(2, "سامي النجار", 0.4)]));
    }

    [Fact]
    public void Three_names_tell_enough_of_a_person() =>
        Assert.Equal(7, EntityJudge.JudgeNamesake(NameForm.Of("سامي خالد النجار"), [Known(7, "سامي خالد النجار", 0, 0.05)]));

    [Theory]
    [InlineData("يائيل ماغوير", "يايل ماغير", 0.3, 0.9, true)]
    [InlineData("ديتار هيكنغ", "ديتر هيكنغ", 0.3, 0.9, true)]
    [InlineData("سعيد النجار", "سعود النجار", 0.3, 0.1, false)]
    [InlineData("هاني شاكر", "هاني شكري", 0.1, 0.9, false)]
    public void Two_spellings_with_the_same_consonants_are_one_person_only_in_one_matter_and_where_few_have_the_name(string known, string coming, double likeness, double share, bool isOne) =>
        Assert.Equal(isOne ? 7 : null, EntityJudge.JudgeShortened(NameForm.Of(coming), [Known(7, known, likeness, share)]));

    [Theory]
    [InlineData("عادل بن أحمد الجبير", "عادل الجبير", true)]
    [InlineData("سلمان بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز", false)]
    [InlineData("إسلام كمال", "إسلام جمال", false)]
    public void Who_was_met_under_two_forms_is_recognised_by_given_and_last_name(string known, string coming, bool isOne) =>
        Assert.Equal(isOne ? 7 : null, EntityJudge.JudgeRecognised(NameForm.Of(coming), [Known(7, known, 0.4)]));

    [Theory]
    [InlineData(0.8, 0.3, true)]
    [InlineData(0.2, 0.3, false)]
    [InlineData(0.8, 0.05, false)]
    public void A_last_name_alone_is_the_persons_of_whom_the_news_speaks_in_the_matter(double share, double likeness, bool isOne) =>
        Assert.Equal(isOne ? 7 : null, EntityJudge.JudgeLastName([Known(7, "سامي النجار", likeness, share)]));

    [Fact]
    public void A_form_that_begins_with_another_given_name_is_not_the_persons() =>
        Assert.Equal(["محمد بن سلمان بن عبدالعزيز"], EntityJudge.Forms(Name(NameType.Person, "محمد بن سلمان بن عبدالعزيز", "سلمان بن عبدالعزيز")).Select(form => form.Folded));

    [Fact]
    public void The_house_before_a_familys_name_is_written_or_left_out() => Assert.Equal(NameForm.Of("صالح الشيخ").Folded, NameForm.Of("صالح آل الشيخ").Folded);

    [Fact]
    public void What_stands_beside_both_names_makes_two_mentions_alike()
    {
        var (one, other, third) = (Context("أوضح مدير ميناء رابغ المهندس سامي النجار أن السفن تفرغ"), Context("سامي النجار مدير الميناء في رابغ"), Context("سجل اللاعب سامي النجار هدفين"));
        Assert.True(NameContext.Likeness(one, other) > 0.15);
        Assert.Equal(0, NameContext.Likeness(one, third));
    }

    [Fact]
    public void A_place_is_not_the_body_of_that_name()
    {
        var form = NameForm.Of("جورج واشنطن");
        Assert.Null(EntityJudge.Judge(NameType.Organization, form, [new EntityCandidate(1, NameType.Location, form.Folded)]));
    }

    [Theory]
    [InlineData("حاتم بن سعد الغامدي", "حاتم الغامدي", true)]
    [InlineData("محمد بن نايف بن عبدالعزيز", "محمد بن نايف", true)]
    [InlineData("محمد جواد ظريف", "جواد ظريف", true)]
    [InlineData("آرسين فينجر", "آرسين فينغر", true)]
    [InlineData("خالد بن سلمان بن عبدالعزيز", "سلمان بن عبدالعزيز", false)]
    [InlineData("علي بن محمد", "علي محمود", false)]
    [InlineData("سعيد القرني", "سعود القرني", false)]
    [InlineData("أحمد سالم الحربي", "سالم أحمد الحربي", false)]
    public void A_shortened_name_is_known_where_the_articles_share_their_subject(string known, string coming, bool isOne)
    {
        Assert.Equal(isOne ? 7 : null, EntityJudge.JudgeShortened(NameForm.Of(coming), [Known(7, known, 0.3)]));
        Assert.Null(EntityJudge.JudgeShortened(NameForm.Of(coming), [Known(7, known, 0.02)]));
    }

    [Fact]
    public void Three_names_are_one_person_with_son_of_and_without() =>
        Assert.Equal(7, EntityJudge.JudgeShortened(NameForm.Of("زياد بن عبد المحسن البازعي"), [Known(7, "زياد عبدالمحسن البازعي", 0)]));

    [Fact]
    public void A_shortened_name_that_two_could_be_is_the_one_whose_articles_are_clearly_nearer()
    {
        var (one, other) = ("حاتم بن سعد الغامدي", "حاتم بن علي الغامدي");
        Assert.Equal(1, EntityJudge.JudgeShortened(NameForm.Of("حاتم الغامدي"), [Known(1, one, 0.6), Known(2, other, 0.2)]));
        Assert.Null(EntityJudge.JudgeShortened(NameForm.Of("حاتم الغامدي"), [Known(1, one, 0.4), Known(2, other, 0.35)]));
    }

    [Theory]
    [InlineData("حاتم بن سعد الغامدي", "حاتم الغامدي")]
    [InlineData("محمد جواد ظريف", "جواد ظريف")]
    [InlineData("محمد بن نايف بن عبدالعزيز", "محمد بن نايف")]
    public void A_long_form_and_its_short_one_have_a_key_in_common(string full, string shortened) =>
        Assert.NotEmpty(new PersonName(NameForm.Of(full)).Keys.Intersect(new PersonName(NameForm.Of(shortened)).Keys));

    private static PersonCandidate Known(long entity, string name, double likeness, double share = 0.1) =>
        new(entity, NameForm.Of(name), new Lazy<double>(share), new Lazy<double>(likeness));

    private static string Context(string text)
    {
        var start = text.IndexOf("سامي", StringComparison.Ordinal);
        return NameContext.Of(new ArticleWords(text), new Name("n1", NameType.Person, "سامي النجار", [], [new Span(start, start + "سامي النجار".Length)]));
    }

    private static Name Name(NameType type, string canonical, params string[] variants) => new("n1", type, canonical, variants, []);
}
