using System.Collections.Frozen;
using Marsad.Language.Data;
using static Marsad.Relating.Spelling.Letter;

namespace Marsad.Relating.Spelling;

/// <summary>Takes the article, the conjunctions and prepositions written with it, and the endings of number, gender and possession off a folded word.</summary>
/// <remarks>
/// After light10 (Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval", 2007), with one difference: a
/// leading waw stays where it is a letter of the word (the words for minister, agency, state), which a list counted over news tells: light10
/// finds a ministry with the article and without it under two stems. A single ba, kaf, lam or fa is taken off only before the article:
/// without a lexicon it cannot be told from a letter of the word, and the names of a record come without it.
/// </remarks>
internal static class LightStem
{
    private const int Shortest = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WawStems =
        Table.Rows("waw_stems.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // Longest first.
    private static readonly string[] Endings =
    [
        Word(Heh, Meem, Alef), Word(Heh, Alef), Word(Heh, Meem), Word(Heh, Noon), Word(Noon, Alef), Word(Kaf, Meem), Word(Alef, Noon), Word(Alef, Teh),
        Word(Waw, Noon), Word(Yeh, Noon), Word(Yeh, Heh), Word(Heh), Word(Yeh),
    ];

    /// <summary>The stem, a part of <paramref name="folded"/>; the whole word where too little would stay.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> folded) => WithoutEndings(WithoutArticle(folded));

    /// <summary>Where the stem starts in the word, and its length.</summary>
    public static (int Start, int Length) In(ReadOnlySpan<char> folded)
    {
        var beginning = WithoutArticle(folded);
        return (folded.Length - beginning.Length, WithoutEndings(beginning).Length);
    }

    /// <summary>The word without its article and what is written before the article, or without a leading waw.</summary>
    public static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> folded)
    {
        var word = folded;
        if (word.Length > Shortest && word[0] == Waw && !WawStems.Contains(WithoutEndings(word))) word = word[1..];
        var start = ArticleEnd(word);
        return word.Length - start >= Shortest - (start > 0 ? 1 : 0) ? word[start..] : folded;
    }

    // al-; wa-, fa-, bi-, ka- before it; and lil-, which swallows its alef.
    private static int ArticleEnd(ReadOnlySpan<char> word)
    {
        if (word.Length < 4) return 0;
        if (word[0] == Alef && word[1] == Lam) return 2;
        if (word[0] == Lam && word[1] == Lam) return 2;
        return word.Length > 4 && word[0] is Feh or Beh or Kaf && word[1] == Alef && word[2] == Lam ? 3 : 0;
    }

    private static ReadOnlySpan<char> WithoutEndings(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= Shortest - 1 && word.EndsWith(ending, StringComparison.Ordinal)) word = word[..^ending.Length];
        return word;
    }

    private static string Word(params ReadOnlySpan<char> letters) => new(letters);
}
