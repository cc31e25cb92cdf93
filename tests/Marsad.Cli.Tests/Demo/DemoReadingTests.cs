using Marsad.Cli.Demo;
using Marsad.Reading;

namespace Marsad.Cli.Tests.Demo;

/// <summary>Each page of the demo is known word for word, since it was rendered from its words.</summary>
public sealed class DemoReadingTests
{
    private static readonly IReadOnlyList<DemoPage> Pages = [.. DemoOutlets.Pages()];

    public static TheoryData<string, int> Articles => [.. Pages.Where(p => p.Gold is not null).Select(Key)];

    public static TheoryData<string, int> Others => [.. Pages.Where(p => p.Gold is null).Select(Key)];

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_text_of_a_page_is_its_paragraphs_and_no_word_more(string url, int version) =>
        Assert.Equal(Gold(url, version).Paragraphs, Read(url, version).Text.Split('\n'));

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_headline_of_a_page_is_its_title(string url, int version) => Assert.Equal(Gold(url, version).Title, Read(url, version).Title);

    [Theory]
    [MemberData(nameof(Articles))]
    public void A_page_was_published_on_the_day_it_says(string url, int version) => Assert.Equal(Gold(url, version).Published[..10], Read(url, version).Published?.ToString()[..10]);

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_credits_of_a_page_stand_beside_its_text(string url, int version)
    {
        var gold = Gold(url, version);
        var read = Read(url, version);
        Assert.Equal((gold.Byline, string.Join('|', gold.Agencies)), (read.Byline, string.Join('|', read.Agencies)));
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_related_headlines_of_a_page_are_leads(string url, int version) =>
        Assert.Empty(Gold(url, version).Leads.Except(Read(url, version).Leads.Select(l => l.Title)));

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_language_of_a_page_is_known(string url, int version) => Assert.Equal(Gold(url, version).Language, Read(url, version).Language?.Split('-')[0]);

    [Theory]
    [MemberData(nameof(Others))]
    public void A_page_without_an_article_is_not_read_as_one(string url, int version) => Assert.IsType<PageReading.NotAnArticle>(Reading(url, version));

    private static (string Url, int Version) Key(DemoPage page) => (page.Url.ToString(), page.Version);

    private static DemoPage Page(string url, int version) => Pages.Single(p => Key(p) == (url, version));

    private static DemoGold Gold(string url, int version) => Page(url, version).Gold!;

    private static Article Read(string url, int version) => Assert.IsType<PageReading.Read>(Reading(url, version)).Article;

    private static PageReading Reading(string url, int version)
    {
        var page = Page(url, version);
        return PageReader.Read(page.Body, new PageHints(page.Url, page.ContentType, page.Outlet.Settings.Name));
    }
}
