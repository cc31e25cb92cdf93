using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Corpora;

/// <summary>ANERcorp marks no documents: neighbouring sentences in blocks stand in for them, so that words can hear of their other occurrences.</summary>
internal sealed class Blocks
{
    private const int Length = 25;

    private readonly List<TaggedSentence> _sentences;
    private readonly WordFacts[] _facts;
    private readonly List<Sentence> _ranges = [];
    private readonly int[][] _owners;

    private Blocks(List<TaggedSentence> sentences)
    {
        _sentences = sentences;
        var documents = sentences.Select(sentence => sentence.Retokenize().Document).ToList();
        _owners = [.. sentences.Select((sentence, i) => sentence.Owners(documents[i]))];
        _facts = [.. documents.SelectMany(WordFacts.Of)];
        var at = 0;
        foreach (var document in documents) _ranges.Add(new Sentence(at, at += document.Tokens.Count));
    }

    /// <summary>Scores weights in training: <paramref name="scoreOf"/> fills in the scores of one sentence.</summary>
    public static SpanScore Score(List<TaggedSentence> sentences, ScoreSentence scoreOf, ReadOnlySpan<float> transitions, float strength, float bias)
    {
        var score = new SpanScore();
        Score(score, sentences, scoreOf, transitions, strength, bias);
        return score;
    }

    /// <summary>The same, added to a score.</summary>
    public static void Score(SpanScore score, List<TaggedSentence> sentences, ScoreSentence scoreOf, ReadOnlySpan<float> transitions, float strength, float bias)
    {
        foreach (var (first, block) in Cut(sentences))
        {
            var scores = new float[block._facts.Length * NameTags.Count];
            for (var i = 0; i < block._ranges.Count; i++) scoreOf(block, first + i, scores.AsSpan(block._ranges[i].First * NameTags.Count));
            for (var i = 0; i < scores.Length; i += NameTags.Count) scores[i] -= bias;
            var tags = new NameTag[block._facts.Length];
            NameTagger.Decode(block._ranges, scores, transitions, tags);
            DocumentVote.Add(block._facts, tags, scores, strength);
            NameTagger.Decode(block._ranges, scores, transitions, tags);
            block.AddTo(score, tags);
        }
    }

    /// <summary>Scores the embedded model with the weights for the benchmark.</summary>
    public static SpanScore Tagged(List<TaggedSentence> sentences)
    {
        var score = new SpanScore();
        foreach (var (_, block) in Cut(sentences))
        {
            var tags = new NameTag[block._facts.Length];
            NameTagger.Benchmark.Tag(block._facts, block._ranges, tags);
            block.AddTo(score, tags);
        }

        return score;
    }

    private static IEnumerable<(int First, Blocks Block)> Cut(List<TaggedSentence> sentences)
    {
        for (var first = 0; first < sentences.Count; first += Length)
            yield return (first, new Blocks(sentences[first..Math.Min(first + Length, sentences.Count)]));
    }

    private void AddTo(SpanScore score, ReadOnlySpan<NameTag> tags)
    {
        for (var i = 0; i < _sentences.Count; i++)
            score.Add(_sentences[i].Tags, SpanScore.ToWords(_sentences[i].Words.Length, _owners[i], tags[_ranges[i].First.._ranges[i].End]));
    }

    public delegate void ScoreSentence(Blocks block, int sentence, Span<float> scores);
}
