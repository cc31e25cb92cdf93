using System.Globalization;
using System.Text.Json;

namespace Marsad.Cli.Demo;

/// <summary>What outlet.json says of an invented outlet.</summary>
/// <param name="Feed">"rss" or "atom".</param>
/// <param name="FeedDates">"odd" for an RSS feed whose dates are not RFC 822.</param>
/// <param name="Article">The path of an article, with {yyyy}, {MM}, {dd} and {slug}.</param>
/// <param name="Encoding">What the bytes are really in; the page and the header may say something else.</param>
/// <param name="ContentType">The header of its pages, right or wrong, with or without a charset.</param>
/// <param name="Calendar">The list of month names (demo/calendars.json) that its visible dates use.</param>
/// <param name="Date">The pattern of its visible dates, see <see cref="DemoDate"/>.</param>
/// <param name="Says">How exactly its pages say the time of publication: "instant", "local" or "day".</param>
internal sealed record DemoOutletSettings(
    string Name, string Host, string Language, string Country, string Feed, string FeedPath, string? FeedDates, string Article, string Encoding, string? ContentType,
    string Calendar, string Date, string Says, string RelatedTitle,
    IReadOnlyList<string> Navigation, IReadOnlyList<string> Related, IReadOnlyList<string> Popular, IReadOnlyList<string> Comments);

/// <summary>An invented outlet: its settings, its page template and its articles in order of their files.</summary>
internal sealed record DemoOutlet(string Folder, DemoOutletSettings Settings, string Template, IReadOnlyList<DemoArticle> Articles)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Uri Home => new($"http://{Settings.Host}/");

    public Uri FeedUrl => new(Home, Settings.FeedPath);

    public Uri UrlOf(DemoArticle article)
    {
        var day = article.Published;
        return new Uri(Home, (article["path"] ?? Settings.Article)
            .Replace("{yyyy}", day.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{MM}", day.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{dd}", day.ToString("dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{slug}", article.Slug, StringComparison.Ordinal));
    }

    public static DemoOutlet Load(string folder)
    {
        var below = $"outlets/{folder}/";
        var settings = JsonSerializer.Deserialize<DemoOutletSettings>(DemoFiles.Text(below + "outlet.json"), Json)
            ?? throw new InvalidDataException(below + "outlet.json is empty");
        var articles = DemoFiles.Below(below + "articles/").Select(n => DemoArticle.Parse(n[(below.Length + "articles/".Length)..], DemoFiles.Text(n)));
        return new DemoOutlet(folder, settings, DemoFiles.Text(below + "template.html"), [.. articles]);
    }
}
