using CsCheck;
using Marsad.Desk.Marking;
using Marsad.Language.Text;

namespace Marsad.Desk.Tests.Marking;

public sealed class MarkedTextTests
{
    private const string Text = "abcdefghij";

    private static readonly Gen<Mark> AnyMark =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 10], Gen.Int[0, 5], Gen.Int[0, 1000]).Select((start, end, kind, id) => new Mark((MarkKind)kind, $"m{id}", null, new Span(start, Math.Max(start, end))));

    [Fact]
    public void Nested_marks_nest() => Assert.Equal("a[s1 b[n1 c]d]e", Write(new Span(0, 5), Mark("s1", 1, 4), Mark("n1", 2, 3)));

    [Fact]
    public void Crossing_marks_are_opened_again_without_their_anchor() => Assert.Equal("[s1 ab[n1 c]][n1' d]e", Write(new Span(0, 5), Mark("s1", 0, 3), Mark("n1", 2, 4)));

    [Fact]
    public void A_mark_that_began_in_an_earlier_paragraph_carries_no_anchor() => Assert.Equal("[s1' fg]hij", Write(new Span(5, 10), Mark("s1", 1, 7)));

    [Fact]
    public void A_mark_that_goes_on_is_closed_at_the_end_of_the_paragraph() => Assert.Equal("a[s1 bc]", Write(new Span(0, 3), Mark("s1", 1, 7)));

    [Fact]
    public void No_word_is_lost_or_doubled_whatever_is_marked() => AnyMark.Array[0, 12].Sample(marks =>
        string.Concat(MarkedText.Steps(new Span(2, 9), marks).Where(s => s.Kind == MarkStepKind.Text).Select(s => s.Words.In(Text))) == "cdefghi");

    [Fact]
    public void Every_mark_is_closed_in_the_order_that_elements_need() => AnyMark.Array[0, 12].Sample(marks =>
    {
        var open = new Stack<Mark>();
        foreach (var step in MarkedText.Steps(new Span(0, 10), marks))
        {
            if (step.Kind == MarkStepKind.Open) open.Push(step.Mark!);
            if (step.Kind == MarkStepKind.Close && !ReferenceEquals(open.Pop(), step.Mark)) return false;
        }

        return open.Count == 0;
    });

    [Fact]
    public void Every_mark_has_its_anchor_once() => AnyMark.Array[0, 12].Sample(marks =>
        MarkedText.Steps(new Span(0, 10), marks).Count(s => s is { Kind: MarkStepKind.Open, First: true }) == marks.Count(m => m.Span.Length > 0));

    private static Mark Mark(string id, int start, int end) => new(MarkKind.Statement, id, null, new Span(start, end));

    private static string Write(Span stretch, params Mark[] marks) => string.Concat(MarkedText.Steps(stretch, marks).Select(s => s.Kind switch
    {
        MarkStepKind.Open => $"[{s.Mark!.Anchor}{(s.First ? "" : "'")} ",
        MarkStepKind.Close => "]",
        _ => s.Words.In(Text),
    }));
}
