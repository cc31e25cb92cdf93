using Marsad.Language.Names;
using Marsad.Language.Places;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Places;

public class PlaceFinderTests
{
    [Fact]
    public void A_city_has_its_coordinates_and_country()
    {
        var place = Of("عقد الاجتماع في مدينة ألماتي أمس.", "ألماتي");
        Assert.Equal(("KZ", 43, 77), (place.Country, (int)Math.Round(place.Latitude), (int)Math.Round(place.Longitude)));
    }

    [Fact]
    public void A_country_is_found_under_any_of_its_spellings() =>
        Assert.Equal("KZ", Of("وصل الوفد إلى قازاخستان أمس.", "قازاخستان").Country);

    [Theory]
    [InlineData("ليبيا", "LY")]
    [InlineData("لبنان", "LB")]
    public void Of_two_cities_of_one_name_it_is_the_one_in_the_country_that_the_article_speaks_of(string country, string code) =>
        Assert.Equal(code, Of($"زار الوزير طرابلس في شمال {country} أمس، وقال إن {country} مستقرة.", "طرابلس").Country);

    [Fact]
    public void A_person_has_no_place() =>
        Assert.Empty(Find("قال جون كيري إن المحادثات مستمرة."));

    private static Place Of(string text, string surface)
    {
        var document = new Document(text);
        var names = NameFinder.Find(document);
        var name = names.Names.Single(name => name.Canonical == surface);
        return Assert.Single(PlaceFinder.Find(document, names), place => place.Name == name.Id);
    }

    private static IReadOnlyList<Place> Find(string text)
    {
        var document = new Document(text);
        return PlaceFinder.Find(document, NameFinder.Find(document));
    }
}
