namespace Marsad.Relating.Stories;

/// <summary>An article of the days around, its story, and how much it is about the same things: the cosine of both term vectors.</summary>
internal readonly record struct StoryCandidate(long Article, long Story, double Likeness);

/// <summary>Tells which story an article belongs to.</summary>
internal static class StoryJudge
{
    /// <summary>How many days a report may be away from the story's nearest one.</summary>
    public const int Days = 3;

    private const double Enough = 0.3;
    private const int Nearest = 3;

    /// <summary>Null where it is the first of its story.</summary>
    public static long? Judge(IEnumerable<StoryCandidate> candidates)
    {
        var best = candidates.GroupBy(candidate => candidate.Story)
            .Select(story => (story.Key, Likeness: LikenessOf(story)))
            .OrderByDescending(story => story.Likeness).ThenBy(story => story.Key).FirstOrDefault();
        return best.Likeness >= Enough ? best.Key : null;
    }

    // The mean of the nearest few, not the nearest alone: one odd report in a story would draw all that is like it.
    private static double LikenessOf(IEnumerable<StoryCandidate> story) =>
        story.Select(candidate => candidate.Likeness).OrderByDescending(likeness => likeness).Take(Nearest).Average();
}
