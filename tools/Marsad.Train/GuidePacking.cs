using System.Text.Json;
using System.Text.RegularExpressions;

namespace Marsad.Train;

/// <summary>
/// Packs what annotators wrote (names of an article with their surfaces) as offsets: every occurrence of a surface between word borders counts, a conjunction or
/// preposition may be written onto it, and of overlapping ones the longest.
/// </summary>
internal static partial class GuidePacking
{
    private sealed record Written(string Id, IReadOnlyList<WrittenName> Names);

    private sealed record WrittenName(string Type, string Name, IReadOnlyList<string>? Variants)
    {
        public IEnumerable<string> Surfaces => (Variants ?? []).Prepend(Name);
    }

    public static void Pack(string data, IEnumerable<string> files, string output, TextWriter log)
    {
        var texts = GuideNames.Texts(data);
        var articles = files.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Written>(line, GuideNames.Json)!)
            .OrderBy(article => article.Id, StringComparer.Ordinal).Select(article => Packed(article, texts[article.Id], log)).ToList();
        File.WriteAllLines(output, articles.Select(article => JsonSerializer.Serialize(article, GuideNames.Json)));
        log.WriteLine($"{output}: {articles.Count} articles, {articles.Sum(article => article.Names.Count)} names");
    }

    private static GuideNames.Article Packed(Written article, string text, TextWriter log)
    {
        var marks = new List<GuideNames.Mark>();
        var surfaces = article.Names.SelectMany(name => name.Surfaces.Select(surface => (name.Type, Surface: surface))).OrderByDescending(pair => pair.Surface.Length);
        foreach (var (type, surface) in surfaces)
        {
            var found = Occurrences(text, surface).ToList();
            if (found.Count == 0) log.WriteLine($"{article.Id}: not between word borders: {surface}");
            marks.AddRange(found.Where(start => !marks.Exists(mark => start < mark.End && mark.Start < start + surface.Length)).ToList().Select(start => new GuideNames.Mark(type, start, start + surface.Length)));
        }

        return new GuideNames.Article(article.Id, GuideNames.Digest(text), [.. marks.OrderBy(mark => mark.Start)]);
    }

    private static IEnumerable<int> Occurrences(string text, string surface)
    {
        for (var at = text.IndexOf(surface, StringComparison.Ordinal); at >= 0; at = text.IndexOf(surface, at + 1, StringComparison.Ordinal))
            if (Before().IsMatch(text.AsSpan(0, at)) && (at + surface.Length == text.Length || !char.IsLetterOrDigit(text[at + surface.Length]))) yield return at;
    }

    // A word border, or waw or feh, or beh, lam or kaf, or one of each.
    [GeneratedRegex(@"(?<!\w)[\u0648\u0641]?[\u0628\u0644\u0643]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
