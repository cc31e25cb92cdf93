using Marsad.Store.Queries;

namespace Marsad.Desk.Parts;

/// <summary>Where a figure is drawn: its middle, and the ends of its range.</summary>
public sealed record ChartPoint(FigureRow Figure, double X, double Y, double Top, double Base);

public readonly record struct AmountTick(double At, decimal Value);

public readonly record struct DayTick(double At, DateOnly Day);

public readonly record struct ChartLabel(double X, double Y, decimal Value);

/// <summary>Lays figures over time out in a box; pure arithmetic, so that it can be tested without a browser.</summary>
public sealed class Chart
{
    private const double Margin = 18;
    private const double Gutter = 52;

    private readonly bool _rightToLeft;
    private readonly DateTimeOffset _first;
    private readonly double _span;
    private readonly double _most;

    private Chart(IReadOnlyList<FigureRow> figures, bool rightToLeft, bool small)
    {
        _rightToLeft = rightToLeft;
        (Width, Height) = small ? (340, 220) : (720, 280);
        _first = figures.Min(f => f.Instant);
        _span = Math.Max((figures.Max(f => f.Instant) - _first).TotalHours, 1);
        _most = (double)NiceAbove((decimal)figures.Max(f => Math.Max(f.High, f.Low)));
        Points = [.. figures.Select(Place)];
        Amounts = [.. Enumerable.Range(0, 5).Select(i => (decimal)_most * i / 4).Select(v => new AmountTick(YOf((double)v), v))];
        Days = [.. DaysOf(figures, small ? 3 : 6)];
        Labels = [.. LabelsOf(Points)];
    }

    public int Width { get; }

    public int Height { get; }

    public double Left => _rightToLeft ? Margin : Gutter;

    public double Right => Width - (_rightToLeft ? Gutter : Margin);

    public double Bottom => Height - 34;

    /// <summary>Where the numbers of the axis stand: beside the side where time begins.</summary>
    public double AmountsAt => _rightToLeft ? Right + 10 : Left - 10;

    public IReadOnlyList<ChartPoint> Points { get; }

    public IReadOnlyList<AmountTick> Amounts { get; }

    public IReadOnlyList<DayTick> Days { get; }

    public IReadOnlyList<ChartLabel> Labels { get; }

    public static Chart Of(IReadOnlyList<FigureRow> figures, bool rightToLeft, bool small = false)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new Chart(figures, rightToLeft, small);
    }

    /// <summary>The next round number: 1, 2, 2.5, 4, 5 or 8 times a power of ten, so that its quarters are round too.</summary>
    internal static decimal NiceAbove(decimal value)
    {
        var power = 1m;
        while (power * 10 <= value) power *= 10;
        foreach (var step in (decimal[])[1, 2, 2.5m, 4, 5, 8, 10])
            if (step * power >= value) return Math.Max(step * power, 4);
        return power * 10;
    }

    private ChartPoint Place(FigureRow figure) =>
        new(figure, XOf(figure.Instant), YOf((figure.Low + figure.High) / 2), YOf(figure.High), YOf(figure.Low));

    // A little air at both ends, so that no mark is cut by the frame.
    private double XOf(DateTimeOffset instant)
    {
        var share = 0.03 + (0.94 * (instant - _first).TotalHours / _span);
        return Left + ((Right - Left) * (_rightToLeft ? 1 - share : share));
    }

    private double YOf(double value) => Bottom - ((Bottom - 22) * value / _most);

    private IEnumerable<DayTick> DaysOf(IReadOnlyList<FigureRow> figures, int most)
    {
        var days = figures.Select(f => f.Time.Day).Distinct().Order().ToList();
        var step = Math.Max(1, (int)Math.Ceiling(days.Count / (double)most));
        return days.Where((_, i) => i % step == 0).Select(day => new DayTick(Math.Clamp(XOf(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero)), Left, Right), day));
    }

    // A number is written above its mark unless one stands there already.
    private static IEnumerable<ChartLabel> LabelsOf(IReadOnlyList<ChartPoint> points)
    {
        var placed = new List<ChartLabel>();
        foreach (var point in points.OrderByDescending(p => p.Figure.High))
        {
            var label = new ChartLabel(point.X, point.Top - 10, (decimal)point.Figure.High);
            if (placed.Any(p => Math.Abs(p.X - label.X) < 46 && Math.Abs(p.Y - label.Y) < 16)) continue;
            placed.Add(label);
        }

        return placed;
    }
}
