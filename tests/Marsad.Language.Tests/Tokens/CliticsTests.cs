using System.Collections.Frozen;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Tokens;

public sealed class CliticsTests
{
    private static readonly FrozenDictionary<string, int> Lexicon =
        new[] { "وزير", "وزارة", "الجيش", "قال", "كتاب", "فرنسا", "بغداد", "يقول" }.ToFrozenDictionary(word => Folding.Fold(word), word => word.Length);

    [Theory]
    [InlineData("وقال", "قال", Proclitics.Conjunction)]
    [InlineData("وزير", "وزير", Proclitics.None)]
    [InlineData("والوزير", "وزير", Proclitics.Conjunction | Proclitics.Article)]
    [InlineData("وبالوزارة", "وزاره", Proclitics.Conjunction | Proclitics.Preposition | Proclitics.Article)]
    [InlineData("للوزير", "وزير", Proclitics.Preposition | Proclitics.Article)]
    [InlineData("سيقول", "يقول", Proclitics.Future)]
    [InlineData("فرنسا", "فرنسا", Proclitics.None)]
    [InlineData("ففرنسا", "فرنسا", Proclitics.Conjunction)]
    [InlineData("بغداد", "بغداد", Proclitics.None)]
    [InlineData("ببغداد", "بغداد", Proclitics.Preposition)]
    public void The_lexicon_decides_where_a_word_is_cut(string word, string stem, Proclitics proclitics)
    {
        var folded = Folding.Fold(word);
        Assert.True(Clitics.TryFind(Lexicon.GetAlternateLookup<ReadOnlySpan<char>>(), folded, out var cut, out _));
        Assert.Equal((Folding.Fold(stem), proclitics), (cut.Of(folded).ToString(), cut.Proclitics));
    }

    [Fact]
    public void A_fused_article_finds_the_word_that_the_lexicon_has_with_its_article()
    {
        Assert.True(Clitics.TryFind(Lexicon.GetAlternateLookup<ReadOnlySpan<char>>(), Folding.Fold("للجيش"), out var cut, out _));
        Assert.True(cut.Fused);
    }

    [Fact]
    public void A_pronoun_is_cut_and_the_teh_before_it_is_the_teh_marbuta_of_the_lexicon()
    {
        Assert.True(Clitics.TryFind(Lexicon.GetAlternateLookup<ReadOnlySpan<char>>(), Folding.Fold("وزارتهم"), out var cut, out var length));
        Assert.Equal((2, 5), (cut.Enclitic, length));
    }

    [Fact]
    public void An_unknown_word_is_not_cut() =>
        Assert.False(Clitics.TryFind(Lexicon.GetAlternateLookup<ReadOnlySpan<char>>(), Folding.Fold("وردة"), out _, out _));

    [Theory]
    [InlineData("")]
    [InlineData("و")]
    [InlineData("وب")]
    [InlineData("لل")]
    [InlineData("ولل")]
    [InlineData("وبالهما")]
    [InlineData("سي")]
    public void Every_cut_lies_inside_the_word(string word)
    {
        Span<Stem> cuts = stackalloc Stem[Clitics.MaxCandidates];
        var count = Clitics.Candidates(word, cuts);
        foreach (var cut in cuts[..count]) Assert.Equal(word.Length, cut.Start + cut.Length + cut.Enclitic);
    }
}
