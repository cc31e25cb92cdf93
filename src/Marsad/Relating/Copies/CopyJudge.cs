namespace Marsad.Relating.Copies;

/// <summary>An article that shares a band with the one that comes.</summary>
/// <param name="Head">The article it is itself a copy of; its own id if none.</param>
internal sealed record CopyCandidate(long Id, long Head, DateTimeOffset HeadPublished, long? Story, uint[] Runs);

/// <summary>The article is a copy of one known before.</summary>
/// <param name="Like">The known article it is most like.</param>
/// <param name="IsFirst">It was published before the one that all others are folded under, and takes its place.</param>
internal sealed record CopyOf(CopyCandidate Like, Overlap Overlap, bool IsFirst);

/// <summary>Tells whether an article is wire text that is known already: the same, cut, retitled, or with a little of its own.</summary>
internal static class CopyJudge
{
    // Half of all runs shared: two reports on one happening that were written apart share under a tenth. A text cut to under half is
    // known by containment; under 40 runs that would be a quotation of a few sentences.
    private const double EnoughJaccard = 0.5;
    private const double EnoughContainment = 0.8;
    private const int LeastRuns = 40;

    /// <summary>Null where none of the candidates is near enough.</summary>
    public static CopyOf? Judge(Sketch sketch, DateTimeOffset published, IEnumerable<CopyCandidate> candidates)
    {
        CopyOf? best = null;
        foreach (var candidate in candidates)
        {
            var overlap = Overlap.Of(sketch.Runs, candidate.Runs);
            if (!IsCopy(overlap, Math.Min(sketch.Runs.Length, candidate.Runs.Length))) continue;
            if (best is null || overlap.Jaccard > best.Overlap.Jaccard || (overlap.Jaccard == best.Overlap.Jaccard && candidate.Id < best.Like.Id))
                best = new CopyOf(candidate, overlap, published < candidate.HeadPublished);
        }

        return best;
    }

    internal static bool IsCopy(Overlap overlap, int shorterRuns) =>
        overlap.Jaccard >= EnoughJaccard || (overlap.Containment >= EnoughContainment && shorterRuns >= LeastRuns);
}
