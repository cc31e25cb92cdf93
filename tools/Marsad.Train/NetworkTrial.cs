using System.Runtime.InteropServices;
using Marsad.Corpora;
using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>Trains networks beside the linear model and measures both together: docs/decisions/0004-names-tagger.md, fourth round.</summary>
internal sealed class NetworkTrial(List<TaggedSentence> asked, List<float[]> linear, float[] linearTransitions, TextWriter log)
{
    private const int NewsFeatures = 80000;
    private const int Smallest = 3;
    private const int Domains = 5;
    private const int Asked = 1;

    private readonly List<float[]> _sums = [.. linear.Select(scores => new float[scores.Length])];
    private readonly float[] _transitions = new float[NameTags.Count * NameTags.Count];

    public void Run(List<TaggedSentence> taught, Func<string, int> domainOf, NetworkPlan plan, string data)
    {
        var numbers = new Dictionary<uint, int>();
        var news = new RawWords(data, numbers, NewsFeatures);
        var reader = new Network(plan, numbers.Count, Domains);
        reader.Read(news, log);
        var newsRows = numbers.Count;
        var raw = taught.Select(Extract).ToList();
        var counts = new Dictionary<uint, int>();
        foreach (var feature in raw.SelectMany(sentence => sentence.Features)) CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        foreach (var (feature, count) in counts)
            if (count >= Smallest) numbers.TryAdd(feature, numbers.Count);
        var examples = raw.Select((sentence, i) => Number(sentence, numbers, domainOf(taught[i].Corpus))).ToList();
        var questions = asked.Select(sentence => Number(Extract(sentence), numbers, Asked)).ToList();
        for (var member = 1; member <= plan.Members; member++)
        {
            var network = new Network(plan with { Seed = member }, numbers.Count, Domains);
            network.Take(reader, newsRows);
            network.Train(examples, log);
            Add(network, questions);
            Report(member);
        }
    }

    private void Add(Network network, List<Example> questions)
    {
        for (var i = 0; i < questions.Count; i++)
        {
            var scores = new float[_sums[i].Length];
            network.Score(questions[i], scores);
            for (var k = 0; k < scores.Length; k++) _sums[i][k] += scores[k];
        }

        for (var k = 0; k < _transitions.Length; k++) _transitions[k] += network.Transitions[k];
    }

    private void Report(int members)
    {
        foreach (var share in (float[])[0, 0.5f, 0.6f, 1])
            foreach (var bias in (float[])[0.25f, 0.5f, 0.75f])
                log.WriteLine(FormattableString.Invariant($"{members} networks, share {share}, off {bias}: F1 {Score(share / members, 1 - share, bias).F1:F4}"));
    }

    private SpanScore Score(float own, float other, float bias)
    {
        var transitions = new float[_transitions.Length];
        for (var k = 0; k < transitions.Length; k++) transitions[k] = (own * _transitions[k]) + (other * linearTransitions[k]);
        return Blocks.Score(asked, (_, i, scores) => Mix(i, own, other, scores), transitions, DocumentVote.Strength, bias);
    }

    private void Mix(int sentence, float own, float other, Span<float> scores)
    {
        for (var k = 0; k < _sums[sentence].Length; k++) scores[k] = (own * _sums[sentence][k]) + (other * linear[sentence][k]);
    }

    private static (List<uint> Features, int[] Ends, NameTag[] Tags) Extract(TaggedSentence sentence)
    {
        var (document, tags) = sentence.Retokenize();
        var facts = WordFacts.Of(document);
        var (features, ends) = (new List<uint>(), new int[tags.Length]);
        for (var i = 0; i < tags.Length; i++)
        {
            features.AddRange(NetworkFeatures.Of(facts[i]));
            ends[i] = features.Count;
        }

        return (features, ends, tags);
    }

    private static Example Number((List<uint> Features, int[] Ends, NameTag[] Tags) sentence, Dictionary<uint, int> numbers, int domain)
    {
        var (list, ends, at) = (new List<int>(), new int[sentence.Ends.Length], 0);
        for (var token = 0; token < ends.Length; token++)
        {
            for (; at < sentence.Ends[token]; at++)
                if (numbers.TryGetValue(sentence.Features[at], out var number)) list.Add(number);
            ends[token] = list.Count;
        }

        return new Example(domain, [.. list], ends, sentence.Tags);
    }
}
