namespace Marsad.Relating.Copies;

/// <summary>An article that shares a band with the one that comes, or the one that such an article is folded under.</summary>
/// <param name="Head">The article it is itself a copy of; its own id if none.</param>
/// <param name="Names">The folded names in it.</param>
internal sealed record CopyCandidate(long Id, DateTimeOffset Published, long Head, DateTimeOffset HeadPublished, long? Story, uint[] Runs, Lazy<IReadOnlySet<string>> Names);

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

    // A flash of one sentence shares three tenths with the next flash that brings another number; word for word it comes again with the
    // next bulletin. Under five runs it is a caption.
    private const double EnoughOfAShortOne = 0.5;
    private const int FewestRuns = 5;
    private static readonly TimeSpan LifeOfAFlash = TimeSpan.FromDays(3);

    // Wire text is printed again within days. What comes back after a week with half of its runs changed is a form that newsrooms fill in:
    // the next relief flight, the next execution.
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private const double EnoughJaccardLater = 0.5;
    private const double EnoughContainmentLater = 0.7;

    // A report that merges two wire texts is a copy of both; what is like the one half only is not to be folded under the other.
    private const double NearHeadJaccard = 0.25;
    private const double NearHeadContainment = 0.45;

    // What shares its sentences but not its names is a form that newsrooms fill in: congratulations to another president, another day's
    // weather. Three names at least, or there is too little to compare.
    // The more words are the same, the fewer names need to be: readers of names miss some.
    private const double EnoughNames = 0.4;
    private const double EnoughNamesOfMost = 0.2;
    private const double Most = 0.65;
    private const double NearlyAll = 0.9;
    private const int LeastNames = 3;

    // The runs of a passage of twelve words. A few of those that share one are looked at: what is quoted in many is quoted from the first.
    private const int RunsOfPassage = 9;
    private const int MostPassages = 3;

    /// <summary>Null where none of the candidates is near enough.</summary>
    /// <param name="candidates">Those that share a band, and those that they are folded under.</param>
    public static CopyOf? Judge(Sketch sketch, IReadOnlySet<string> names, DateTimeOffset published, IReadOnlyCollection<CopyCandidate> candidates)
    {
        var overlaps = candidates.ToDictionary(candidate => candidate.Id, candidate => Overlap.Of(sketch.Runs, candidate.Runs));
        CopyOf? best = null;
        foreach (var candidate in candidates)
        {
            var overlap = overlaps[candidate.Id];
            if (!IsCopy(overlap, Math.Min(sketch.Runs.Length, candidate.Runs.Length), (published - candidate.Published).Duration())) continue;
            if (overlap.Jaccard < NearlyAll && HasOtherNames(names, candidate.Names.Value, overlap.Jaccard < Most ? EnoughNames : EnoughNamesOfMost)) continue;
            if (candidate.Head != candidate.Id && !IsNearHead(overlaps.GetValueOrDefault(candidate.Head))) continue;
            if (best is null || overlap.Jaccard > best.Overlap.Jaccard || (overlap.Jaccard == best.Overlap.Jaccard && candidate.Id < best.Like.Id))
                best = new CopyOf(candidate, overlap, published < candidate.HeadPublished);
        }

        return best;
    }

    /// <summary>Whether a known text shares enough that anything could come of comparing the two: a copy, the first of copies, a passage.</summary>
    public static bool IsNear(ReadOnlySpan<uint> runs, ReadOnlySpan<uint> known)
    {
        var overlap = Overlap.Of(runs, known);
        return IsNearHead(overlap) || overlap.Containment * Math.Min(runs.Length, known.Length) >= RunsOfPassage;
    }

    /// <summary>Those that share as many runs as a passage has, the most shared first.</summary>
    public static IReadOnlyList<CopyCandidate> Passages(Sketch sketch, IEnumerable<CopyCandidate> candidates) =>
        [.. candidates.Select(candidate => (Candidate: candidate, Shared: Overlap.Of(sketch.Runs, candidate.Runs).Containment * Math.Min(sketch.Runs.Length, candidate.Runs.Length)))
            .Where(one => one.Shared >= RunsOfPassage).OrderByDescending(one => one.Shared).ThenBy(one => one.Candidate.Published).Take(MostPassages).Select(one => one.Candidate)];

    /// <summary>Whether two texts that were compared before still share so much that the one may be folded under the other.</summary>
    /// <param name="wasApart">It was none: then it must be as near as any other copy.</param>
    public static bool MayBeCopy(Sketch later, Sketch earlier, bool wasApart)
    {
        var overlap = Overlap.Of(later.Runs, earlier.Runs);
        return wasApart ? overlap.Jaccard >= EnoughJaccard || overlap.Containment >= EnoughContainment : IsNearHead(overlap);
    }

    // Of the shorter list: a text that was cut has fewer names.
    private static bool HasOtherNames(IReadOnlySet<string> a, IReadOnlySet<string> b, double enough)
    {
        var fewer = Math.Min(a.Count, b.Count);
        return fewer >= LeastNames && a.Count(b.Contains) < enough * fewer;
    }

    private static bool IsNearHead(Overlap overlap) => overlap.Jaccard >= NearHeadJaccard || overlap.Containment >= NearHeadContainment;

    private static bool IsCopy(Overlap overlap, int shorterRuns, TimeSpan apart)
    {
        if (shorterRuns < LeastRuns) return shorterRuns >= FewestRuns && apart <= LifeOfAFlash && overlap.Jaccard >= EnoughOfAShortOne;
        return apart < Week
            ? overlap.Jaccard >= EnoughJaccard || overlap.Containment >= EnoughContainment
            : overlap.Jaccard >= EnoughJaccardLater || overlap.Containment >= EnoughContainmentLater;
    }
}
