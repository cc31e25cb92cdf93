using Marsad.Language;
using Marsad.Language.Text;

namespace Marsad.Relating.Figures;

/// <summary>Where and when a figure counts, as far as its own sentence says it: a place or day of the next sentence is as often another matter's.</summary>
/// <param name="Place">The fullest name in the article of the nearest place; null where the sentence names none.</param>
/// <param name="Day">The TIMEX3 value of the nearest day, month or year; null where the sentence names none.</param>
internal readonly record struct FigureSetting(string? Place, string? Day)
{
    private const int Clause = 100;

    public static FigureSetting Of(Span figure, string text, IReadOnlyList<Name> names, IReadOnlyList<TimeExpression> times)
    {
        var sentence = SentenceOf(figure, text);
        var places = names.Where(name => name.Type == NameType.Location).SelectMany(name => name.Mentions.Select(mention => (Span: mention, Word: name.Canonical)));
        var days = times.Where(time => char.IsAsciiDigit(time.Value[0])).Select(time => (time.Span, Word: time.Value));
        return new FigureSetting(Nearest(places), Nearest(days));

        string? Nearest(IEnumerable<(Span Span, string Word)> said) =>
            said.Where(item => sentence.Contains(item.Span)).OrderBy(item => Distance(figure, item.Span, text)).ThenBy(item => item.Span.Start).FirstOrDefault().Word;
    }

    private static Span SentenceOf(Span figure, string text)
    {
        var (start, end) = (figure.Start, figure.End);
        while (start > 0 && !Ends(text, start - 1)) start--;
        while (end < text.Length && !Ends(text, end)) end++;
        return new Span(start, end);
    }

    // A full stop within a number ends nothing.
    private static bool Ends(string text, int at) => text[at] switch
    {
        '\n' or '!' or '?' or '\u061F' => true,
        '.' => at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };

    // What stands in the figure's own clause is nearer than what stands in the one before it.
    private static int Distance(Span figure, Span said, string text)
    {
        var between = said.End <= figure.Start ? text.AsSpan(said.End, figure.Start - said.End) : text.AsSpan(figure.End, Math.Max(0, said.Start - figure.End));
        return between.Length + (Clause * between.Count('\u060C'));
    }
}
