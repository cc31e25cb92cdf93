using Marsad.Corpora;
using Marsad.Language.Text;

namespace Marsad.Train;

/// <summary>Finds sentences of one corpus that another corpus holds too: NewsFANE tags the same newswire as ANERcorp.</summary>
internal static class Overlap
{
    private const int Length = 4;

    public static HashSet<string> Grams(IEnumerable<TaggedSentence> sentences) => [.. sentences.SelectMany(Of)];

    public static bool Shares(TaggedSentence sentence, HashSet<string> grams) => Of(sentence).Any(grams.Contains);

    private static IEnumerable<string> Of(TaggedSentence sentence)
    {
        var words = sentence.Words.Select(word => Folding.Fold(word)).ToArray();
        for (var i = 0; i + Length <= words.Length; i++) yield return string.Join(' ', words, i, Length);
    }
}
