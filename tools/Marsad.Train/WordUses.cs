using Marsad.Corpora;
using System.Runtime.InteropServices;
using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Train;

/// <summary>Works out <see cref="WordEntry.Uses"/>: what the contexts of a word in news say of it.</summary>
internal static class WordUses
{
    // The context model alone is too careful to be a tagger; over many places its doubts average out. Every third article is enough.
    private const int EveryNth = 3;
    private const int Smallest = 3;

    public static Dictionary<uint, uint> Collect(string data, List<TaggedSentence> tagged, TextWriter log)
    {
        var model = ContextModel.Train(tagged, 3, log);
        var sums = new Dictionary<uint, float[]>();
        var article = 0;
        foreach (var text in RawNews.Texts(data))
            if (article++ % EveryNth == 0) Add(model, new Document(text), sums);
        log.WriteLine($"{sums.Count} words seen");
        return sums.Where(pair => pair.Value[NameTags.Count] >= Smallest).ToDictionary(pair => pair.Key, pair => Pack(pair.Value));
    }

    private static void Add(ContextModel model, Document document, Dictionary<uint, float[]> sums)
    {
        var facts = WordFacts.Of(document);
        Span<float> guess = stackalloc float[NameTags.Count];
        foreach (var sentence in document.Sentences)
        {
            var padded = new WordFacts[sentence.End - sentence.First + (2 * TaggerFeatures.Margin)];
            ContextModel.Pad(facts.AsSpan(sentence.First, sentence.End - sentence.First), padded);
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (document.Tokens[i].Kind != TokenKind.Word || IsUnknown(facts[i])) continue;
                model.Guess(padded, i - sentence.First + TaggerFeatures.Margin, guess);
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, facts[i].Stem, out _);
                sum ??= new float[NameTags.Count + 1];
                for (var tag = 0; tag < guess.Length; tag++) sum[tag] += guess[tag];
                sum[NameTags.Count]++;
            }
        }
    }

    // No entry of words.bin would hold what is found of it.
    private static bool IsUnknown(in WordFacts facts) => facts.Rarity == 0 && facts.Close == 0;

    // Four bits each, square roots: small shares tell most.
    private static uint Pack(float[] sums)
    {
        float[] shares = [sums[1], sums[2], sums[3] + sums[4], sums[5], sums[6], sums[7] + sums[8]];
        var packed = 1u << (WordEntry.UseBits * WordEntry.UseKinds);
        for (var i = 0; i < shares.Length; i++) packed |= (uint)Math.Round(15 * Math.Sqrt(shares[i] / sums[NameTags.Count])) << (WordEntry.UseBits * i);
        return packed;
    }
}
