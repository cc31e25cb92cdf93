using System.Runtime.InteropServices;
using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Train;

/// <summary>The raw news as a network reads it: every token a number, every number the features and the cluster of its word.</summary>
internal sealed class RawWords
{
    private const int LongestSentence = 80;
    private const int Smallest = 10;
    private const int Clusters = 1001;

    private readonly List<WordFacts> _facts = [];
    private readonly List<int> _stream = [];
    private readonly int[][] _features;
    private readonly ushort[] _clusters;

    /// <param name="numbers">Takes the numbers of the <paramref name="most"/> most frequent features.</param>
    public RawWords(string data, Dictionary<uint, int> numbers, int most)
    {
        var (ids, counts, ends) = (new Dictionary<uint, int>(), new List<int>(), new List<int>());
        foreach (var text in RawNews.Texts(data)) Add(new Document(text), ids, counts, ends);
        Ends = [.. ends];
        var featureCounts = new Dictionary<uint, int>();
        for (var id = 0; id < _facts.Count; id++)
            foreach (var feature in NetworkFeatures.Of(_facts[id])) CollectionsMarshal.GetValueRefOrAddDefault(featureCounts, feature, out _) += counts[id];
        foreach (var (feature, _) in featureCounts.Where(pair => pair.Value >= Smallest).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most)) numbers.Add(feature, numbers.Count);
        _features = [.. _facts.Select(facts => NetworkFeatures.Of(facts).Where(numbers.ContainsKey).Select(feature => numbers[feature]).ToArray())];
        _clusters = [.. _facts.Select(facts => facts.Close <= Clusters ? (ushort)facts.Close : (ushort)0)];
    }

    /// <summary>Where each sentence ends.</summary>
    public int[] Ends { get; }

    /// <summary>A sentence and the cluster of each of its words; 0 for a word without.</summary>
    public (Example Example, ushort[] Clusters) Sentence(int sentence)
    {
        var start = sentence == 0 ? 0 : Ends[sentence - 1];
        var words = CollectionsMarshal.AsSpan(_stream)[start..Ends[sentence]].ToArray();
        var (features, ends) = (new List<int>(), new int[words.Length]);
        for (var i = 0; i < words.Length; i++)
        {
            features.AddRange(_features[words[i]]);
            ends[i] = features.Count;
        }

        return (new Example(0, [.. features], ends, new NameTag[words.Length]), Array.ConvertAll(words, word => _clusters[word]));
    }

    private void Add(Document document, Dictionary<uint, int> ids, List<int> counts, List<int> ends)
    {
        var facts = WordFacts.Of(document);
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (i > sentence.First && (i - sentence.First) % LongestSentence == 0) ends.Add(_stream.Count);
                if (!ids.TryGetValue(facts[i].Word, out var id))
                {
                    ids.Add(facts[i].Word, id = _facts.Count);
                    _facts.Add(facts[i]);
                    counts.Add(0);
                }

                counts[id]++;
                _stream.Add(id);
            }

            ends.Add(_stream.Count);
        }
    }
}
