using Marsad.Language;
using Marsad.Language.Text;

namespace Marsad.Relating;

/// <summary>Where a figure counts: the place named nearest to it in its own paragraph.</summary>
internal static class NearestPlace
{
    /// <summary>The place's fullest name in the article; null where the paragraph names none.</summary>
    public static string? To(Span figure, string text, IReadOnlyList<Name> names)
    {
        var start = text.AsSpan(0, figure.Start).LastIndexOf('\n') + 1;
        var end = text.IndexOf('\n', figure.End);
        var paragraph = new Span(start, end < 0 ? text.Length : end);
        return names.Where(name => name.Type == NameType.Location)
            .SelectMany(name => name.Mentions.Where(paragraph.Contains).Select(mention => (name.Canonical, Distance: Distance(figure, mention), mention.Start)))
            .OrderBy(place => place.Distance).ThenBy(place => place.Start).FirstOrDefault().Canonical;
    }

    private static int Distance(Span figure, Span mention) => mention.End <= figure.Start ? figure.Start - mention.End : Math.Max(0, mention.Start - figure.End);
}
