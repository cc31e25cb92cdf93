using CsCheck;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Text;

public sealed class FoldedTextTests
{
    private static readonly Gen<string> ArabicText = Gen.Char["ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء ًٌَُِّْـ٠١٩۵،.:«»\"\n abcA7\u200f\ud83d\ude00"].Array[0, 80].Select(chars => new string(chars));

    [Fact]
    public void Spelling_variants_of_one_word_fold_to_one_form()
    {
        Assert.Equal(Folding.Fold("أحمد إلى المدرسة"), Folding.Fold("احمد الي المدرسه"));
        Assert.Equal("كازاخستان", Folding.Fold("كـازاخستـان"));
        Assert.Equal("2500", Folding.Fold("٢٥٠٠"));
    }

    [Fact]
    public void Folding_a_text_twice_changes_nothing() =>
        ArabicText.Sample(text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text));

    [Fact]
    public void A_folded_range_maps_back_to_words_that_fold_to_it() => ArabicText.Sample(text =>
    {
        var folded = new FoldedText(text);
        for (var start = 0; start < folded.Length; start++)
        {
            var span = folded.ToOriginal(start, folded.Length);
            Assert.Equal(folded.Slice(start, folded.Length - start).ToString(), Folding.Fold(span.Of(text)));
        }
    });

    [Fact]
    public void Tokens_do_not_overlap_and_leave_only_white_space_out() => ArabicText.Sample(text =>
    {
        var document = new Document(text);
        var at = 0;
        foreach (var token in document.Tokens)
        {
            Assert.True(token.Start >= at && token.End > token.Start);
            Assert.True(Folding.Fold(text.AsSpan(at, token.Start - at)).All(c => char.IsWhiteSpace(c) || char.IsControl(c)));
            at = token.End;
        }
    });

    [Fact]
    public void Code_points_and_utf16_positions_agree_both_ways() => ArabicText.Sample(text =>
    {
        var points = new CodePoints(text);
        var position = 0;
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            Assert.Equal(position, points.FromUtf16(i));
            Assert.Equal(i, points.ToUtf16(position));
            position++;
        }
    });
}
