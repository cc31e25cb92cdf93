using CsCheck;
using Marsad.Desk.Marking;

namespace Marsad.Desk.Tests.Marking;

public sealed class DifferenceTests
{
    [Fact]
    public void Changed_words_stand_beside_what_was_kept() => Assert.Equal(
        [new(Change.Kept, "the ministry says"), new(Change.Removed, "600"), new(Change.Added, "800"), new(Change.Kept, "were held")],
        Difference.OfWords("the ministry says 600 were held", "the ministry says 800 were held"));

    [Fact]
    public void A_paragraph_that_came_new_is_all_added() => Assert.Equal(
        [new(Change.Added, "and more")], Difference.OfParagraphs("one\ntwo", "one\nand more\ntwo")[1].Words);

    [Fact]
    public void A_paragraph_that_was_kept_says_so() => Assert.True(Difference.OfParagraphs("one\ntwo", "one\nthree")[0].IsKept);

    [Fact]
    public void The_new_version_can_be_read_off_the_difference() => Gen.Select(Gen.Int[0, 4].Array[0, 12], Gen.Int[0, 4].Array[0, 12]).Sample((before, after) =>
        string.Join(' ', Difference.OfWords(string.Join(' ', before), string.Join(' ', after)).Where(w => w.Change != Change.Removed).Select(w => w.Words)) == string.Join(' ', after));
}
