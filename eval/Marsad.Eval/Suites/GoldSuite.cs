using Marsad.Eval.Gold;
using Marsad.Eval.Scoring;

namespace Marsad.Eval.Suites;

/// <summary>Statements, figures, times, names and events against annotated articles of the shared folder.</summary>
internal sealed class GoldSuite(string name, string file) : Suite
{
    public override string Name => name;

    public override IReadOnlyList<string> Corpora => [file];

    public override IReadOnlyDictionary<string, double> Measure(Shared shared) => Score(GuideGold.ReadLines(shared.Path(file))).Measures();

    public static ScoreCard Score(IEnumerable<GoldArticle> gold)
    {
        var card = new ScoreCard();
        foreach (var article in gold) card.Add(article, Predicted.Of(article));
        return card;
    }
}
