using System.Text.Json;
using Marsad.Language.Names;
using Marsad.Language.Text;

namespace Marsad.Train;

/// <summary>The lists of names that words.bin marks: person names of Wikidata, territories of CLDR, cities and regions.</summary>
internal static class NameLists
{
    private const int CommonName = 3;

    // Units of 8·log2: news uses the word that much more often than lists of names do.
    private const int OrdinaryWord = 70;
    private const int AmbiguousWord = 56;

    // A city below this size is named in news far less often than the common word it may look like.
    private const int SmallestCity = 10_000;

    /// <param name="frequencyOf">A word's frequency in news as words.bin holds it.</param>
    public static IEnumerable<(string Word, WordLists Lists)> Read(string data, Func<string, int> frequencyOf) =>
        Persons(data, frequencyOf).Concat(Countries(data)).Concat(Places(data));

    private static IEnumerable<(string, WordLists)> Persons(string data, Func<string, int> frequencyOf)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(data, "names", "wd_arabic.normalized.aligned.tokens")))
        {
            var columns = line.Split('\t');
            var word = Folding.Fold(columns[1].Replace(" ", "", StringComparison.Ordinal));
            if (word.Length > 1) counts[word] = counts.GetValueOrDefault(word) + int.Parse(columns[2], System.Globalization.CultureInfo.InvariantCulture);
        }

        return counts.Select(pair => (pair.Key, Strength(pair.Value, frequencyOf(pair.Key)))).Where(pair => pair.Item2 != WordLists.None);
    }

    // Common words are parts of a few names too ("from" and "of" stand in titles): a name must be common among names for how common it is in news.
    private static WordLists Strength(int count, int frequency)
    {
        var excess = frequency - (8 * Math.Log2(1 + count));
        if (excess > OrdinaryWord) return WordLists.None;
        return count >= CommonName && excess <= AmbiguousWord ? WordLists.Person | WordLists.CommonPerson : WordLists.Person;
    }

    private static IEnumerable<(string, WordLists)> Countries(string data)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, "cldr-ar", "ar", "territories.json")));
        var territories = json.RootElement.GetProperty("main").GetProperty("ar").GetProperty("localeDisplayNames").GetProperty("territories");
        foreach (var territory in territories.EnumerateObject())
            foreach (var entry in Parts(territory.Value.GetString()!, WordLists.Country))
                yield return entry;
    }

    private static IEnumerable<(string, WordLists)> Places(string data)
    {
        foreach (var file in (string[])["places_ar.tsv", "states_ar.tsv"])
            foreach (var line in File.ReadLines(Path.Combine(data, "places", file)).Skip(1))
            {
                var columns = line.Split('\t');
                if (columns[5].Length < 3 || (columns[0] == "cities" && !IsLarge(columns))) continue;
                foreach (var entry in Parts(columns[5], WordLists.Place)) yield return entry;
            }
    }

    private static bool IsLarge(string[] columns) =>
        long.TryParse(columns[10], out var people) && people >= SmallestCity;

    private static IEnumerable<(string, WordLists)> Parts(string name, WordLists whole)
    {
        var words = Folding.Fold(name).Split([' ', '-', '\u060C', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
        {
            yield return (words[0], whole);
            yield break;
        }

        for (var i = 0; i < words.Length; i++)
            if (words[i].Length > 1) yield return (words[i], i == 0 ? WordLists.PlaceStart : WordLists.PlaceInner);
    }
}
