using System.Text.Json;
using Marsad.Reading;

namespace Marsad.Tests.Reading;

/// <summary>Pages written for this project after the structure of Arabic news sites, each with what must be read off it.</summary>
public sealed class OwnPagesTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Reading", "Pages");

    public static TheoryData<string> Pages() => [.. Directory.GetFiles(Folder, "*.gold.json").Select(file => Path.GetFileName(file)[..^10]).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public void The_paragraphs_are_the_article_s(string page) => Assert.Equal(Strings(Gold(page), "paragraphs"), Read(page).Text.Split('\n'));

    [Theory, MemberData(nameof(Pages))]
    public void The_headline_is_without_the_site_s_name(string page) => Assert.Equal(Gold(page).GetProperty("title").GetString(), Read(page).Title);

    [Theory, MemberData(nameof(Pages))]
    public void Nothing_round_the_article_is_in_its_text(string page)
    {
        var text = Read(page).Text;
        Assert.All(Strings(Gold(page), "absent"), furniture => Assert.DoesNotContain(furniture, text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Pages))]
    public void The_day_of_publication_is_found(string page)
    {
        var gold = Gold(page).TryGetProperty("published", out var day) ? day.GetString() : null;
        Assert.Equal(gold, Read(page).Published?.ToString()[..10]);
    }

    [Theory, MemberData(nameof(Pages))]
    public void The_writer_is_a_person(string page)
    {
        var gold = Gold(page).TryGetProperty("byline", out var byline) ? byline.GetString() : null;
        if (gold is not null) Assert.Equal(gold, Read(page).Byline);
        else Assert.DoesNotContain("كتب", Read(page).Byline ?? "", StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Related_headlines_become_leads(string page)
    {
        var leads = Read(page).Leads.Select(lead => lead.Title).ToList();
        Assert.All(Strings(Gold(page), "leads"), lead => Assert.Contains(lead, leads));
    }

    [Theory, MemberData(nameof(Pages))]
    public void The_language_is_Arabic(string page) => Assert.Equal("ar", Read(page).Language);

    [Theory]
    [InlineData("paywalled", PageKind.Walled)]
    [InlineData("live", PageKind.Live)]
    [InlineData("amp", PageKind.Whole)]
    public void A_page_says_how_much_of_the_article_it_shows(string page, PageKind kind) => Assert.Equal(kind, Read(page).Kind);

    [Fact]
    public void A_credit_before_a_dash_goes_to_the_agencies() => Assert.Equal(["وكالات"], Read("agency-credit").Agencies);

    [Fact]
    public void A_saved_page_knows_its_address() => Assert.Equal("https://athar.example/n/7", Read("saved-page").Url);

    private static Article Read(string page)
    {
        var file = Directory.GetFiles(Folder, page + ".*").Single(name => !name.EndsWith(".gold.json", StringComparison.Ordinal));
        return Assert.IsType<PageReading.Read>(PageReader.Read(File.ReadAllBytes(file), PageHints.None)).Article;
    }

    private static JsonElement Gold(string page) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, page + ".gold.json"))).RootElement;

    private static IEnumerable<string> Strings(JsonElement gold, string name) => gold.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
