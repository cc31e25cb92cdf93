using static Marsad.Relating.Spelling.Letter;

namespace Marsad.Relating.Spelling;

/// <summary>Forms of a word under which it may be known.</summary>
internal static class Spellings
{
    /// <summary>The word without a leading waw, fa, ba, kaf or lam where enough stays to tell it by; false where it has none.</summary>
    public static bool TryWithoutParticle(ReadOnlySpan<char> folded, out ReadOnlySpan<char> word)
    {
        word = folded.Length > 4 && folded[0] is Waw or Feh or Beh or Kaf or Lam ? folded[1..] : default;
        return word.Length > 0;
    }
}
