using System.IO.Compression;
using System.Text.Json;
using Marsad.Language;

namespace Marsad.Bench;

/// <summary>Articles to time with: the crawl beside the repository, or, where it is missing, one sentence of our own many times over.</summary>
internal static class Corpus
{
    private const string File = "../shared/data/raw/saudinewsnet.jsonl.gz";

    // Written for this benchmark: a sentence with a speaker, a name, a figure and a time.
    private const string Own = "\u0648\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631 \u0623\u0645\u0633 \u0625\u0646 5 \u0623\u0634\u062E\u0627\u0635 \u0642\u062A\u0644\u0648\u0627 \u0641\u064A \u0627\u0644\u0645\u062F\u064A\u0646\u0629.";

    /// <summary>Where the crawl is expected.</summary>
    public static string Crawl => Path.Combine(Repository(), File);

    public static IReadOnlyList<ArticleText> Read(int count)
    {
        if (!System.IO.File.Exists(Crawl)) return [.. Enumerable.Range(0, Math.Min(count, 1000)).Select(_ => new ArticleText(string.Join('\n', Enumerable.Repeat(Own, 30)), null, new DateOnly(2022, 1, 6)))];
        using var reader = new StreamReader(new GZipStream(System.IO.File.OpenRead(Crawl), CompressionMode.Decompress));
        var articles = new List<ArticleText>();
        while (articles.Count < count && reader.ReadLine() is { } line) articles.Add(Parse(line));
        return articles;
    }

    private static ArticleText Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var article = json.RootElement;
        var published = article.TryGetProperty("published", out var day) && DateOnly.TryParse(day.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var date) ? date : (DateOnly?)null;
        return new ArticleText(article.GetProperty("text").GetString()!, article.TryGetProperty("title", out var title) ? title.GetString() : null, published);
    }

    public static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Marsad.slnx"))) return folder.FullName;
        return Directory.GetCurrentDirectory();
    }
}
