using System.Buffers;

namespace Marsad.Language.Names;

/// <summary>Tags the tokens of a sentence with the most likely sequence of <see cref="NameTag"/>: a linear-chain model read with Viterbi's algorithm.</summary>
internal sealed class NameTagger(TaggerModel model)
{
    public static NameTagger Embedded { get; } = new(TaggerModel.Embedded);

    /// <summary>Tags the tokens of one sentence; one tag a token.</summary>
    public void Tag(ReadOnlySpan<WordFacts> sentence, Span<NameTag> tags)
    {
        if (sentence.IsEmpty) return;
        var facts = ArrayPool<WordFacts>.Shared.Rent(sentence.Length + (2 * TaggerFeatures.Margin));
        var scores = ArrayPool<float>.Shared.Rent(sentence.Length * NameTags.Count);
        Pad(sentence, facts);
        Score(facts, sentence.Length, scores);
        Viterbi.Best(scores.AsSpan(0, sentence.Length * NameTags.Count), model.Transitions, tags);
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<WordFacts>.Shared.Return(facts);
    }

    /// <summary>Copies a sentence's facts with edges on both sides.</summary>
    public static void Pad(ReadOnlySpan<WordFacts> sentence, Span<WordFacts> padded)
    {
        sentence.CopyTo(padded[TaggerFeatures.Margin..]);
        for (var i = 0; i < TaggerFeatures.Margin; i++)
        {
            padded[i] = WordFacts.Edge;
            padded[TaggerFeatures.Margin + sentence.Length + i] = WordFacts.Edge;
        }
    }

    private void Score(ReadOnlySpan<WordFacts> facts, int length, Span<float> scores)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Most];
        for (var i = 0; i < length; i++)
        {
            var count = TaggerFeatures.Extract(facts, i + TaggerFeatures.Margin, features);
            model.Score(features[..count], scores.Slice(i * NameTags.Count, NameTags.Count));
        }
    }
}
