using System.Text.Json;
using Marsad.Reading;

namespace Marsad.Tests.Reading;

/// <summary>The Arabic pages that were measured with. The figures over the large sets are in eval/.</summary>
public sealed class MeasuredPagesTests
{
    [Fact]
    public void No_related_headline_stands_in_the_text_of_an_Arabic_page()
    {
        foreach (var (article, _) in Pages()) Assert.DoesNotContain(article.Leads, lead => article.Text.Contains(lead.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void The_day_of_every_Arabic_page_is_right()
    {
        foreach (var (article, gold) in Pages()) Assert.StartsWith(gold.GetProperty("published").GetString()![..10], article.Published?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_paragraph_is_found_again_at_its_path()
    {
        foreach (var (article, _) in Pages()) Assert.Equal(article.Text.Split('\n').Length, article.Paragraphs.Count);
    }

    private static IEnumerable<(Article Article, JsonElement Gold)> Pages()
    {
        foreach (var file in Directory.GetFiles(SharedData.Require("html"), "*.gold.json"))
        {
            var page = SharedData.Unzip(file.Replace(".gold.json", ".html.gz", StringComparison.Ordinal));
            yield return (Assert.IsType<PageReading.Read>(PageReader.Read(page, PageHints.None)).Article, JsonDocument.Parse(File.ReadAllText(file)).RootElement);
        }
    }
}
