using CsCheck;
using Marsad.Language.Names;
using Marsad.Language.Text;

namespace Marsad.Language.Tests.Names;

public class SpellingTests
{
    [Theory]
    [InlineData("كازاخستان", "قازاخستان")]
    [InlineData("باشليه", "باشيليه")]
    [InlineData("توقاييف", "توكاييف")]
    public void Spellings_of_one_foreign_name_are_the_same(string a, string b) => Assert.True(Same(a, b));

    [Theory]
    [InlineData("محمد", "محمود")]
    [InlineData("سعيد", "سعد")]
    [InlineData("الجزائر", "الجزيرة")]
    [InlineData("لندن", "لبنان")]
    public void Names_that_differ_by_one_letter_may_be_two(string a, string b) => Assert.False(Same(a, b));

    [Fact]
    public void Order_does_not_matter() =>
        Gen.Select(Words, Words).Sample((a, b) => Assert.Equal(Spelling.Same(a, b), Spelling.Same(b, a)));

    private static readonly Gen<string> Words = Gen.Int[0, 9].Select(i => "\u0627\u0628\u062A\u0642\u0643\u063A\u0648\u064A\u0631\u0644"[i]).Array[0, 9].Select(letters => new string(letters));

    private static bool Same(string a, string b) => Spelling.Same(Folding.Fold(a), Folding.Fold(b));
}
