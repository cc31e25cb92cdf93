using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>
/// Finds how many of what. Numbers that are dates, times, durations, ages, distances, ordinals, scores, phone numbers or parts of names are
/// no figures, nor are vague quantities.
/// </summary>
internal static class FigureFinder
{
    /// <summary>In text order; spans do not overlap.</summary>
    /// <param name="times">What the time finder took: its numbers count nothing.</param>
    public static IReadOnlyList<Figure> Find(Document document, IReadOnlyList<TimeExpression> times)
    {
        var found = new List<Figure>();
        var taken = new TimeMask(times);
        foreach (var sentence in document.Sentences)
        {
            var categories = new CategoryReader(document, sentence);
            for (var token = sentence.First; token < sentence.End;)
                token = ReadAt(document, token, sentence, taken, ref categories, found);
        }

        return found;
    }

    private static int ReadAt(Document document, int token, Sentence sentence, TimeMask taken, ref CategoryReader categories, List<Figure> found)
    {
        if (taken.Covers(document.Tokens[token].Span)) return token + 1;
        if (!NumberRange.TryRead(document, token, out var range))
        {
            Dual.TryRead(document, token, ref categories, found, out var end);
            return end;
        }

        var candidate = Candidate.Read(document, range, found.Count > 0 ? found[^1].Span.End : 0);
        if (candidate is null) return range.End;
        var category = categories.Of(candidate.Value);
        var figure = candidate.Value;
        var before = found.Count > 0 && found[^1].Span.Start >= document.Tokens[sentence.First].Start ? found[^1] : null;
        var of = new CountedWords(document, sentence.End, taken).Of(figure, category, before);
        found.Add(new Figure($"f{found.Count + 1}", figure.Span, range.Low, range.High, figure.Bound, category, of, null));
        return Math.Max(range.End, figure.End);
    }
}

/// <summary>The spans of the times, asked in text order.</summary>
internal readonly struct TimeMask(IReadOnlyList<TimeExpression> times)
{
    public bool Covers(Span span)
    {
        int low = 0, high = times.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var time = times[middle].Span;
            if (time.Overlaps(span)) return true;
            if (time.End <= span.Start) low = middle + 1;
            else high = middle - 1;
        }

        return false;
    }
}
