using CsCheck;
using Marsad.Language.Text;
using Marsad.Relating.Spelling;

namespace Marsad.Tests.Relating.Spelling;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("كازاخستان", "قازاخستان")]
    [InlineData("كازاخستان", "كازخستان")]
    [InlineData("باشليه", "باشيليه")]
    [InlineData("غورباتشوف", "جورباتشوف")]
    [InlineData("غورباتشوف", "كورباتشوف")]
    [InlineData("توكاييف", "توكايف")]
    [InlineData("أذربيجان", "أذربيدجان")]
    [InlineData("طوكيو", "توكيو")]
    [InlineData("ميركل", "ميركيل")]
    [InlineData("زيلينسكي", "زلينسكي")]
    public void Spellings_of_a_foreign_name_share_a_skeleton_and_are_one_name(string one, string other)
    {
        Assert.Equal(Skeleton.Of(Folding.Fold(one)), Skeleton.Of(Folding.Fold(other)));
        Assert.True(Likeness.IsOneName(Folding.Fold(one), Folding.Fold(other)));
    }

    [Theory]
    [InlineData("حسن", "حسين")]
    [InlineData("سالم", "سليم")]
    [InlineData("كازاخستان", "أوزبكستان")]
    [InlineData("باكستان", "كازاخستان")]
    [InlineData("قلب", "كلب")]
    [InlineData("لافروف", "لوكوف")]
    public void Other_words_are_not_one_name(string one, string other) => Assert.False(Likeness.IsOneName(Folding.Fold(one), Folding.Fold(other)));

    [Theory]
    [InlineData("والمتظاهرين", "متظاهر")]
    [InlineData("المتظاهرون", "متظاهر")]
    [InlineData("متظاهر", "متظاهر")]
    [InlineData("للمؤسسات", "مؤسس")]
    [InlineData("المؤسسة", "مؤسس")]
    [InlineData("مدن", "مدن")]
    public void Forms_of_a_word_share_a_stem(string word, string stem) => Assert.Equal(stem, LightStem.Of(Folding.Fold(word)).ToString());

    [Fact]
    public void A_stem_is_a_part_of_its_word_at_the_place_that_is_told() =>
        Gen.String[Gen.Char["ابتلموهينكف"], 1, 12].Sample(word =>
        {
            var (start, length) = LightStem.In(word);
            return LightStem.Of(word).SequenceEqual(word.AsSpan(start, length)) && length > 0;
        });

    [Fact]
    public void The_distance_is_the_same_both_ways()
    {
        var words = Gen.String[Gen.Char["ابتقكطوهيغ"], 0, 10];
        Gen.Select(words, words).Sample(pair => Math.Abs(Likeness.Distance(pair.Item1, pair.Item2) - Likeness.Distance(pair.Item2, pair.Item1)) < 1e-4);
    }
}
