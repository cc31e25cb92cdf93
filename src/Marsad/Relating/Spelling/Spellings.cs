using static Marsad.Relating.Spelling.Letter;

namespace Marsad.Relating.Spelling;

/// <summary>Forms of a word under which a name may be known.</summary>
internal static class Spellings
{
    /// <summary>The word without a leading waw, fa, ba, kaf or lam, where enough stays to tell a name by.</summary>
    public static IEnumerable<string> WithoutParticle(string folded) =>
        folded.Length > 5 && folded[0] is Waw or Feh or Beh or Kaf or Lam ? [folded[1..]] : [];
}
