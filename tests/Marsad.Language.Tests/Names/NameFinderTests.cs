using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Names;

public class NameFinderTests
{
    [Fact]
    public void A_last_name_stands_for_the_person_named_in_full()
    {
        var name = Named("قال جون كيري إن المحادثات مستمرة. وأضاف كيري أنه سيزور القاهرة.", "كيري");
        Assert.Equal("جون كيري", name.Canonical);
    }

    [Fact]
    public void Two_spellings_of_a_country_are_one_name()
    {
        var name = Named("وصل الوفد إلى كازاخستان أمس، وسيبقى في قازاخستان يومين.", "قازاخستان");
        Assert.Equal(["كازاخستان", "قازاخستان"], [name.Canonical, .. name.Variants]);
    }

    [Fact]
    public void Particles_are_no_part_of_a_name()
    {
        Assert.Equal("باريس", Named("سافر الوزير أمس إلى لندن وباريس.", "باريس").Canonical);
    }

    [Fact]
    public void A_force_with_an_adjective_of_nationality_is_an_organisation()
    {
        Assert.Equal(NameType.Organization, Named("أعلنت الشرطة الكندية توقيف مشتبه به.", "الشرطة الكندية").Type);
    }

    [Fact]
    public void A_force_alone_is_no_name()
    {
        Assert.Empty(Find("أعلنت الشرطة توقيف مشتبه به.").Names);
    }

    [Fact]
    public void A_ministry_is_named_with_what_it_is_for()
    {
        Assert.Equal(NameType.Organization, Named("ذكرت وزارة الصحة في بيان أن الوضع مستقر.", "وزارة الصحة").Type);
    }

    private static Name Named(string text, string surface) =>
        Assert.Single(Find(text).Names, name => name.Canonical == surface || name.Variants.Contains(surface));

    private static ArticleNames Find(string text) => NameFinder.Find(new Document(text));
}
