using System.Globalization;
using System.Text.Json.Nodes;
using Marsad.Language.Figures;
using Marsad.Language.Tokens;

namespace Marsad.Eval.Suites;

/// <summary>
/// The cases of Recognizers-Text for Arabic numbers, ordinals and percentages: the share that holds. A case holds where the same words are found
/// and, unless it says that its values are not to be compared, the same values. "supported" are the cases that Recognizers-Text itself meets on .NET.
/// </summary>
internal sealed class NumbersSuite : Suite
{
    private const string Folder = "times/recognizers-specs/Number/Arabic/";

    private static readonly string[] Exclusions = ["NotSupported", "NotSupportedByDesign"];

    private static readonly (string Measure, string File, Func<string, IEnumerable<Found>> Find)[] Models =
    [
        ("number", "NumberModel.json", Numbers),
        ("ordinal", "OrdinalModel.json", text => Ordinals(text, true)),
        ("ordinal", "OrdinalModelSuppressExtendedTypes.json", text => Ordinals(text, false)),
        ("percentage", "PercentModel.json", Percentages),
    ];

    public override string Name => "numbers";

    public override IReadOnlyList<string> Corpora => [.. Models.Select(model => Folder + model.File)];

    public override IReadOnlyDictionary<string, double> Measure(Shared shared)
    {
        var cases = Models.SelectMany(model => Cases(shared, model.File).Select(one => (model.Measure, Supported: IsSupported(one), Holds: Holds(one, model.Find)))).ToList();
        var measures = cases.Where(one => one.Supported).GroupBy(one => one.Measure).ToDictionary(group => "supported." + group.Key, group => Share(group.Select(one => one.Holds)));
        measures["supported.all"] = Share(cases.Where(one => one.Supported).Select(one => one.Holds));
        measures["every.all"] = Share(cases.Select(one => one.Holds));
        return measures;
    }

    /// <summary>The supported cases that do not hold, for people.</summary>
    public static IEnumerable<string> Failures(Shared shared, bool all) =>
        from model in Models
        from one in Cases(shared, model.File)
        where (all || IsSupported(one)) && !Holds(one, model.Find)
        select $"{model.Measure}: {Input(one)}  wanted {string.Join(" · ", Wanted(one))}  found {string.Join(" · ", model.Find(Input(one)))}";

    private static double Share(IEnumerable<bool> holds)
    {
        var all = holds.ToList();
        return Math.Round((double)all.Count(one => one) / all.Count, 4);
    }

    private static IEnumerable<JsonObject> Cases(Shared shared, string file) =>
        JsonNode.Parse(File.ReadAllText(shared.Path(Folder + file)))!.AsArray().Select(one => one!.AsObject());

    private static string Input(JsonObject one) => one["Input"]!.GetValue<string>();

    private static bool IsSupported(JsonObject one) =>
        !Exclusions.Any(field => one[field]?.GetValue<string>().Contains("dotnet", StringComparison.Ordinal) == true);

    private static bool Holds(JsonObject one, Func<string, IEnumerable<Found>> find)
    {
        var wanted = Wanted(one).ToList();
        var found = find(Input(one)).ToList();
        var values = one["IgnoreResolution"]?.GetValue<bool>() != true;
        return wanted.Count == found.Count && wanted.Zip(found).All(pair => pair.First.Text == pair.Second.Text && (!values || SameValue(pair.First.Value, pair.Second.Value)));
    }

    private static IEnumerable<Found> Wanted(JsonObject one) => (one["Results"]?.AsArray() ?? []).Select(result =>
        new Found(result!["Text"]!.GetValue<string>().Trim(), result["Resolution"]?["value"]?.ToString() ?? ""));

    private static bool SameValue(string wanted, string found) =>
        wanted == found || (double.TryParse(wanted.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
            && double.TryParse(found.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var b) && Math.Abs(a - b) <= Math.Abs(a) * 1e-9);

    private static IEnumerable<Found> Numbers(string text) =>
        NumberExpressions.Find(new Document(text)).Select(number => new Found(number.Span.In(text), number.Value.ToString("R", CultureInfo.InvariantCulture)));

    private static IEnumerable<Found> Ordinals(string text, bool relative) =>
        ArabicOrdinals.Find(new Document(text), relative).Select(ordinal => new Found(ordinal.Span.In(text), ordinal.Value));

    private static IEnumerable<Found> Percentages(string text) =>
        ArabicPercentages.Find(new Document(text)).Select(number => new Found(number.Span.In(text), number.Value.ToString("R", CultureInfo.InvariantCulture) + "%"));

    private sealed record Found(string Text, string Value)
    {
        public override string ToString() => $"{Text}={Value}";
    }
}
