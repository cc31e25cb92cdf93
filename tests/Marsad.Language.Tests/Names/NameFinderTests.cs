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

    [Theory]
    [InlineData("وأفاد مراسل ياسمين أف أم بأن الحركة عادت.", "ياسمين أف أم")]
    [InlineData("أذنت محكمة الاستئناف بمحافظة أسيوط بالإفراج عنه.", "محكمة الاستئناف بمحافظة أسيوط")]
    [InlineData("أقرت لجنة الشؤون المالية بالبرلمان المغربي المشروع.", "لجنة الشؤون المالية بالبرلمان المغربي")]
    [InlineData("أصدر الديوان الوطني للسياحة بيانا أمس.", "الديوان الوطني للسياحة")]
    [InlineData("أعلنت حكومة البرازيل خطتها أمس.", "حكومة البرازيل")]
    [InlineData("اجتمعت لجنة الحقوق والحريات والعلاقات الخارجية صباح اليوم.", "لجنة الحقوق والحريات والعلاقات الخارجية")]
    public void An_organisation_is_named_to_its_last_word(string text, string surface)
    {
        Assert.Equal(NameType.Organization, Named(text, surface).Type);
    }

    [Fact]
    public void A_place_of_several_words_is_known_by_the_list_of_places()
    {
        Assert.Equal(NameType.Location, Named("عثر عليه في منزله بدار شعبان صباح اليوم.", "دار شعبان").Type);
    }

    [Fact]
    public void A_canal_is_no_channel()
    {
        Assert.Equal(NameType.Location, Named("عبرت السفن قناة السويس أمس.", "قناة السويس").Type);
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
