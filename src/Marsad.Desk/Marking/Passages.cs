using Marsad.Language.Text;

namespace Marsad.Desk.Marking;

/// <summary>Words of a passage, and whether they are what was asked for.</summary>
public readonly record struct PassagePiece(string Words, bool Found);

/// <summary>Cuts the passage around what was found and tells its words apart from the rest.</summary>
internal static class Passages
{
    private const int Before = 70;
    private const int After = 170;

    public static IReadOnlyList<PassagePiece> Of(string text, IReadOnlyList<Span> found, bool whole)
    {
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

    private static Span Window(string text, int at)
    {
        var start = at <= Before ? 0 : text.IndexOf(' ', at - Before) + 1;
        if (start > at) start = at;
        var end = Math.Min(text.Length, at + After);
        if (end < text.Length && text.LastIndexOf(' ', end) is var space && space > at) end = space;
        return new Span(start, end);
    }
}
