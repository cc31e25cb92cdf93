using System.Text;
using System.Text.RegularExpressions;
using Marsad.Feeds;
using Marsad.Reading.Links;

namespace Marsad.Tests.Reading.Links;

/// <summary>Front pages written for this project after the structures of Arabic news sites; links to articles carry the attribute "data-article".</summary>
public sealed partial class OwnFrontPagesTests
{
    private static readonly Uri Home = new("https://www.manara.example/");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.html").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Reading", "Links", "Fronts");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_an_article_is_found_and_no_other(string page)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, page + ".html"));
        var articles = ArticleLink().Matches(Encoding.UTF8.GetString(bytes)).Select(m => PageAddress.Resolve(m.Groups[1].Value, Home)!.AbsoluteUri).Distinct().Order(StringComparer.Ordinal);
        var found = FrontPage.Read(bytes, new FeedHints(Home, "text/html")).Entries.Select(e => e.Link.AbsoluteUri).Order(StringComparer.Ordinal);
        Assert.Equal(articles.Select(Uri.UnescapeDataString), found.Select(Uri.UnescapeDataString));
    }

    [GeneratedRegex("<a data-article(?: class=\"[a-z]+\")? href=\"([^\"]+)\"")]
    private static partial Regex ArticleLink();
}
