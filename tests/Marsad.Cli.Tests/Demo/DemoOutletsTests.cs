using System.Text;
using Marsad.Cli.Demo;

namespace Marsad.Cli.Tests.Demo;

public sealed class DemoOutletsTests
{
    private static readonly IReadOnlyList<DemoPage> Pages = [.. DemoOutlets.Pages()];

    [Fact]
    public void Every_page_has_an_address_of_its_own() =>
        Assert.Empty(Pages.GroupBy(p => (p.Url, p.Version)).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_outlet_lives_on_a_host_that_can_not_exist() => Assert.All(DemoOutlets.All, o => Assert.EndsWith(".example", o.Settings.Host, StringComparison.Ordinal));

    [Fact]
    public void Every_word_of_the_gold_stands_on_its_page_in_the_encoding_of_its_outlet() => Assert.All(Pages.Where(p => p.Gold is not null), page =>
    {
        var html = Words(System.Net.WebUtility.HtmlDecode(Encoding.GetEncoding(page.Outlet.Settings.Encoding).GetString(page.Body.Span)));
        Assert.All([page.Gold!.Title, .. page.Gold.Paragraphs, .. page.Gold.Leads], words => Assert.Contains(Words(words), html, StringComparison.Ordinal));
    });

    [Fact]
    public void No_tag_of_a_template_is_left_on_a_page() => Assert.All(Pages, p => Assert.DoesNotContain("{{", Encoding.Latin1.GetString(p.Body.Span), StringComparison.Ordinal));

    [Fact]
    public void An_edited_article_keeps_its_address() => Assert.All(
        Pages.Where(p => p.Version > 1), later => Assert.Contains(Pages, p => p.Version == later.Version - 1 && p.Url == later.Url));

    [Fact]
    public void A_wire_is_carried_word_for_word()
    {
        var wire = Pages.First(p => p.Article.Slug == "csto-deploys").Gold!;
        var carried = Pages.First(p => p.Article.Slug == "csto-wire").Gold!;
        Assert.Equal(wire.Paragraphs.Skip(1).Take(carried.Paragraphs.Count - 1), carried.Paragraphs.Skip(1));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
