using Marsad.Eval.Scoring;

namespace Marsad.Eval.Tests.Scoring;

public sealed class NdcgTests
{
    private static readonly Ndcg Judged = new([(2, ["a", "copy of a"]), (1, ["b"])]);

    [Fact]
    public void The_best_order_is_one() => Assert.Equal(1, Judged.Of(["a", "b"], 10));

    [Fact]
    public void A_lesser_answer_first_costs() => Assert.Equal((1 + (3 / Math.Log2(3))) / (3 + (1 / Math.Log2(3))), Judged.Of(["b", "a"], 10), 9);

    [Fact]
    public void A_copy_of_what_was_given_takes_no_place() => Assert.Equal(1, Judged.Of(["a", "copy of a", "b"], 10));

    [Fact]
    public void What_was_not_judged_takes_a_place_and_gives_nothing() => Assert.Equal((3 / Math.Log2(3)) / (3 + (1 / Math.Log2(3))), Judged.Of(["unknown", "a"], 10), 9);

    [Fact]
    public void Only_the_first_count() => Assert.Equal(0, Judged.Of(["unknown", "a"], 1));
}
