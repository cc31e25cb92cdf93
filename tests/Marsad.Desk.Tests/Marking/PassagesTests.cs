using Marsad.Desk.Marking;
using Marsad.Language.Text;

namespace Marsad.Desk.Tests.Marking;

public sealed class PassagesTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("word", 100)) + " needle " + string.Join(' ', Enumerable.Repeat("more", 100));

    [Fact]
    public void A_passage_is_cut_around_what_was_found_first()
    {
        var start = Long.IndexOf("needle", StringComparison.Ordinal);
        var pieces = Passages.Of(Long, [new Span(start, start + 6)], whole: false);
        Assert.Contains(new PassagePiece("needle", true), pieces);
        Assert.InRange(pieces.Sum(p => p.Words.Length), 100, 260);
    }

    [Fact]
    public void A_passage_says_that_it_was_cut() => Assert.Equal(" …", Passages.Of(Long, [], whole: false)[^1].Words);

    [Fact]
    public void The_whole_text_is_shown_where_it_is_asked_for() => Assert.Equal(Long, string.Concat(Passages.Of(Long, [new Span(0, 4)], whole: true).Select(p => p.Words)));
}
