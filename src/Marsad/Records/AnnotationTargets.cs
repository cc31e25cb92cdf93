using System.Globalization;
using Marsad.Language.Text;

namespace Marsad.Records;

/// <summary>Where a span of an article's text stands: in the text itself, and on the page that was captured.</summary>
/// <param name="around">How many UTF-16 units of the text stand before and after a quotation.</param>
internal sealed class AnnotationTargets(string text, JsonSource source, AnnotationSource page, int around)
{
    private readonly CodePoints _points = new(text);
    private readonly List<(int Start, int End)> _paragraphs = Paragraphs(text);

    /// <param name="span">In code points.</param>
    public IEnumerable<JsonTarget> Of(Span span)
    {
        var (start, end) = (_points.ToUtf16(span.Start), _points.ToUtf16(span.End));
        yield return new JsonTarget("SpecificResource", source, null, [Quote(start, end, 0, text.Length), new JsonSelector("TextPositionSelector") { Start = span.Start, End = span.End }]);
        if (OnPage(start, end) is { } there) yield return there;
    }

    // Within one paragraph whose element is known; a span over several has no one element on the page.
    private JsonTarget? OnPage(int start, int end)
    {
        if (page.Page is not { } address) return null;
        var number = _paragraphs.FindIndex(paragraph => start >= paragraph.Start && end <= paragraph.End);
        if (number < 0 || page.Paragraphs.FirstOrDefault(origin => origin.Paragraph == number) is not { } origin) return null;
        var (from, to) = _paragraphs[number];
        var state = new JsonState("TimeState", page.CapturedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), page.Record);
        return new JsonTarget("SpecificResource", new JsonSource(address.AbsoluteUri, "Text", "text/html", source.Language), state, [
            new JsonSelector("XPathSelector") { Value = origin.NodePath, RefinedBy = Quote(start, end, from, to) }]);
    }

    private JsonSelector Quote(int start, int end, int from, int to) => new("TextQuoteSelector")
    {
        Exact = text[start..end],
        Prefix = text[Whole(Math.Max(from, start - around))..start],
        Suffix = text[end..Whole(Math.Min(to, end + around))],
    };

    // Not within a surrogate pair.
    private int Whole(int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;

    private static List<(int Start, int End)> Paragraphs(string text)
    {
        var paragraphs = new List<(int, int)>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            paragraphs.Add((start, end));
            start = end + 1;
        }

        return paragraphs;
    }
}
