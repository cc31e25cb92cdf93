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
        var series = new List<List<FigureClaim>>();
        foreach (var claim in claims.OrderBy(claim => claim.At).ThenBy(claim => claim.Id))
        {
            if (series.Find(known => IsOne(known, claim)) is { } known) known.Add(claim);
            else series.Add([claim]);
        }

        return [.. series.Select(one => new FigureSeries(one[0].Category, one[0].Of, one.Select(claim => claim.Place).FirstOrDefault(place => place is not null), Mark(one)))];
    }

    private static bool IsOne(List<FigureClaim> known, FigureClaim claim) =>
        known[0].Category == claim.Category && known.All(other => IsOnePlace(other.Place, claim.Place)) && known.Exists(other => IsOneCount(other, claim));

    // A report that does not say where means the place that the others mean.
    private static bool IsOnePlace(string? a, string? b) =>
        a is null || b is null || EntityJudge.IsSpelling(NameForm.Of(a).Words, NameForm.Of(b).Words, shortest: 5);

    private static bool IsOneCount(FigureClaim a, FigureClaim b)
    {
        var (ofA, ofB) = (Counted.Of(a.Of), Counted.Of(b.Of));
        return OfPeople.Contains(a.Category) ? ofA.Group == ofB.Group : ofA.Head == ofB.Head;
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
}
