using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Values = System.Collections.Generic.Dictionary<string, object?>;

namespace Marsad.Cli.Demo;

/// <summary>Renders an article into its outlet's page template. The words a reader should find are known, since they are put in here.</summary>
internal static class DemoRenderer
{
    private const string Iso = "yyyy-MM-dd'T'HH:mm:sszzz";
    private const int RelatedShown = 4;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static DemoPage Page(DemoOutlet outlet, DemoArticle article)
    {
        var gone = article.Kind == "gone";
        var template = article.Kind == "article" ? outlet.Template : DemoFiles.Text($"pages/{article.Kind}.html");
        var html = DemoTemplate.Fill(template, Fields(outlet, article));
        return new DemoPage(
            outlet, article, outlet.UrlOf(article), gone ? 410 : 200, outlet.Settings.ContentType,
            Encoding.GetEncoding(outlet.Settings.Encoding).GetBytes(html), article.Kind == "article" ? Gold(outlet, article) : null);
    }

    private static Values Fields(DemoOutlet outlet, DemoArticle article)
    {
        var site = outlet.Settings;
        var edited = article.Version > 1;
        return new Values
        {
            ["site"] = site.Name,
            ["home"] = outlet.Home.ToString(),
            ["feed"] = outlet.FeedUrl.ToString(),
            ["url"] = outlet.UrlOf(article).ToString(),
            ["title"] = article.Title,
            ["section"] = article["section"],
            ["byline"] = article["byline"],
            ["agency"] = article["agency"],
            ["description"] = Teaser(article),
            ["place"] = article["place"],
            ["slug"] = article.Slug,
            ["published"] = article.Published.ToString(Iso, CultureInfo.InvariantCulture),
            ["updated"] = edited ? article.Updated.ToString(Iso, CultureInfo.InvariantCulture) : null,
            ["date"] = DemoDate.Write(article.Published, site.Date, site.Calendar),
            ["updatedDate"] = edited ? DemoDate.Write(article.Updated, site.Date, site.Calendar) : null,
            ["jsonld"] = LinkedData(outlet, article),
            ["relatedTitle"] = site.RelatedTitle,
            ["body"] = Body(outlet, article),
            ["related"] = Links(outlet, Related(outlet, article)),
            ["navigation"] = Links(outlet, site.Navigation),
            ["popular"] = Links(outlet, site.Popular),
            ["comments"] = site.Comments.Select(c => new Values { ["comment"] = c }).ToArray(),
        };
    }

    private static Values[] Body(DemoOutlet outlet, DemoArticle article)
    {
        var items = Words(article).Select((words, i) => Block(words, i == 0 ? article["credit"] : null)).ToList();
        if (article.RelatedAfter > 0)
            items.Insert(article.RelatedAfter, new Values { ["box"] = true, ["links"] = Links(outlet, Related(outlet, article)) });
        return [.. items];
    }

    // An agency's dateline stands before its first word; an outlet that carries the text drops it.
    private static IEnumerable<string> Words(DemoArticle article) =>
        article.Paragraphs.Select((words, i) => i == 0 && article["dateline"] is { } dateline ? dateline + " " + words : words);

    private static Values Block(string words, string? credit)
    {
        var kind = words.StartsWith(DemoArticle.HeadingMark, StringComparison.Ordinal) ? "heading"
            : words.StartsWith(DemoArticle.QuoteMark, StringComparison.Ordinal) ? "quote" : "paragraph";
        return new Values { [kind] = true, ["text"] = Plain(words), ["credit"] = credit };
    }

    /// <summary>The related headlines of an article: its own, or the next few of its outlet's, beginning elsewhere on every page.</summary>
    private static IEnumerable<string> Related(DemoOutlet outlet, DemoArticle article)
    {
        if (article["related"] is { } own) return own.Split('|', StringSplitOptions.TrimEntries);
        var pool = outlet.Settings.Related;
        return Enumerable.Range(article.Slug.Length, Math.Min(RelatedShown, pool.Count)).Select(i => pool[i % pool.Count]);
    }

    private static Values[] Links(DemoOutlet outlet, IEnumerable<string> titles) =>
        [.. titles.Select((title, i) => new Values { ["text"] = title, ["link"] = $"{outlet.Home}more/{title.Length}{i}" })];

    private static DemoGold Gold(DemoOutlet outlet, DemoArticle article) => new(
        article.Title, [.. Words(article).Select(Plain)], Said(outlet.Settings.Says, article.Published), article["byline"],
        article["agency"] is { } agency ? [agency] : [], article.RelatedAfter > 0 ? [.. Related(outlet, article)] : [], outlet.Settings.Language);

    private static string Plain(string paragraph) => paragraph[(Mark(paragraph, DemoArticle.HeadingMark) + Mark(paragraph, DemoArticle.QuoteMark))..];

    private static int Mark(string paragraph, string mark) => paragraph.StartsWith(mark, StringComparison.Ordinal) ? mark.Length : 0;

    private static string Said(string how, DateTimeOffset at) => at.ToString(how switch
    {
        "day" => "yyyy-MM-dd",
        "local" => "yyyy-MM-dd'T'HH:mm:ss",
        _ => Iso,
    }, CultureInfo.InvariantCulture);

    private static string Teaser(DemoArticle article)
    {
        var first = article.Paragraphs.Count > 0 ? Plain(article.Paragraphs[0]) : article.Title;
        return first.Length <= 120 ? first : first[..first.LastIndexOf(' ', 120)] + "…";
    }

    private static string LinkedData(DemoOutlet outlet, DemoArticle article) => JsonSerializer.Serialize(new Values
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "NewsArticle",
        ["headline"] = article.Title,
        ["description"] = Teaser(article),
        ["inLanguage"] = outlet.Settings.Language,
        ["mainEntityOfPage"] = outlet.UrlOf(article).ToString(),
        ["datePublished"] = article.Published.ToString(Iso, CultureInfo.InvariantCulture),
        ["dateModified"] = article.Updated.ToString(Iso, CultureInfo.InvariantCulture),
        ["author"] = article["byline"] is { } byline ? new Values { ["@type"] = "Person", ["name"] = byline } : null,
        ["articleSection"] = article["section"],
        ["publisher"] = new Values { ["@type"] = "NewsMediaOrganization", ["name"] = outlet.Settings.Name, ["url"] = outlet.Home.ToString() },
    }, Readable);
}
