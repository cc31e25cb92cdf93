using Marsad.Corpora;
using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>Numbers the features that occur often enough to be learned from.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<uint, int> _numbers = [];

    private FeatureIndex()
    {
    }

    public int Count => _numbers.Count;

    public IEnumerable<KeyValuePair<uint, int>> Numbers => _numbers;

    public static (FeatureIndex Index, List<Example> Examples) Build(IReadOnlyList<TaggedSentence> sentences, Func<string, int> domainOf, int smallest)
    {
        var index = new FeatureIndex();
        var raw = sentences.Select(sentence => Extract(sentence)).ToList();
        var counts = new Dictionary<uint, int>();
        foreach (var (features, _, _) in raw)
            foreach (var feature in features)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        foreach (var (features, _, _) in raw)
            foreach (var feature in features)
                if (counts[feature] >= smallest) index._numbers.TryAdd(feature, index._numbers.Count);
        var examples = new List<Example>(raw.Count);
        for (var i = 0; i < raw.Count; i++) examples.Add(index.Number(raw[i], domainOf(sentences[i].Corpus)));
        return (index, examples);
    }

    private Example Number((uint[] Features, int[] Ends, NameTag[] Tags) raw, int domain)
    {
        var numbers = new List<int>(raw.Features.Length);
        var ends = new int[raw.Ends.Length];
        var at = 0;
        for (var token = 0; token < ends.Length; token++)
        {
            for (; at < raw.Ends[token]; at++)
                if (_numbers.TryGetValue(raw.Features[at], out var number)) numbers.Add(number);
            ends[token] = numbers.Count;
        }

        return new Example(domain, [.. numbers], ends, raw.Tags);
    }

    private static (uint[] Features, int[] Ends, NameTag[] Tags) Extract(TaggedSentence sentence)
    {
        var (document, tags) = sentence.Retokenize();
        var facts = new WordFacts[tags.Length + (2 * TaggerFeatures.Margin)];
        NameTagger.Pad(WordFacts.Of(document), facts);
        var features = new List<uint>(tags.Length * 70);
        var ends = new int[tags.Length];
        Span<uint> buffer = stackalloc uint[TaggerFeatures.Most];
        for (var i = 0; i < tags.Length; i++)
        {
            var count = TaggerFeatures.Extract(facts, i + TaggerFeatures.Margin, buffer);
            features.AddRange(buffer[..count]);
            ends[i] = features.Count;
        }

        return ([.. features], ends, tags);
    }
}
