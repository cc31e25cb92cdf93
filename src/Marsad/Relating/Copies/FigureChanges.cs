using Marsad.Language;

namespace Marsad.Relating.Copies;

/// <summary>Finds the amounts that differ between two texts that tell the same in the same words.</summary>
internal static class FigureChanges
{
    // Words on either side of an amount that tell which one it is; of them so many must be the same.
    private const int Reach = 5;
    private const double SameWords = 0.6;
    private const int LeastWords = 3;
    private const decimal Rounding = 0.05m;

    /// <remarks>An amount that stands anywhere in the other text too has not moved: sentences are put in another order.</remarks>
    public static IReadOnlyList<FigureChange> Of(KinText later, KinText earlier)
    {
        var gone = earlier.Record.Figures.Where(figure => !Has(later, figure)).Select(figure => (Figure: figure, Around: Around(earlier, figure))).ToList();
        var changes = new List<FigureChange>();
        foreach (var now in later.Record.Figures.Where(figure => !Has(earlier, figure)))
        {
            var around = Around(later, now);
            var before = gone.Where(was => IsAmountOfOneThing(was.Figure, now)).Select(was => (was.Figure, Likeness: Likeness(was.Around, around))).OrderByDescending(was => was.Likeness).FirstOrDefault();
            if (before.Figure is null || before.Likeness < SameWords) continue;
            changes.Add(new FigureChange(before.Figure, now));
            gone.RemoveAll(was => was.Figure == before.Figure);
        }

        return changes;
    }

    private static bool Has(KinText text, Figure figure) => text.Record.Figures.Any(other => IsSameAmount(other, figure));

    // "About 15" is how another editor writes 14.9.
    private static bool IsSameAmount(Figure one, Figure other) =>
        (one.Low == other.Low && one.High == other.High)
        || ((one.Bound == Bound.About || other.Bound == Bound.About) && Math.Abs(one.Low - other.Low) <= Rounding * Math.Max(Math.Abs(one.Low), Math.Abs(other.Low)));

    private static bool IsAmountOfOneThing(Figure before, Figure now) => before.Category == now.Category && (before.Category != FigureCategory.Other || (before.Of is not null && before.Of == now.Of));

    private static HashSet<string> Around(KinText text, Figure figure)
    {
        var (first, end) = text.Words.Within(figure.Span);
        var (from, to) = text.Words.Around(figure.Span, Reach);
        return [.. Enumerable.Range(from, first - from).Concat(Enumerable.Range(end, Math.Max(0, to - end))).Select(word => text.Words[word].ToString())];
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var fewer = Math.Min(one.Count, other.Count);
        return fewer < LeastWords ? 0 : (double)one.Count(other.Contains) / fewer;
    }
}
