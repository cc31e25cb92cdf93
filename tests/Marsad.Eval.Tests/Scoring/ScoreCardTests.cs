using Marsad.Eval.Commands;
using Marsad.Eval.Gold;
using Marsad.Eval.Scoring;

namespace Marsad.Eval.Tests.Scoring;

public sealed class ScoreCardTests
{
    private const string Text = "قتل 5 أشخاص أمس";

    [Fact]
    public void A_figure_counts_where_it_overlaps_with_the_same_value()
    {
        var measures = Score([new Predicted.Figure(4, 5, 5, 5, "exact", "killed")]);
        Assert.Equal((1, 1, 1), (measures["figures.f1"], measures["figures.category"], measures["figures.bound"]));
    }

    [Fact]
    public void A_figure_with_another_value_is_missed_and_extra()
    {
        var measures = Score([new Predicted.Figure(4, 11, 6, 6, "exact", "killed")]);
        Assert.Equal((0, 0), (measures["figures.precision"], measures["figures.recall"]));
    }

    [Fact]
    public void A_record_of_another_text_is_missing()
    {
        var card = new ScoreCard();
        card.Add(Gold(), new Predicted("a", "another", [], [], [], [], []));
        Assert.Equal(1, card.Missing);
    }

    [Fact]
    public void Spelling_and_a_fused_article_do_not_part_names() =>
        Assert.True(Normal.SameName("للجيش الليبيّ", "الجيش الليبي", new Dictionary<string, HashSet<string>>()));

    [Fact]
    public void Calibration_counts_every_statement_once()
    {
        var card = new ScoreCard();
        card.Add(Gold(), new Predicted("a", Text, [new(new(0, 3), new(4, 11), null, null, null, null, null, 0.95), new(new(0, 3), new(4, 11), null, null, null, null, null, 0.3)], [], [], [], []));
        Assert.Equal(2, CalibrationCommand.Shares(card).Sum(step => step.Count));
    }

    private static IReadOnlyDictionary<string, double> Score(IReadOnlyList<Predicted.Figure> figures)
    {
        var card = new ScoreCard();
        card.Add(Gold(), new Predicted("a", Text, [], figures, [], [], []));
        return card.Measures();
    }

    private static GoldArticle Gold() => new("a", Text, null, null, null, [], [new GoldFigure(new Spot(4, 11), 5, 5, "exact", "killed")], [], [], []);
}
