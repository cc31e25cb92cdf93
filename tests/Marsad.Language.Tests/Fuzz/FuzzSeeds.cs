using System.IO.Compression;
using System.Text.Json;

namespace Marsad.Language.Tests.Fuzz;

/// <summary>The texts that are mutated: the demo's articles, and, where they lie beside the repository, articles of the crawl.</summary>
internal static class FuzzSeeds
{
    private const int OfTheCrawl = 2000;
    private const int EveryNth = 15;

    /// <param name="crawl">Also articles of ../shared/data/raw/saudinewsnet.jsonl.gz, where it exists.</param>
    public static IReadOnlyList<string> Read(bool crawl) => [.. Demo(), .. crawl ? Crawl() : []];

    /// <summary>The texts that once hurt, one a file.</summary>
    public static IEnumerable<string> Finds() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fuzz", "finds"), "*.txt").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Demo() =>
        Directory.GetFiles(Path.Combine(Repository, "demo", "outlets"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static IEnumerable<string> Crawl()
    {
        var path = Path.Combine(Repository, "..", "shared", "data", "raw", "saudinewsnet.jsonl.gz");
        if (!File.Exists(path)) yield break;
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        for (var i = 0; i < OfTheCrawl * EveryNth && reader.ReadLine() is { } line; i++)
        {
            if (i % EveryNth > 0) continue;
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.GetProperty("text").GetString()!;
        }
    }

    public static string Repository { get; } = FindRepository();

    private static string FindRepository()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Marsad.slnx"))) return at.FullName;
        throw new DirectoryNotFoundException("The tests run from a build inside the repository.");
    }
}
