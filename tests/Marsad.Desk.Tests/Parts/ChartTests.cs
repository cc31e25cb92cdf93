using Marsad.Desk.Parts;
using Marsad.Store.Queries;

namespace Marsad.Desk.Tests.Parts;

public sealed class ChartTests
{
    private static readonly FigureRow[] Figures =
    [
        new() { Low = 300, High = 300, Bound = "at_least", PublishedAt = "2022-01-06T08:00:00Z" },
        new() { Low = 450, High = 600, Bound = "range", PublishedAt = "2022-01-06T20:00:00Z" },
        new() { Low = 1900, High = 1900, Bound = "exact", PublishedAt = "2022-01-09T08:00:00Z" },
    ];

    [Fact]
    public void Time_runs_to_the_right_in_english() => Assert.True(IsRising(Chart.Of(Figures, rightToLeft: false).Points.Select(p => p.X)));

    [Fact]
    public void Time_runs_to_the_left_in_arabic() => Assert.True(IsRising(Chart.Of(Figures, rightToLeft: true).Points.Select(p => -p.X)));

    [Fact]
    public void More_stands_higher() => Assert.True(IsRising(Chart.Of(Figures, rightToLeft: false).Points.Select(p => -p.Y)));

    [Fact]
    public void A_range_is_drawn_from_its_low_to_its_high_end()
    {
        var range = Chart.Of(Figures, rightToLeft: false).Points[1];
        Assert.True(range.Top < range.Y && range.Y < range.Base);
    }

    [Fact]
    public void Every_mark_stands_inside_the_frame()
    {
        var chart = Chart.Of(Figures, rightToLeft: true, small: true);
        Assert.All(chart.Points, p => Assert.True(p.X > chart.Left && p.X < chart.Right && p.Top > 0 && p.Base <= chart.Bottom));
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(7, 8)]
    [InlineData(26, 40)]
    [InlineData(1900, 2000)]
    [InlineData(9500, 10000)]
    public void The_axis_ends_at_a_round_number(int most, int end) => Assert.Equal(end, Chart.NiceAbove(most));

    [Fact]
    public void One_moment_alone_is_drawn_too() => Assert.Single(Chart.Of([Figures[0]], rightToLeft: false).Points);

    private static bool IsRising(IEnumerable<double> values) => values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
}
