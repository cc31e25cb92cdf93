using Marsad.Eval.Filed;
using Marsad.Eval.Gold;

namespace Marsad.Eval.Suites;

/// <summary>Pairs of look-alike names in two articles: one person where both are joined to the same entity.</summary>
internal sealed class EntitiesSuite(string half) : JudgedSuite("entities", half)
{
    public override IReadOnlyDictionary<string, double> Measure(Shared shared)
    {
        var names = FiledNames.Of(FiledArticles.Days(shared));
        var pairs = JudgedLines.Read(GoldFile).Select(line => (IsSame: line["same"]!.GetValue<bool>(), IsJoined: names.AreJoined(line))).ToList();
        var right = pairs.Count(pair => pair.IsSame && pair.IsJoined);
        var (precision, recall) = (Share(right, pairs.Count(pair => pair.IsJoined)), Share(right, pairs.Count(pair => pair.IsSame)));
        return new Dictionary<string, double> { ["same.f1"] = HarmonicMean(precision, recall), ["same.precision"] = precision, ["same.recall"] = recall };
    }

    /// <summary>The pairs on which the station and the judge differ, for people.</summary>
    public override IEnumerable<string> Failures(Shared shared)
    {
        var names = FiledNames.Of(FiledArticles.Days(shared));
        return JudgedLines.Read(GoldFile).Where(line => names.AreJoined(line) != line["same"]!.GetValue<bool>())
            .Select(line => $"{line.Word("drawn")}: {names.Show(line["a"]!.AsObject())} / {names.Show(line["b"]!.AsObject())} {(line["same"]!.GetValue<bool>() ? "one person" : "two persons")}");
    }
}
