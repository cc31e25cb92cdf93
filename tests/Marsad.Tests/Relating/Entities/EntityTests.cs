using Marsad.Language;
using Marsad.Relating.Entities;

namespace Marsad.Tests.Relating.Entities;

public sealed class EntityTests
{
    [Theory]
    [InlineData(NameType.Person, "ميشيل باشليه", "ميشيل باشيليه", true)]
    [InlineData(NameType.Person, "عبد الله المحمود", "عبدالله محمود", true)]
    [InlineData(NameType.Person, "سالم النجار", "سليم النجار", false)]
    [InlineData(NameType.Person, "حسن الكاتب", "حسين الكاتب", false)]
    [InlineData(NameType.Person, "هدى النجار", "سامي النجار", false)]
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
        var form = NameForm.Of("سامي النجار");
        Assert.Null(EntityJudge.Judge(NameType.Person, form, [new EntityCandidate(1, NameType.Person, form.Folded), new EntityCandidate(2, NameType.Person, form.Folded)]));
    }

    [Fact]
    public void A_place_is_not_the_person_of_that_name()
    {
        var form = NameForm.Of("جورج واشنطن");
        Assert.Null(EntityJudge.Judge(NameType.Person, form, [new EntityCandidate(1, NameType.Location, form.Folded)]));
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
        Assert.Equal(isOne ? 7 : null, EntityJudge.JudgeShortened(NameForm.Of(coming), [new PersonCandidate(7, NameForm.Of(known), 0.3)]));
        Assert.Null(EntityJudge.JudgeShortened(NameForm.Of(coming), [new PersonCandidate(7, NameForm.Of(known), 0.02)]));
    }

    [Fact]
    public void Three_names_are_one_person_with_son_of_and_without() =>
        Assert.Equal(7, EntityJudge.JudgeShortened(NameForm.Of("زياد بن عبد المحسن البازعي"), [new PersonCandidate(7, NameForm.Of("زياد عبدالمحسن البازعي"), 0)]));

    [Fact]
    public void A_shortened_name_that_two_could_be_is_the_one_whose_articles_are_clearly_nearer()
    {
        var (one, other) = (NameForm.Of("حاتم بن سعد الغامدي"), NameForm.Of("حاتم بن علي الغامدي"));
        Assert.Equal(1, EntityJudge.JudgeShortened(NameForm.Of("حاتم الغامدي"), [new PersonCandidate(1, one, 0.6), new PersonCandidate(2, other, 0.2)]));
        Assert.Null(EntityJudge.JudgeShortened(NameForm.Of("حاتم الغامدي"), [new PersonCandidate(1, one, 0.4), new PersonCandidate(2, other, 0.35)]));
    }

    [Theory]
    [InlineData("حاتم بن سعد الغامدي", "حاتم الغامدي")]
    [InlineData("محمد جواد ظريف", "جواد ظريف")]
    [InlineData("محمد بن نايف بن عبدالعزيز", "محمد بن نايف")]
    public void A_long_form_and_its_short_one_have_a_key_in_common(string full, string shortened) =>
        Assert.NotEmpty(new PersonName(NameForm.Of(full)).Keys.Intersect(new PersonName(NameForm.Of(shortened)).Keys));

    private static Name Name(NameType type, string canonical, params string[] variants) => new("n1", type, canonical, variants, []);
}
