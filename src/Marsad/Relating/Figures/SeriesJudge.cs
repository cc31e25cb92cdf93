using Marsad.Relating.Entities;

namespace Marsad.Relating.Figures;

/// <summary>Puts claims on the same quantity together and tells what each is to those before it.</summary>
internal static class SeriesJudge
{
    // What befell people says whom it counts ("killed", "detained"); of the rest only the words for it do.
    private static readonly HashSet<string> OfPeople = new(StringComparer.Ordinal) { "killed", "injured", "casualties", "detained", "missing", "displaced" };

    /// <summary>Series in the order of their first claims.</summary>
    public static IReadOnlyList<FigureSeries> Order(IEnumerable<FigureClaim> claims)
    {
        var series = new List<Series>();
        foreach (var claim in claims.OrderBy(claim => claim.At).ThenBy(claim => claim.Id))
        {
            var (counted, place) = (CountedBy(claim), claim.Place is { } name ? NameForm.Of(name) : (NameForm?)null);
            if (series.Find(known => known.Category == claim.Category && known.Holds(counted, place)) is not { } one) series.Add(one = new Series(claim.Category));
            one.Add(claim, counted, place);
        }

        return [.. series.Select(one => new FigureSeries(one.Category, one.Claims[0].Of, one.Claims.Select(claim => claim.Place).FirstOrDefault(place => place is not null), Mark(one.Claims)))];
    }

    private static string? CountedBy(FigureClaim claim) => OfPeople.Contains(claim.Category) ? Counted.Of(claim.Of).Group : Counted.Of(claim.Of).Head;

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

    // What its claims are compared by is kept as it comes: a situation of years has thousands of claims.
    private sealed class Series(string category)
    {
        private readonly HashSet<string?> _counted = [];
        private readonly Dictionary<string, string[]> _places = new(StringComparer.Ordinal);

        public string Category => category;

        public List<FigureClaim> Claims { get; } = [];

        public void Add(FigureClaim claim, string? counted, NameForm? place)
        {
            Claims.Add(claim);
            _counted.Add(counted);
            if (place is { } form) _places.TryAdd(form.Folded, form.Words);
        }

        // A report that does not say where means the place that the others mean.
        public bool Holds(string? counted, NameForm? place) =>
            _counted.Contains(counted) && (place is not { } form || _places.Values.All(known => EntityJudge.IsSpelling(known, form.Words, shortest: 5)));
    }
}
