using System.Buffers;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>Tags the tokens of a text with the most likely sequence of <see cref="NameTag"/>: a linear-chain model read with Viterbi's algorithm, twice.</summary>
internal sealed class NameTagger(TaggerModel model, WeightSet set, float outsideBias)
{
    // The model finds too little on news it was not trained on: a bias is taken off the score of "no name".
    /// <summary>Tags by our guide.</summary>
    public static NameTagger Embedded { get; } = new(TaggerModel.Embedded, WeightSet.Guide, 0.5f);

    /// <summary>Tags as ANERcorp does.</summary>
    public static NameTagger Benchmark { get; } = new(TaggerModel.Embedded, WeightSet.Benchmark, 0.75f);

    /// <summary>Tags all sentences of a text; tokens outside them stay as they are.</summary>
    public void Tag(ReadOnlySpan<WordFacts> facts, IReadOnlyList<Sentence> sentences, Span<NameTag> tags)
    {
        var scores = ArrayPool<float>.Shared.Rent((facts.Length * NameTags.Count) + 1);
        var used = scores.AsSpan(0, facts.Length * NameTags.Count);
        foreach (var sentence in sentences) Score(facts[sentence.First..sentence.End], used[(sentence.First * NameTags.Count)..]);
        Decode(sentences, used, model.Transitions(set), tags);
        DocumentVote.Add(facts, tags, used, DocumentVote.Strength);
        Decode(sentences, used, model.Transitions(set), tags);
        ArrayPool<float>.Shared.Return(scores);
    }

    /// <summary>The best tags of every sentence for the scores of its tokens.</summary>
    public static void Decode(IReadOnlyList<Sentence> sentences, ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, Span<NameTag> tags)
    {
        foreach (var sentence in sentences)
            Viterbi.Best(scores[(sentence.First * NameTags.Count)..(sentence.End * NameTags.Count)], transitions, tags[sentence.First..sentence.End]);
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

    private void Score(ReadOnlySpan<WordFacts> sentence, Span<float> scores)
    {
        var facts = ArrayPool<WordFacts>.Shared.Rent(sentence.Length + (2 * TaggerFeatures.Margin));
        Pad(sentence, facts);
        Span<uint> features = stackalloc uint[TaggerFeatures.Most];
        for (var i = 0; i < sentence.Length; i++)
        {
            var count = TaggerFeatures.Extract(facts, i + TaggerFeatures.Margin, features);
            model.Score(set, features[..count], scores.Slice(i * NameTags.Count, NameTags.Count));
            scores[i * NameTags.Count] -= outsideBias;
        }

        ArrayPool<WordFacts>.Shared.Return(facts);
    }
}
