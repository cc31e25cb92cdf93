using Marsad.Archive;
using Marsad.Fetch;

namespace Marsad.Flow;

/// <summary>
/// Keeps what sources themselves said: the feed, sitemap or front page that first named an article shows when it was seen there and under what headline; robots.txt shows what was
/// allowed. Both only where they bring something new, so that a source that publishes nothing adds nothing.
/// </summary>
internal sealed class SourceEvidence(CaptureArchive archive)
{
    // A news sitemap of a thousand entries, the most that there may be, is half of this. What is larger lists a site's past, and would be most of an archive.
    private const int Largest = 1 << 20;

    public static bool IsKept(Capture answer) => answer.Body.Length <= Largest;

    /// <summary>The answers of a poll that named something new.</summary>
    /// <exception cref="IOException">The disk is full or gone.</exception>
    public void KeepAnswers(IEnumerable<Capture> answers)
    {
        foreach (var answer in answers.Where(IsKept)) archive.Keep(answer);
    }

    /// <summary>A host's rules, where they are not those that were kept last.</summary>
    /// <exception cref="IOException">The disk is full or gone.</exception>
    public void KeepRules(Capture rules)
    {
        if (archive.Find(rules.Url, rules.CapturedAt)?.Digest != Digest.Of(rules.Body.Span)) archive.Keep(rules);
    }
}
