using Marsad.Language.Text;

namespace Marsad.Desk.Marking;

/// <summary>Lays marks that may nest, cross and run over paragraphs into steps that always nest, as HTML needs them.</summary>
/// <remarks>Where two marks cross, the one opened later is closed and opened again: both keep all their words, and only a first opening carries the anchor.</remarks>
internal sealed class MarkedText
{
    private readonly List<MarkStep> _steps = [];
    private readonly List<Mark> _open = [];
    private readonly int _end;
    private int _at;

    private MarkedText(Span stretch)
    {
        _at = stretch.Start;
        _end = stretch.End;
    }

    /// <summary>The steps for one stretch of the text (a paragraph); marks are cut to it.</summary>
    public static IReadOnlyList<MarkStep> Steps(Span stretch, IEnumerable<Mark> marks)
    {
        var text = new MarkedText(stretch);
        foreach (var mark in marks.Where(m => m.Span.Length > 0 && m.Span.Overlaps(stretch)).OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End).ThenBy(m => m.Kind))
        {
            text.WalkTo(Math.Max(mark.Span.Start, stretch.Start));
            text.Open(mark, first: mark.Span.Start >= stretch.Start);
        }

        text.WalkTo(stretch.End);
        return text._steps;
    }

    /// <summary>The paragraphs of a text, without their line breaks; empty lines are left out.</summary>
    public static IEnumerable<Span> Paragraphs(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '\n') continue;
            if (!text.AsSpan(start, i - start).IsWhiteSpace()) yield return new Span(start, i);
            start = i + 1;
        }
    }

    private void WalkTo(int position)
    {
        while (_open.Count > 0 && _open.Min(m => Math.Min(m.Span.End, _end)) is var end && end <= position)
        {
            Write(end);
            CloseAt(end);
        }

        Write(position);
    }

    private void CloseAt(int end)
    {
        var lowest = _open.FindIndex(m => Math.Min(m.Span.End, _end) == end);
        var again = new List<Mark>();
        while (_open.Count > lowest)
        {
            var top = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            _steps.Add(new MarkStep(MarkStepKind.Close, new Span(end, end), top));
            if (Math.Min(top.Span.End, _end) > end) again.Insert(0, top);
        }

        foreach (var mark in again) Open(mark, first: false);
    }

    private void Open(Mark mark, bool first)
    {
        _open.Add(mark);
        _steps.Add(new MarkStep(MarkStepKind.Open, new Span(_at, _at), mark, first));
    }

    private void Write(int position)
    {
        if (position <= _at) return;
        _steps.Add(new MarkStep(MarkStepKind.Text, new Span(_at, position)));
        _at = position;
    }
}
