namespace Marsad.Desk.Marking;

public enum Change { Kept, Removed, Added }

/// <summary>Words that were kept, removed or added.</summary>
public readonly record struct ChangedWords(Change Change, string Words);

/// <summary>A paragraph of two versions: its words, in the order a reader meets them.</summary>
public sealed record ChangedParagraph(IReadOnlyList<ChangedWords> Words)
{
    public bool IsKept => Words.All(w => w.Change == Change.Kept);
}

/// <summary>The difference of two versions of an article: paragraphs are matched first, then the words of those that changed.</summary>
/// <remarks>Longest common subsequence by table: articles have tens of paragraphs and paragraphs tens of words, so it stays small.</remarks>
internal static class Difference
{
    // A paragraph that shares this much with the other version's next one was edited, not replaced.
    private const double Edited = 0.4;

    public static IReadOnlyList<ChangedWords> OfWords(string before, string after) =>
        Join(Lcs(before.Split(' ', StringSplitOptions.RemoveEmptyEntries), after.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public static IReadOnlyList<ChangedParagraph> OfParagraphs(string before, string after)
    {
        var steps = Lcs(ParagraphsOf(before), ParagraphsOf(after));
        var paragraphs = new List<ChangedParagraph>();
        for (var i = 0; i < steps.Count;)
        {
            if (steps[i].Change == Change.Kept)
            {
                paragraphs.Add(new ChangedParagraph([steps[i++]]));
                continue;
            }

            var removed = new List<string>();
            var added = new List<string>();
            for (; i < steps.Count && steps[i].Change != Change.Kept; i++) (steps[i].Change == Change.Removed ? removed : added).Add(steps[i].Words);
            paragraphs.AddRange(Pair(removed, added));
        }

        return paragraphs;
    }

    private static IEnumerable<ChangedParagraph> Pair(List<string> removed, List<string> added)
    {
        foreach (var old in removed)
        {
            var edited = added.Count == 0 ? null : OfWords(old, added[0]);
            if (edited is not null && KeptShare(edited) >= Edited)
            {
                added.RemoveAt(0);
                yield return new ChangedParagraph(edited);
            }
            else
            {
                yield return new ChangedParagraph([new ChangedWords(Change.Removed, old)]);
            }
        }

        foreach (var fresh in added) yield return new ChangedParagraph([new ChangedWords(Change.Added, fresh)]);
    }

    private static double KeptShare(IReadOnlyList<ChangedWords> words) =>
        words.Where(w => w.Change == Change.Kept).Sum(w => w.Words.Length) / (double)Math.Max(1, words.Sum(w => w.Words.Length));

    private static string[] ParagraphsOf(string text) => [.. MarkedText.Paragraphs(text).Select(p => p.In(text).Trim())];

    private static List<ChangedWords> Lcs(string[] before, string[] after)
    {
        var lengths = Lengths(before, after);
        var steps = new List<ChangedWords>();
        var (i, j) = (0, 0);
        while (i < before.Length && j < after.Length)
        {
            if (before[i] == after[j])
            {
                steps.Add(new ChangedWords(Change.Kept, after[j++]));
                i++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) steps.Add(new ChangedWords(Change.Removed, before[i++]));
            else steps.Add(new ChangedWords(Change.Added, after[j++]));
        }

        for (; i < before.Length; i++) steps.Add(new ChangedWords(Change.Removed, before[i]));
        for (; j < after.Length; j++) steps.Add(new ChangedWords(Change.Added, after[j]));
        return steps;
    }

    private static int[,] Lengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        return lengths;
    }

    // Words that changed in the same way stand together, removed before added.
    private static List<ChangedWords> Join(List<ChangedWords> steps)
    {
        var joined = new List<ChangedWords>();
        foreach (var step in steps)
        {
            if (joined.Count > 0 && joined[^1].Change == step.Change) joined[^1] = step with { Words = joined[^1].Words + " " + step.Words };
            else joined.Add(step);
        }

        return joined;
    }
}
