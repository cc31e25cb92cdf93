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

    private static Name Name(NameType type, string canonical, params string[] variants) => new("n1", type, canonical, variants, []);
}
