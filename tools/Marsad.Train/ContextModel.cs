using Marsad.Corpora;
using System.Runtime.InteropServices;
using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Train;

/// <summary>
/// Guesses a token's tag from its neighbours alone: a multinomial logistic model in which the token itself is blank. What it says of a word, averaged over
/// all places where news uses the word, tells what the word is also where no tagged corpus holds it.
/// </summary>
internal sealed class ContextModel
{
    private const int Stride = CrfTrainer.Stride;
    private const int Tags = NameTags.Count;
    private const float Rate = 0.2f;
    private const int Epochs = 2;
    private const int Smallest = 3;

    private readonly Dictionary<uint, int> _numbers = [];
    private float[] _weights = [];
    private float[] _squares = [];

    public static ContextModel Train(List<TaggedSentence> sentences, int seed, TextWriter log)
    {
        var model = new ContextModel();
        var tokens = sentences.SelectMany(Tokens).ToList();
        model.Number(tokens);
        var random = new Random(seed);
        var order = Enumerable.Range(0, tokens.Count).ToArray();
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var i in order) loss += model.Step(tokens[i].Features, tokens[i].Tag);
            log.WriteLine(FormattableString.Invariant($"contexts: epoch {epoch}, loss {loss / order.Length:F4}"));
        }

        return model;
    }

    /// <summary>The probability of every tag at facts[<paramref name="i"/>], which is blanked for the time.</summary>
    public void Guess(WordFacts[] padded, int i, Span<float> probabilities)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Most];
        var count = Features(padded, i, features);
        Span<float> scores = stackalloc float[Stride];
        scores.Clear();
        foreach (var feature in features[..count])
            if (_numbers.TryGetValue(feature, out var number)) Add(number, scores);
        Softmax(scores);
        scores[..Tags].CopyTo(probabilities);
    }

    /// <summary>Facts with edges on both sides and without uses, which are only being worked out.</summary>
    public static void Pad(ReadOnlySpan<WordFacts> sentence, WordFacts[] padded)
    {
        NameTagger.Pad(sentence, padded);
        for (var i = 0; i < padded.Length; i++) padded[i].Use = 0;
    }

    private static int Features(WordFacts[] padded, int i, Span<uint> features)
    {
        var whole = padded[i];
        padded[i] = whole.Blank();
        var count = TaggerFeatures.Extract(padded, i, features);
        padded[i] = whole;
        return count;
    }

    private static IEnumerable<(uint[] Features, NameTag Tag)> Tokens(TaggedSentence sentence)
    {
        var (document, tags) = sentence.Retokenize();
        var padded = new WordFacts[tags.Length + (2 * TaggerFeatures.Margin)];
        Pad(WordFacts.Of(document), padded);
        for (var i = 0; i < tags.Length; i++)
            if (document.Tokens[i].Kind == TokenKind.Word) yield return (FeaturesOf(padded, i + TaggerFeatures.Margin), tags[i]);
    }

    private static uint[] FeaturesOf(WordFacts[] padded, int i)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Most];
        var count = Features(padded, i, features);
        return features[..count].ToArray();
    }

    private void Number(List<(uint[] Features, NameTag Tag)> tokens)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var (features, _) in tokens)
            foreach (var feature in features) CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        foreach (var (feature, count) in counts)
            if (count >= Smallest) _numbers.Add(feature, _numbers.Count);
        _weights = new float[_numbers.Count * Stride];
        _squares = new float[_weights.Length];
        Array.Fill(_squares, 10f);
    }

    private double Step(uint[] features, NameTag tag)
    {
        Span<float> slope = stackalloc float[Stride];
        Span<int> numbers = stackalloc int[features.Length];
        slope.Clear();
        var known = 0;
        foreach (var feature in features)
        {
            if (!_numbers.TryGetValue(feature, out var number)) continue;
            numbers[known++] = number;
            Add(number, slope);
        }

        Softmax(slope);
        var loss = -Math.Log(Math.Max(1e-9f, slope[(int)tag]));
        slope[(int)tag] -= 1;
        foreach (var number in numbers[..known]) Update(number, slope);
        return loss;
    }

    private void Add(int number, Span<float> scores)
    {
        var row = _weights.AsSpan(number * Stride, Tags);
        for (var tag = 0; tag < row.Length; tag++) scores[tag] += row[tag];
    }

    private void Update(int number, ReadOnlySpan<float> slope)
    {
        var weights = _weights.AsSpan(number * Stride, Tags);
        var squares = _squares.AsSpan(number * Stride, Tags);
        for (var tag = 0; tag < weights.Length; tag++)
        {
            squares[tag] += slope[tag] * slope[tag];
            weights[tag] -= Rate * slope[tag] / MathF.Sqrt(squares[tag]);
        }
    }

    private static void Softmax(Span<float> scores)
    {
        var max = scores[0];
        for (var tag = 1; tag < Tags; tag++) max = Math.Max(max, scores[tag]);
        var total = 0f;
        for (var tag = 0; tag < Tags; tag++) total += scores[tag] = MathF.Exp(scores[tag] - max);
        for (var tag = 0; tag < Tags; tag++) scores[tag] /= total;
        for (var tag = Tags; tag < scores.Length; tag++) scores[tag] = 0;
    }
}
