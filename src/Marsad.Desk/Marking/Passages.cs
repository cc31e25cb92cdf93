using Marsad.Language.Text;

namespace Marsad.Desk.Marking;

/// <summary>Words of a passage, and whether they are what was asked for.</summary>
public readonly record struct PassagePiece(string Words, bool Found);

/// <summary>Cuts the passage around what was found and tells its words apart from the rest. Looks in the folded text, shows the original.</summary>
internal static class Passages
{
    private const int Before = 70;
    private const int After = 170;

    public static IReadOnlyList<PassagePiece> Of(string text, IReadOnlyList<string> foldedTerms, bool whole)
    {
        var found = Found(text, foldedTerms);
        var shown = whole ? new Span(0, text.Length) : Window(text, found.Count == 0 ? 0 : found[0].Start);
        return [.. Pieces(text, shown, found)];
    }

    private static IEnumerable<PassagePiece> Pieces(string text, Span shown, IReadOnlyList<Span> found)
    {
        var at = shown.Start;
        if (at > 0) yield return new PassagePiece("… ", false);
        foreach (var span in found.Where(shown.Contains))
        {
            if (span.Start < at) continue;
            if (span.Start > at) yield return new PassagePiece(text[at..span.Start], false);
            yield return new PassagePiece(span.In(text), true);
            at = span.End;
        }

        if (at < shown.End) yield return new PassagePiece(text[at..shown.End], false);
        if (shown.End < text.Length) yield return new PassagePiece(" …", false);
    }

    // A word is found where it begins with a term, or with a term after at most three letters of particles (w-, b-, al-, …).
    private static List<Span> Found(string text, IReadOnlyList<string> terms)
    {
        var folded = new FoldedText(text);
        var words = folded.Folded;
        var found = new List<Span>();
        for (var start = 0; start < words.Length; start++)
        {
            if (!char.IsLetterOrDigit(words[start]) || (start > 0 && char.IsLetterOrDigit(words[start - 1]))) continue;
            var end = start;
            while (end < words.Length && char.IsLetterOrDigit(words[end])) end++;
            if (IsFound(words[start..end], terms)) found.Add(folded.ToOriginal(start, end));
            start = end;
        }

        return found;
    }

    private static bool IsFound(ReadOnlySpan<char> word, IReadOnlyList<string> terms)
    {
        foreach (var term in terms)
        {
            var at = word.IndexOf(term, StringComparison.Ordinal);
            if (at is 0 || (at is > 0 and <= 3 && term.Length >= 3)) return true;
        }

        return false;
    }

    private static Span Window(string text, int at)
    {
        var start = at <= Before ? 0 : text.IndexOf(' ', at - Before) + 1;
        if (start > at) start = at;
        var end = Math.Min(text.Length, at + After);
        if (end < text.Length && text.LastIndexOf(' ', end) is var space && space > at) end = space;
        return new Span(start, end);
    }
}
