using Marsad.Relating.Figures;

namespace Marsad.Tests.Relating.Figures;

public sealed class FigureSeriesTests
{
    private int _rows;

    [Fact]
    public void The_same_source_later_revises() => Assert.Equal([FigureMark.First, FigureMark.Revised], Marks(Killed(12, "الداخلية"), Killed(18, "الداخلية")));

    [Fact]
    public void The_same_source_with_the_same_value_repeats() => Assert.Equal([FigureMark.First, FigureMark.Repeated], Marks(Killed(12, "الداخلية"), Killed(12, "الداخلية")));

    [Fact]
    public void Another_source_beyond_the_bounds_contradicts() => Assert.Equal([FigureMark.First, FigureMark.Contradicted], Marks(Killed(12, "الداخلية"), Killed(30, "منظمة حقوقية")));

    [Fact]
    public void Another_source_within_the_bounds_confirms() =>
        Assert.Equal([FigureMark.First, FigureMark.Confirmed], Marks(Killed(12, "الداخلية", bound: "at_least"), Killed(30, "منظمة حقوقية")));

    [Fact]
    public void About_reaches_a_fifth_either_way() =>
        Assert.Equal([FigureMark.First, FigureMark.Confirmed, FigureMark.Contradicted], Marks(Killed(2500, "أ", bound: "about"), Killed(2600, "ب"), Killed(4000, "ج")));

    [Fact]
    public void The_dead_of_two_groups_are_two_quantities() => Assert.Equal(2, SeriesJudge.Order([Killed(12, "أ", of: "شرطيا"), Killed(30, "أ", of: "متظاهرا")]).Count);

    [Fact]
    public void Words_for_people_at_large_are_one_quantity() => Assert.Single(SeriesJudge.Order([Killed(12, "أ", of: "قتيلا"), Killed(12, "ب", of: "شخصا")]));

    [Fact]
    public void The_dead_of_two_places_are_two_quantities() => Assert.Equal(2, SeriesJudge.Order([Killed(12, "أ", place: "ألماتي"), Killed(30, "أ", place: "بغداد")]).Count);

    private FigureMark[] Marks(params FigureClaim[] claims) => [.. Assert.Single(SeriesJudge.Order(claims)).Claims.Select(claim => claim.Mark)];

    private FigureClaim Killed(double value, string source, string? of = null, string? place = null, string bound = "exact") =>
        new(++_rows, "killed", of, place, value, value, bound, source, DateTimeOffset.UnixEpoch.AddHours(_rows));
}
