using Marsad.Eval.Filed;
using Marsad.Eval.Gold;
using Marsad.Eval.Scoring;

namespace Marsad.Eval.Suites;

/// <summary>Articles of three days grouped by happening, compared by BCubed.</summary>
internal sealed class StoriesSuite(string half) : JudgedSuite("stories", half)
{
    public override IReadOnlyDictionary<string, double> Measure(Shared shared)
    {
        var filed = FiledArticles.Days(shared);
        var articles = JudgedLines.Read(GoldFile).Select(line => ((long)line.Number("story"), filed.Place(line.Word("id"), line.Word("digest")).Story)).ToList();
        var (precision, recall) = BCubed.Of(articles);
        (precision, recall) = (Math.Round(precision, 4), Math.Round(recall, 4));
        return new Dictionary<string, double> { ["bcubed.f1"] = HarmonicMean(precision, recall), ["bcubed.precision"] = precision, ["bcubed.recall"] = recall };
    }
}
