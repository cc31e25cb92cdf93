using Marsad.Language.Text;

namespace Marsad.Language.Statements;

/// <summary>Tells in which statement's words a span stands, without asking every statement.</summary>
internal sealed class ContentIndex
{
    // No text nests statements deeper than a handful; more starts than this before a span cannot hold it.
    private const int DeepestNesting = 24;

    private readonly Statement[] _byStart;
    private readonly int[] _starts;

    public ContentIndex(IReadOnlyList<Statement> statements)
    {
        _byStart = [.. statements.OrderBy(statement => statement.Content.Start)];
        _starts = [.. _byStart.Select(statement => statement.Content.Start)];
    }

    /// <summary>The statement with the shortest content that holds <paramref name="span"/>; null where none does.</summary>
    public Statement? Innermost(Span span)
    {
        var last = Array.BinarySearch(_starts, span.Start);
        last = last < 0 ? ~last - 1 : last;
        while (last + 1 < _starts.Length && _starts[last + 1] == span.Start) last++;
        Statement? innermost = null;
        for (var i = last; i >= 0 && i > last - DeepestNesting; i--)
            if (_byStart[i].Content.Contains(span) && (innermost is null || _byStart[i].Content.Length < innermost.Content.Length)) innermost = _byStart[i];
        return innermost;
    }
}
