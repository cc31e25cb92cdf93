using Marsad.Language.Text;

namespace Marsad.Language.Tests.Fuzz;

/// <summary>What must hold of a record whatever the text was.</summary>
internal static class Soundness
{
    /// <summary>The first thing that is wrong with the record of a text; null where all holds.</summary>
    public static string? Fault(Record record, string text)
    {
        foreach (var (kind, span) in Spans(record))
            if (span.Start < 0 || span.Start >= span.End || span.End > text.Length) return $"{kind} {span} outside 0..{text.Length}";
        if (!IsApart(record.Figures.Select(figure => figure.Span))) return "figures overlap";
        if (!IsApart(record.Times.Select(time => time.Span))) return "times overlap";
        var ids = record.Statements.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        return record.Statements.Any(statement => statement.Within is { } outer && !ids.Contains(outer)) ? "a statement stands within none" : null;
    }

    private static IEnumerable<(string Kind, Span Span)> Spans(Record record) =>
    [
        .. record.Names.SelectMany(name => name.Mentions).Select(span => ("name", span)),
        .. record.Statements.Select(statement => ("cue", statement.Cue)),
        .. record.Statements.Select(statement => ("content", statement.Content)),
        .. record.Statements.Where(statement => statement.SpeakerSpan is not null).Select(statement => ("speaker", statement.SpeakerSpan!.Value)),
        .. record.Figures.Select(figure => ("figure", figure.Span)),
        .. record.Times.Select(time => ("time", time.Span)),
        .. record.Events.Select(happening => ("anchor", happening.Anchor)),
    ];

    private static bool IsApart(IEnumerable<Span> spans)
    {
        var end = 0;
        foreach (var span in spans)
        {
            if (span.Start < end) return false;
            end = span.End;
        }

        return true;
    }
}
