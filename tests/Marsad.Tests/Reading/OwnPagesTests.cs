using System.Text.Json;
using Marsad.Reading;

namespace Marsad.Tests.Reading;

/// <summary>Pages written for this project after the structure of Arabic news sites, each with what must be read off it.</summary>
public sealed class OwnPagesTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Reading", "Pages");

    public static TheoryData<string> Pages() => [.. Directory.GetFiles(Folder, "*.gold.json").Select(file => Path.GetFileName(file)[..^10]).Order(StringComparer.Ordinal)];

    public static TheoryData<string> NoArticles() => [.. Directory.GetFiles(Folder, "*.none.json").Select(file => Path.GetFileName(file)[..^10]).Order(StringComparer.Ordinal)];

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
    public void The_language_is_that_of_the_letters(string page) => Assert.Equal(Gold(page, "language") ?? "ar", Read(page).Language);

    [Theory, MemberData(nameof(Pages))]
    public void A_page_says_how_much_of_the_article_it_shows(string page) => Assert.Equal(Gold(page, "kind") ?? "Whole", Read(page).Kind.ToString());

    [Theory, MemberData(nameof(Pages))]
    public void What_else_a_page_says_of_its_article_is_read(string page)
    {
        var (article, gold) = (Read(page), Gold(page));
        (string Name, string? Said)[] read =
        [
            ("section", article.Section), ("image", article.Image), ("dateline", article.Dateline), ("url", article.Url), ("outlet", article.Outlet), ("time", article.Published?.ToString()),
            ("agencies", string.Join('|', article.Agencies)), ("keywords", string.Join('|', article.Keywords)),
        ];
        foreach (var (name, said) in read)
            if (gold.TryGetProperty(name, out var wanted)) Assert.Equal(wanted.ValueKind == JsonValueKind.Array ? string.Join('|', Strings(gold, name)) : wanted.GetString(), said);
    }

    [Theory, MemberData(nameof(NoArticles))]
    public void A_page_without_an_article_says_why(string page)
    {
        var reading = PageReader.Read(File.ReadAllBytes(Path.Combine(Folder, page + ".html")), PageHints.None);
        var code = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, page + ".none.json"))).RootElement.GetProperty("not").GetString();
        Assert.Equal(code, Assert.IsType<PageReading.NotAnArticle>(reading).Reason.Code);
    }

    [Fact]
    public void There_are_pages_of_thirty_structures_and_more() => Assert.True(Pages().Count >= 45);

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

    private static string? Gold(string page, string name) => Gold(page).TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Strings(JsonElement gold, string name) => gold.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
