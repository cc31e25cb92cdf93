namespace Marsad.Relating.Copies;

/// <summary>An article that shares a band with the one that comes.</summary>
/// <param name="Head">The article it is itself a copy of; its own id if none.</param>
/// <param name="Names">The folded names in it.</param>
internal sealed record CopyCandidate(long Id, long Head, DateTimeOffset HeadPublished, long? Story, uint[] Runs, IReadOnlySet<string> Names);

/// <summary>The article is a copy of one known before.</summary>
/// <param name="Like">The known article it is most like.</param>
/// <param name="IsFirst">It was published before the one that all others are folded under, and takes its place.</param>
internal sealed record CopyOf(CopyCandidate Like, Overlap Overlap, bool IsFirst);

/// <summary>Tells whether an article is wire text that is known already: the same, cut, retitled, or with a little of its own.</summary>
internal static class CopyJudge
{
    // Two reports on one happening that were written apart share under a tenth of their runs; from three tenths on nearly all pairs of a
    // month of Saudi news were one wire text or press release, edited. A text cut to under half is known by containment; under 40 runs
    // that would be a quotation of a few sentences.
    private const double EnoughJaccard = 0.3;
    private const double EnoughContainment = 0.6;
    private const int LeastRuns = 40;

    // A flash of one sentence shares three tenths with the next flash that brings another number.
    private const double EnoughOfAShortOne = 0.5;

    // What shares its sentences but not its names is a form that newsrooms fill in: congratulations to another president, another day's
    // weather. Three names at least, or there is too little to compare.
    private const double EnoughNames = 0.4;
    private const double NearlyAll = 0.9;
    private const int LeastNames = 3;

    /// <summary>Null where none of the candidates is near enough.</summary>
    public static CopyOf? Judge(Sketch sketch, IReadOnlySet<string> names, DateTimeOffset published, IEnumerable<CopyCandidate> candidates)
    {
        CopyOf? best = null;
        foreach (var candidate in candidates)
        {
            var overlap = Overlap.Of(sketch.Runs, candidate.Runs);
            if (!IsCopy(overlap, Math.Min(sketch.Runs.Length, candidate.Runs.Length)) || (overlap.Jaccard < NearlyAll && HasOtherNames(names, candidate.Names))) continue;
            if (best is null || overlap.Jaccard > best.Overlap.Jaccard || (overlap.Jaccard == best.Overlap.Jaccard && candidate.Id < best.Like.Id))
                best = new CopyOf(candidate, overlap, published < candidate.HeadPublished);
        }

        return best;
    }

    // Of the shorter list: a text that was cut has fewer names.
    private static bool HasOtherNames(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        var fewer = Math.Min(a.Count, b.Count);
        return fewer >= LeastNames && a.Count(b.Contains) < EnoughNames * fewer;
    }

    internal static bool IsCopy(Overlap overlap, int shorterRuns) =>
        overlap.Jaccard >= (shorterRuns >= LeastRuns ? EnoughJaccard : EnoughOfAShortOne) || (overlap.Containment >= EnoughContainment && shorterRuns >= LeastRuns);
}
