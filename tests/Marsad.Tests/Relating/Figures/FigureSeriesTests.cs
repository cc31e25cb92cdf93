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

    [Fact]
    public void Members_of_the_police_and_men_of_security_are_one_quantity() =>
        Assert.Single(SeriesJudge.Order([Killed(18, "أ", of: "عناصر الشرطة والحرس الوطني"), Killed(18, "ب", of: "رجال الأمن")]));

    [Fact]
    public void The_dead_of_an_earlier_year_are_another_quantity() =>
        Assert.Equal(2, SeriesJudge.Order([Killed(16, "أ", day: "1968-12"), Killed(44, "ب"), Killed(45, "ج", day: "1970-01-01")]).Count);

    [Fact]
    public void A_claim_without_a_place_joins_the_place_of_its_value() =>
        Assert.Equal([2, 1], SeriesJudge.Order([Killed(164, "أ", place: "كازاخستان"), Killed(103, "أ", place: "ألماتي"), Killed(164, "ب")]).Select(series => series.Claims.Count));

    [Fact]
    public void A_claim_without_a_place_and_value_of_others_stands_by_itself() =>
        Assert.Equal(3, SeriesJudge.Order([Killed(164, "أ", place: "كازاخستان"), Killed(103, "أ", place: "ألماتي"), Killed(12, "ب")]).Count);

    [Fact]
    public void Small_numbers_agree_by_chance() =>
        Assert.Equal(3, SeriesJudge.Order([Killed(2, "أ", place: "كازاخستان"), Killed(3, "أ", place: "ألماتي"), Killed(2, "ب")]).Count);

    [Fact]
    public void A_series_of_a_group_is_called_as_most_call_it() =>
        Assert.Equal("رجال الأمن", Assert.Single(SeriesJudge.Order([Killed(8, "أ", of: "شرطيا"), Killed(18, "ب", of: "رجال الأمن"), Killed(18, "ج", of: "رجال الأمن")])).Of);

    private FigureMark[] Marks(params FigureClaim[] claims) => [.. Assert.Single(SeriesJudge.Order(claims)).Claims.Select(claim => claim.Mark)];

    private FigureClaim Killed(double value, string source, string? of = null, string? place = null, string bound = "exact", string? day = null) =>
        new(++_rows, "killed", of, place, value, value, bound, source, DateTimeOffset.UnixEpoch.AddHours(_rows), day);
}
