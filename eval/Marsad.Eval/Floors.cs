using System.Text.Json;
using System.Text.Json.Serialization;

namespace Marsad.Eval;

/// <summary>eval/floors.json: no measure may fall below its floor, and a floor holds only on the corpus it was measured on.</summary>
internal sealed class Floors
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SortedDictionary<string, SuiteFloors> _suites;

    private Floors(SortedDictionary<string, SuiteFloors> suites) => _suites = suites;

    public static string FilePath => Path.Combine(Shared.Repository, "eval", "floors.json");

    public IEnumerable<string> Suites => _suites.Keys;

    public static Floors Load() => Parse(File.Exists(FilePath) ? File.ReadAllText(FilePath) : "{}");

    public static Floors Parse(string json) => new(JsonSerializer.Deserialize<SortedDictionary<string, SuiteFloors>>(json, Format) ?? []);

    public string ToJson() => JsonSerializer.Serialize(_suites, Format) + "\n";

    public void Save() => File.WriteAllText(FilePath, ToJson());

    /// <summary>What is wrong: another corpus, or a measure below its floor. Empty where all holds, and for a suite without floors.</summary>
    public IReadOnlyList<string> Check(string suite, IReadOnlyDictionary<string, string> digests, IReadOnlyDictionary<string, double> measured)
    {
        if (!_suites.TryGetValue(suite, out var floors)) return [];
        var faults = new List<string>();
        foreach (var (corpus, digest) in floors.Corpora)
            if (digests.GetValueOrDefault(corpus) != digest) faults.Add($"{suite}: {corpus} is not the corpus that the floors were measured on");
        foreach (var (measure, floor) in floors.Measures)
            if (measured.GetValueOrDefault(measure, -1) < floor) faults.Add($"{suite}: {measure} is {measured.GetValueOrDefault(measure, -1):0.0000}, its floor {floor:0.0000}");
        return faults;
    }

    /// <summary>Sets floors to what is measured where that is higher; only with a reason where it is lower.</summary>
    /// <param name="only">The measures to hold; all of the suite's where it is empty.</param>
    /// <param name="reason">Why a floor may fall; null forbids it.</param>
    public void Take(string suite, IReadOnlyDictionary<string, string> digests, IReadOnlyDictionary<string, double> measured, IReadOnlyCollection<string> only, string? reason)
    {
        if (!_suites.TryGetValue(suite, out var floors)) _suites[suite] = floors = new SuiteFloors([], [], null);
        var moved = digests.Any(digest => floors.Corpora.GetValueOrDefault(digest.Key) != digest.Value) && floors.Corpora.Count > 0;
        if (moved && reason is null) throw new InvalidOperationException($"{suite}: the corpus changed; say why with --lower.");
        foreach (var (corpus, digest) in digests) floors.Corpora[corpus] = digest;
        foreach (var (measure, value) in measured)
        {
            if (only.Count > 0 && !only.Any(prefix => measure.StartsWith(prefix, StringComparison.Ordinal))) continue;
            var old = floors.Measures.TryGetValue(measure, out var floor) ? floor : (double?)null;
            if (old is null || value > old) floors.Measures[measure] = value;
            else if (value < old && reason is not null) _suites[suite] = floors = floors.Lower(measure, old.Value, value, reason);
        }
    }

    internal sealed record SuiteFloors(SortedDictionary<string, string> Corpora, SortedDictionary<string, double> Measures, IReadOnlyList<Lowered>? Lowered)
    {
        public SuiteFloors Lower(string measure, double from, double to, string why)
        {
            Measures[measure] = to;
            return this with { Lowered = [.. Lowered ?? [], new Lowered(measure, from, to, why)] };
        }
    }

    /// <summary>A floor that was let down, and why.</summary>
    internal sealed record Lowered(string Measure, double From, double To, string Why);
}
