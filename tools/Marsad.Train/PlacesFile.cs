using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Marsad.Language.Names;
using Marsad.Language.Places;
using Marsad.Language.Text;

namespace Marsad.Train;

/// <summary>Builds src/Marsad.Language/Places/places.bin from the city and region tables (ODbL) and CLDR's names of countries.</summary>
internal static class PlacesFile
{
    public static void Build(string data, string output, TextWriter log)
    {
        var entries = new HashSet<GazetteerEntry>();
        var points = new Dictionary<string, List<(float Latitude, float Longitude)>>(StringComparer.Ordinal);
        foreach (var row in Rows(data, "states_ar.tsv").Where(HasPoint))
        {
            entries.Add(Entry(row, PlaceKind.Region));
            if (!points.TryGetValue(row[2], out var list)) points.Add(row[2], list = []);
            list.Add((Number(row[7]), Number(row[8])));
        }

        foreach (var row in Rows(data, "places_ar.tsv").Where(HasPoint)) entries.Add(Entry(row, PlaceKind.City));
        foreach (var (country, name) in Countries(data).Where(pair => points.ContainsKey(pair.Country)))
            foreach (var key in (string[])[country, name])
                entries.Add(Country(key, country, points[country]));
        Write([.. entries.OrderBy(entry => entry.Hash).ThenByDescending(entry => entry.Kind).ThenByDescending(entry => entry.Size).ThenBy(entry => entry.Latitude)], output);
        log.WriteLine($"{output}: {entries.Count} names of places, {new FileInfo(output).Length} bytes");
    }

    private static IEnumerable<string[]> Rows(string data, string file) =>
        File.ReadLines(Path.Combine(data, "places", file)).Skip(1).Select(line => line.Split('\t')).Where(row => row[5].Length >= 2 && row[2].Length == 2);

    private static bool HasPoint(string[] row) => row[7].Length > 0 && row[8].Length > 0;

    private static GazetteerEntry Entry(string[] row, PlaceKind kind) =>
        new(Hash(row[5]), Number(row[7]), Number(row[8]), GazetteerEntry.Code(row[2]), Size(row[10]), kind);

    // The middle of a country's regions; far islands pull it less than they would pull the middle of its outline.
    private static GazetteerEntry Country(string key, string country, List<(float Latitude, float Longitude)> points) =>
        new(Hash(key), Median(points.Select(point => point.Latitude)), Median(points.Select(point => point.Longitude)), GazetteerEntry.Code(country), 0, PlaceKind.Country);

    private static float Median(IEnumerable<float> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static IEnumerable<(string Country, string Name)> Countries(string data)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, "cldr-ar", "ar", "territories.json")));
        var territories = json.RootElement.GetProperty("main").GetProperty("ar").GetProperty("localeDisplayNames").GetProperty("territories");
        foreach (var territory in territories.EnumerateObject())
            if (territory.Name.Length == 2 || territory.Name.Contains("-alt-", StringComparison.Ordinal)) yield return (territory.Name[..2], territory.Value.GetString()!);
    }

    private static uint Hash(string name) => FeatureHash.OfWord(Folding.Fold(name));

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static byte Size(string people) =>
        double.TryParse(people, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 ? (byte)Math.Min(255, Math.Round(4 * Math.Log2(1 + number))) : (byte)0;

    private static void Write(GazetteerEntry[] entries, string output)
    {
        using var file = File.Create(output);
        file.Write("MPL1"u8);
        file.Write(BitConverter.GetBytes(entries.Length));
        file.Write(MemoryMarshal.AsBytes(entries.AsSpan()));
    }
}
