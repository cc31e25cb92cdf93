using Marsad.Eval.Scoring;

namespace Marsad.Eval.Tests.Scoring;

public sealed class BCubedTests
{
    [Fact]
    public void The_same_grouping_under_other_numbers_is_right() => Assert.Equal((1, 1), BCubed.Of([(1, 7), (1, 7), (2, 8)]));

    [Fact]
    public void Two_stories_thrown_together_cost_precision()
    {
        var (precision, recall) = BCubed.Of([(1, 7), (1, 7), (2, 7)]);
        Assert.Equal(5.0 / 9, precision, 9);
        Assert.Equal(1, recall);
    }

    [Fact]
    public void A_story_torn_apart_costs_recall()
    {
        var (precision, recall) = BCubed.Of([(1, 7), (1, 8)]);
        Assert.Equal(1, precision);
        Assert.Equal(0.5, recall);
    }
}
