using Marsad.Relating;

namespace Marsad.Watching;

/// <summary>Finds words of several lists near each other in one paragraph.</summary>
internal static class NearWords
{
    /// <summary>One hit of each list, the first that stand near enough; null where none do.</summary>
    public static List<TermHit>? Find(WatchCondition.Near near, ArticleWords words)
    {
        foreach (var (first, end) in words.Paragraphs())
        {
            var anchors = near.Lists[0].In(words, first, end);
            if (anchors.Count == 0) continue;
            var others = near.Lists.Skip(1).Select(list => list.In(words, first, end)).ToList();
            foreach (var anchor in anchors)
                if (Gather(anchor, others, near.Within) is { } hits && !IsUndone(near, words, hits)) return hits;
        }

        return null;
    }

    private static List<TermHit>? Gather(TermHit anchor, List<List<TermHit>> others, int within)
    {
        var hits = new List<TermHit> { anchor };
        foreach (var list in others)
        {
            var nearest = list.Where(hit => !Overlaps(hit, hits)).OrderBy(hit => Math.Abs(hit.First - anchor.First)).Cast<TermHit?>().FirstOrDefault();
            if (nearest is null) return null;
            hits.Add(nearest.Value);
        }

        return hits.Max(hit => hit.End) - hits.Min(hit => hit.First) <= within ? hits : null;
    }

    // One word cannot meet two lists: "violations" alone is not violations of something.
    private static bool Overlaps(TermHit hit, List<TermHit> hits) => hits.Any(other => hit.First < other.End && other.First < hit.End);

    // A word that undoes the rest stands among them or shortly before: "no", "film", "anniversary".
    private static bool IsUndone(WatchCondition.Near near, ArticleWords words, List<TermHit> hits)
    {
        const int Before = 3;
        return near.Unless?.In(words, Math.Max(0, hits.Min(hit => hit.First) - Before), hits.Max(hit => hit.End)).Count > 0;
    }
}
