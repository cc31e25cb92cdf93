using System.Globalization;
using Marsad.Relating.Entities;

namespace Marsad.Relating.Figures;

/// <summary>Puts claims on the same quantity together and tells what each is to those before it.</summary>
internal static class SeriesJudge
{
    // What befell people says whom it counts ("killed", "detained"); of the rest only the words for it do.
    private static readonly HashSet<string> OfPeople = new(StringComparer.Ordinal) { "killed", "injured", "casualties", "detained", "missing", "displaced" };

    // Small numbers agree by chance.
    private const double Telling = 10;

    /// <summary>Series in the order of their first claims.</summary>
    public static IReadOnlyList<FigureSeries> Order(IEnumerable<FigureClaim> claims)
    {
        var series = new List<Series>();
        var byKind = new Dictionary<Kind, List<Series>>();
        foreach (var claim in claims.OrderBy(claim => claim.At).ThenBy(claim => claim.Id))
        {
            var kind = KindOf(claim);
            if (!byKind.TryGetValue(kind, out var known)) byKind.Add(kind, known = []);
            var place = claim.Place is { } name ? NameForm.Of(name) : (NameForm?)null;
            if (Choose(known, claim, place) is not { } one)
            {
                known.Add(one = new Series());
                series.Add(one);
            }

            one.Add(claim, place);
        }

        return [.. series.Select(Made)];
    }

    // A report that does not say where means what others said the same of, else where nobody has said, else the one place that there is.
    private static Series? Choose(List<Series> known, FigureClaim claim, NameForm? place)
    {
        if (place is { } form)
            return known.Find(one => one.IsAt(form)) ?? known.Find(one => one.IsAnywhere && one.Says(claim)) ?? (known is [{ IsAnywhere: true } only] ? only : null);
        return known.FindLast(one => one.Says(claim)) ?? known.FindLast(one => one.IsAnywhere) ?? (known is [var single] ? single : null);
    }

    private static FigureSeries Made(Series one)
    {
        var first = one.Claims[0];
        var of = IsOfPeopleAtLarge(first) ? null : one.Claims.Where(claim => claim.Of is not null).GroupBy(claim => claim.Of).MaxBy(words => words.Count())?.Key;
        return new FigureSeries(first.Category, of, one.Claims.Select(claim => claim.Place).FirstOrDefault(place => place is not null), Mark(one.Claims));
    }

    private static bool IsOfPeopleAtLarge(FigureClaim claim) => OfPeople.Contains(claim.Category) && Counted.Of(claim.Of).Group is null;

    private static Kind KindOf(FigureClaim claim) => new(claim.Category, OfPeople.Contains(claim.Category) ? Counted.Of(claim.Of).Group : Counted.Of(claim.Of).Head, PastOf(claim));

    // The year or month of what lies two months and more from the report; null of what is news.
    private static string? PastOf(FigureClaim claim)
    {
        if (claim.Day is not [_, _, _, _, ..] day || !int.TryParse(day.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (day is not [_, _, _, _, '-', _, _, ..] || !int.TryParse(day.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)) return year == claim.At.Year ? null : day[..4];
        return Math.Abs(((claim.At.Year - year) * 12) + claim.At.Month - month) < 2 ? null : day[..7];
    }

    private static List<MarkedClaim> Mark(List<FigureClaim> claims)
    {
        var last = new Dictionary<string, FigureClaim>(StringComparer.Ordinal);
        var marked = new List<MarkedClaim>();
        foreach (var claim in claims)
        {
            marked.Add(Mark(claim, last));
            last[claim.Source] = claim;
        }

        return marked;
    }

    private static MarkedClaim Mark(FigureClaim claim, Dictionary<string, FigureClaim> last)
    {
        if (last.TryGetValue(claim.Source, out var own))
            return new MarkedClaim(claim, own.Low == claim.Low && own.High == claim.High ? FigureMark.Repeated : FigureMark.Revised, own);
        if (last.Count == 0) return new MarkedClaim(claim, FigureMark.First, null);
        var others = last.Values.OrderByDescending(other => other.At).ThenByDescending(other => other.Id).ToList();
        return others.Find(claim.AgreesWith) is { } agreeing
            ? new MarkedClaim(claim, FigureMark.Confirmed, agreeing) : new MarkedClaim(claim, FigureMark.Contradicted, others[0]);
    }

    /// <summary>What claims on one quantity share, their place apart.</summary>
    /// <param name="Counted">The group of people, or the stem of the noun.</param>
    /// <param name="Past">When it was, where that is no news.</param>
    private readonly record struct Kind(string Category, string? Counted, string? Past);

    // What its claims are compared by is kept as it comes: a situation of years has thousands of claims.
    private sealed class Series
    {
        private readonly Dictionary<string, string[]> _places = new(StringComparer.Ordinal);
        private readonly HashSet<(double, double)> _values = [];

        public List<FigureClaim> Claims { get; } = [];

        /// <summary>No claim says where.</summary>
        public bool IsAnywhere => _places.Count == 0;

        public void Add(FigureClaim claim, NameForm? place)
        {
            Claims.Add(claim);
            if (claim.High >= Telling) _values.Add((claim.Low, claim.High));
            if (place is { } form) _places.TryAdd(form.Folded, form.Words);
        }

        public bool Says(FigureClaim claim) => _values.Contains((claim.Low, claim.High));

        public bool IsAt(NameForm place) => _places.ContainsKey(place.Folded) || (!IsAnywhere && _places.Values.All(known => EntityJudge.IsSpelling(known, place.Words, shortest: 5)));
    }
}
