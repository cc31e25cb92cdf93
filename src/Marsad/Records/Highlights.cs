using Marsad.Language;
using Marsad.Language.Text;

namespace Marsad.Records;

/// <summary>What kind of thing a stretch of text was understood as; one colour each.</summary>
public enum HighlightKind { Statement, Cue, Speaker, Name, Figure, Time, Event }

/// <summary>Words of an article that stand for one item of its record.</summary>
/// <param name="Item">The item's id in the record: "s1", "n3", "f2"; times have none of their own and are counted "t1", "t2".</param>
public sealed record Highlight(string Item, HighlightKind Kind, Span Span);

/// <summary>A stretch of text over which the same highlights hold; stretches follow each other without gap or overlap.</summary>
public readonly record struct HighlightedStretch(Span Span, IReadOnlyList<Highlight> Highlights);

/// <summary>The words behind every item of a record, laid flat: spans nest and cross, HTML elements must not.</summary>
public static class RecordHighlights
{
    /// <summary>All highlights of a record, by where they start.</summary>
    public static IReadOnlyList<Highlight> Of(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. All(record).Where(highlight => highlight.Span.Length > 0).OrderBy(h => h.Span.Start).ThenByDescending(h => h.Span.End)];
    }

    /// <summary>Cuts <paramref name="within"/> wherever a highlight starts or ends.</summary>
    public static IEnumerable<HighlightedStretch> Stretches(Span within, IEnumerable<Highlight> highlights)
    {
        var here = highlights.Where(highlight => highlight.Span.Overlaps(within)).ToList();
        var cuts = here.SelectMany(highlight => new[] { highlight.Span.Start, highlight.Span.End })
            .Where(cut => cut > within.Start && cut < within.End)
            .Append(within.Start).Append(within.End)
            .Distinct().Order().ToList();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var span = new Span(cuts[i], cuts[i + 1]);
            yield return new HighlightedStretch(span, [.. here.Where(highlight => highlight.Span.Contains(span))]);
        }
    }

    /// <summary>The paragraphs of a text as spans, in order, without the line feeds between them.</summary>
    public static IEnumerable<Span> Paragraphs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end > start) yield return new Span(start, end);
            start = end + 1;
        }
    }

    private static IEnumerable<Highlight> All(Record record)
    {
        foreach (var s in record.Statements)
        {
            yield return new Highlight(s.Id, HighlightKind.Statement, s.Content);
            yield return new Highlight(s.Id, HighlightKind.Cue, s.Cue);
            if (s.SpeakerSpan is { } speaker) yield return new Highlight(s.Id, HighlightKind.Speaker, speaker);
        }

        foreach (var name in record.Names)
            foreach (var mention in name.Mentions) yield return new Highlight(name.Id, HighlightKind.Name, mention);
        foreach (var figure in record.Figures) yield return new Highlight(figure.Id, HighlightKind.Figure, figure.Span);
        for (var i = 0; i < record.Times.Count; i++) yield return new Highlight($"t{i + 1}", HighlightKind.Time, record.Times[i].Span);
        foreach (var happening in record.Events) yield return new Highlight(happening.Id, HighlightKind.Event, happening.Anchor);
    }
}
