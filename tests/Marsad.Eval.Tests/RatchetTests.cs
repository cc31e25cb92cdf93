using Marsad.Eval.Suites;

namespace Marsad.Eval.Tests;

public sealed class RatchetTests
{
    public static TheoryData<string> Held => [.. Floors.Load().Suites];

    private static bool IsHurried => Environment.GetEnvironmentVariable("CI") is null && Environment.GetEnvironmentVariable("MARSAD_LONG") is null;

    [Theory]
    [MemberData(nameof(Held))]
    public void No_measure_falls_below_its_floor(string name)
    {
        var shared = Corpora.Need();
        var suite = Assert.Single(Suite.All, suite => suite.Name == name);
        Assert.SkipUnless(suite.CanRun(shared), $"the corpus of {name} is not there");
        Assert.SkipWhen(suite.IsLong && IsHurried, $"{name} files thousands of articles: set CI or MARSAD_LONG to run it");
        Assert.Empty(Floors.Load().Check(name, suite.Digests(shared), suite.Measure(shared)));
    }
}

public sealed class FloorsTests
{
    private static readonly Dictionary<string, string> Corpus = new() { ["gold/a.jsonl"] = "d1" };

    [Fact]
    public void A_measure_below_its_floor_is_a_fault()
    {
        var floors = With(0.9);
        Assert.Equal("a: figures.f1 is 0.8000, its floor 0.9000", Assert.Single(floors.Check("a", Corpus, Measured(0.8))));
    }

    [Fact]
    public void A_measure_at_its_floor_holds() => Assert.Empty(With(0.9).Check("a", Corpus, Measured(0.9)));

    [Fact]
    public void Floors_do_not_hold_on_another_corpus() =>
        Assert.Single(With(0.9).Check("a", new Dictionary<string, string> { ["gold/a.jsonl"] = "d2" }, Measured(1)));

    [Fact]
    public void A_better_measure_raises_its_floor()
    {
        var floors = With(0.9);
        floors.Take("a", Corpus, Measured(0.95), [], null);
        Assert.Single(floors.Check("a", Corpus, Measured(0.9)));
    }

    [Fact]
    public void Without_a_reason_a_worse_measure_leaves_its_floor()
    {
        var floors = With(0.9);
        floors.Take("a", Corpus, Measured(0.5), [], null);
        Assert.Single(floors.Check("a", Corpus, Measured(0.5)));
    }

    [Fact]
    public void A_floor_is_lowered_only_with_its_reason_on_record()
    {
        var floors = With(0.9);
        floors.Take("a", Corpus, Measured(0.5), [], "the guide changed");
        Assert.Empty(floors.Check("a", Corpus, Measured(0.5)));
        Assert.Contains("the guide changed", floors.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_back() => Assert.Equal(With(0.9).ToJson(), Floors.Parse(With(0.9).ToJson()).ToJson());

    private static Floors With(double floor)
    {
        var floors = Floors.Parse("{}");
        floors.Take("a", Corpus, Measured(floor), [], null);
        return floors;
    }

    private static Dictionary<string, double> Measured(double value) => new() { ["figures.f1"] = value };
}
