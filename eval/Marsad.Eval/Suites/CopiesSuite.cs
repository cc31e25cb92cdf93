using System.Text.Json.Nodes;
using Marsad.Eval.Filed;
using Marsad.Eval.Gold;

namespace Marsad.Eval.Suites;

/// <summary>Pairs of articles that are copies of one text or not: a pair is called a copy where both are folded together.</summary>
/// <remarks>
/// "found": of the pairs that share eight tenths of their word 4-grams, those folded together. "precision": of the folds that were drawn from a run over all
/// articles and judged, those that are right, both strata weighted by their size in that run. "overlap": pairs that share three to eight tenths.
/// </remarks>
internal sealed class CopiesSuite(string half) : JudgedSuite("copies", half)
{
    // In the run that the folds were drawn from, 2,120 articles shared eight tenths or more with the first of their fold, 5,774 less.
    private const double HighFolds = 2120.0 / (2120 + 5774);

    public override IReadOnlyDictionary<string, double> Measure(Shared shared)
    {
        var pairs = Pairs(shared).ToLookup(pair => pair.From);
        var (high, low, overlap) = (Counts.Of(pairs["folds-high"]), Counts.Of(pairs["folds-low"]), Counts.Of(pairs["overlap"]));
        return new Dictionary<string, double>
        {
            ["found"] = Counts.Of(pairs["clusters"]).Recall,
            ["precision"] = Math.Round((HighFolds * high.Precision) + ((1 - HighFolds) * low.Precision), 4),
            ["overlap.f1"] = HarmonicMean(overlap.Precision, overlap.Recall),
            ["overlap.precision"] = overlap.Precision,
            ["overlap.recall"] = overlap.Recall,
        };
    }

    /// <summary>The pairs on which the station and the judge differ, for people.</summary>
    public override IEnumerable<string> Failures(Shared shared) =>
        Pairs(shared).Where(pair => pair.IsCalled != pair.IsCopy).Select(pair => $"{pair.From} {pair.Ids}: {pair.Label}, {(pair.IsCalled ? "folded" : "apart")}");

    private List<Pair> Pairs(Shared shared)
    {
        var lines = JudgedLines.Read(GoldFile);
        using var filed = FiledArticles.Of(shared, lines.SelectMany(line => line.Words("company").Append(line.Word("a")).Append(line.Word("b"))).ToHashSet());
        return [.. lines.Select(line => Pair.Of(line, filed))];
    }

    private sealed record Pair(string From, string Ids, string Label, bool IsCalled)
    {
        public bool IsCopy => Label is "copy" or "update";

        public static Pair Of(JsonObject line, FiledArticles filed)
        {
            var digests = line.Words("digests").ToList();
            var (a, b) = (filed.Place(line.Word("a"), digests[0]), filed.Place(line.Word("b"), digests[1]));
            return new Pair(line.Word("from"), $"{line.Word("a")} {line.Word("b")}", line.Word("label"), a.Head == b.Head);
        }
    }

    private sealed record Counts(int Right, int Called, int Copies)
    {
        public double Precision => Share(Right, Called);

        public double Recall => Share(Right, Copies);

        public static Counts Of(IEnumerable<Pair> pairs)
        {
            var all = pairs.ToList();
            return new Counts(all.Count(pair => pair.IsCopy && pair.IsCalled), all.Count(pair => pair.IsCalled), all.Count(pair => pair.IsCopy));
        }
    }
}
