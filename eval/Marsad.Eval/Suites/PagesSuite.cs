using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Marsad.Reading;

namespace Marsad.Eval.Suites;

/// <summary>
/// Pages against the text, headline, writers and day that stand on them. Texts are compared as tools/score_pages.py does: precision and recall of word
/// 4-grams, means over pages, F1 their harmonic mean; exact is the share of pages whose words are all the same.
/// </summary>
internal sealed partial class PagesSuite(string name, string folder) : Suite
{
    public override string Name => name;

    public override IReadOnlyList<string> Corpora => [folder];

    public override IReadOnlyDictionary<string, double> Measure(Shared shared)
    {
        var pages = Gold(shared).Select(gold => (gold, Article: Read(gold))).ToList();
        var texts = pages.Select(page => Compare(page.gold.Text, page.Article?.Text ?? "")).ToList();
        var (precision, recall) = (texts.Where(text => text.Found > 0).Average(text => text.Precision), texts.Average(text => text.Recall));
        var measures = new Dictionary<string, double>
        {
            ["text.f1"] = 2 * precision * recall / (precision + recall),
            ["text.precision"] = precision,
            ["text.recall"] = recall,
            ["text.exact"] = texts.Average(text => text.Exact ? 1.0 : 0),
        };
        AddMeta(measures, pages);
        return measures.ToDictionary(measure => measure.Key, measure => Math.Round(measure.Value, 4));
    }

    private static void AddMeta(Dictionary<string, double> measures, List<(PageGold Gold, Article? Article)> pages)
    {
        var titled = pages.Where(page => page.Gold.Title is not null).ToList();
        if (titled.Count == 0) return;
        measures["title"] = titled.Average(page => Words(page.Gold.Title!).SequenceEqual(Words(page.Article?.Title ?? "")) ? 1.0 : 0);
        measures["authors"] = titled.Average(page => Names(page.Gold.Authors).SetEquals(Names(page.Article?.Authors ?? [])) ? 1.0 : 0);
        measures["day"] = titled.Average(page => page.Article?.Published is { } time && page.Gold.Published?.StartsWith(time.ToString()[..10], StringComparison.Ordinal) == true ? 1.0 : 0);
    }

    private static Article? Read(PageGold gold)
    {
        using var zip = new GZipStream(File.OpenRead(gold.File), CompressionMode.Decompress);
        using var body = new MemoryStream();
        zip.CopyTo(body);
        var reading = PageReader.Read(body.ToArray(), new PageHints(gold.Url is null ? null : new Uri(gold.Url)));
        return reading is PageReading.Read read ? read.Article : null;
    }

    private IEnumerable<PageGold> Gold(Shared shared)
    {
        var truth = Path.Combine(shared.Path(folder), "ground-truth.json");
        if (!File.Exists(truth)) return Directory.GetFiles(shared.Path(folder), "*.gold.json").Order(StringComparer.Ordinal).Select(PageGold.OfFile);
        using var document = JsonDocument.Parse(File.ReadAllText(truth));
        return [.. document.RootElement.EnumerateObject().Select(page => PageGold.OfEntry(page, Path.Combine(shared.Path(folder), "html", page.Name + ".html.gz")))];
    }

    private static HashSet<string> Names(IEnumerable<string> names) => [.. names.Select(one => string.Join(' ', Words(one)))];

    private static List<string> Words(string text) => [.. Word().Matches(text.Normalize().Replace("\u00AD", "", StringComparison.Ordinal).ToLowerInvariant()).Select(match => match.Value)];

    private static (int Found, double Precision, double Recall, bool Exact) Compare(string gold, string found)
    {
        var (goldWords, foundWords) = (Cased(gold), Cased(found));
        var (wanted, given) = (Grams(goldWords), Grams(foundWords));
        double shared = wanted.Sum(gram => Math.Min(gram.Value, given.GetValueOrDefault(gram.Key)));
        var (all, of) = (given.Values.Sum(), Math.Max(1, wanted.Values.Sum()));
        return (all, all == 0 ? 0 : shared / all, shared / of, goldWords.SequenceEqual(foundWords));
    }

    private static List<string> Cased(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, int> Grams(List<string> words)
    {
        var grams = new Dictionary<string, int>();
        for (var i = 0; words.Count > 0 && i < Math.Max(1, words.Count - 3); i++)
        {
            var gram = string.Join(' ', words.Skip(i).Take(4));
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    private sealed record PageGold(string File, string Text, string? Url, string? Title, IReadOnlyList<string> Authors, string? Published)
    {
        public static PageGold OfFile(string file)
        {
            using var gold = JsonDocument.Parse(System.IO.File.ReadAllText(file));
            var root = gold.RootElement;
            var byline = Of(root, "byline");
            return new PageGold(file.Replace(".gold.json", ".html.gz", StringComparison.Ordinal), string.Join('\n', List(root, "paragraphs")), null, Of(root, "title"), byline is null ? [] : [byline], Of(root, "published"));
        }

        public static PageGold OfEntry(JsonProperty page, string file) =>
            new(file, Of(page.Value, "articleBody") ?? "", Of(page.Value, "url"), Of(page.Value, "title"), [.. List(page.Value, "authors")], Of(page.Value, "published"));

        private static string? Of(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        private static List<string> List(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];
    }
}
