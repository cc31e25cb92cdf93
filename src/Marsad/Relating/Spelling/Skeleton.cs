using static Marsad.Relating.Spelling.Letter;

namespace Marsad.Relating.Spelling;

/// <summary>
/// What stays of a foreign name whichever way a newsroom writes it: its consonants, those that stand for one foreign sound taken
/// together, without vowels and doubling. Two spellings of one name share it; many unlike words do too, so <see cref="Likeness"/> decides.
/// </summary>
internal static class Skeleton
{
    /// <summary>The skeleton of one folded word without its article; shorter than two letters for a word that is too little to tell.</summary>
    public static string Of(ReadOnlySpan<char> folded)
    {
        var word = LightStem.WithoutArticle(folded);
        Span<char> kept = word.Length <= 64 ? stackalloc char[64] : new char[word.Length];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var sound = IsSilent(word, i) ? default : Sound(word[i]);
            if (sound != default && (length == 0 || kept[length - 1] != sound)) kept[length++] = sound;
        }

        return new string(kept[..length]);
    }

    /// <summary>The skeletons of the words of a folded name, with a space between.</summary>
    public static string OfName(string folded) => string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Of(word)));

    // A vowel is written or left out at will; at the beginning of a word something always stands for it. The last heh is a vowel too, and teh before sheen is one sound with it.
    private static bool IsSilent(ReadOnlySpan<char> word, int i) => word[i] switch
    {
        Alef or Hamza or WawHamza or YehHamza or Waw or Yeh => i > 0,
        Heh => i == word.Length - 1 && i > 0,
        Teh => i + 1 < word.Length && word[i + 1] == Sheen,
        Dal => i + 1 < word.Length && word[i + 1] == Jeem,
        _ => false,
    };

    /// <summary>The sound a folded letter is taken for: letters of one sound stand for each other in foreign names.</summary>
    public static char Sound(char letter) => letter switch
    {
        Alef or Hamza or WawHamza or YehHamza => Alef,
        Tah or Theh => Teh,
        Dad => Dal,
        Thal or Zah => Zain,
        Sad => Seen,
        Qaf or Ghain or Jeem or Khah or Tcheh => Kaf,
        Hah => Heh,
        Veh => Feh,
        _ => char.IsLetter(letter) ? letter : default,
    };
}
