using Marsad.Corpora;
using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>Trains the tagger on the corpora of data/ner that may be learned from, and writes names.bin.</summary>
internal static class Training
{
    private static readonly string[] Domains = ["", "aner", "newsfane", "wikifane", "aqmar", GuideNames.Corpus];

    private const int Benchmark = 1;
    private const int Guide = 5;

    public static void Run(string data, string output, TrainingPlan plan, int members, TextWriter log)
    {
        var (index, examples) = FeatureIndex.Build(Everything(data), DomainOf, plan.SmallestCount);
        log.WriteLine($"{examples.Count} sentences, {index.Count} features");
        ModelFile.Write([ForGuide(plan, members, index, examples, log), ForBenchmark(plan, members, index, examples, log)], index, output, log);
    }

    // Four hundred articles of one radio say too little of organisations to draw their borders alone: their own weights count a quarter (docs/decisions/0004-names-tagger.md).
    private static MeanModel ForGuide(TrainingPlan plan, int members, FeatureIndex index, List<Example> examples, TextWriter log) =>
        MeanModel.Train(plan, members, index.Count, Domains.Length - 1, [(Benchmark, 0.75f), (Guide, 0.25f)], examples, log);

    // Learned without our own annotations: what these say of organisations costs the benchmark a hundredth.
    private static MeanModel ForBenchmark(TrainingPlan plan, int members, FeatureIndex index, List<Example> examples, TextWriter log) =>
        MeanModel.Train(plan, members, index.Count, Domains.Length - 1, [(Benchmark, 1f)], [.. examples.Where(example => example.Domain != Guide)], log);

    /// <summary>Trains without some blocks of ANERcorp's training sentences (and what NewsFANE shares with them) and every fourth annotated article, and measures on those.</summary>
    public static void Try(string data, TrainingPlan plan, int members, ICollection<string> corpora, TextWriter log)
    {
        var (held, rest) = Split([.. TaggedCorpora.AnerTrain(data)]);
        var seen = Overlap.Grams(held);
        var (asked, taught) = SplitGuide(data);
        if (!corpora.Contains("aner")) rest.Clear();
        if (corpora.Contains("newsfane")) rest.AddRange(TaggedCorpora.NewsFane(data).Where(sentence => !Overlap.Shares(sentence, seen)));
        if (corpora.Contains("wikifane")) rest.AddRange(TaggedCorpora.WikiFane(data));
        if (corpora.Contains("aqmar")) rest.AddRange(TaggedCorpora.Aqmar(data));
        if (corpora.Contains(GuideNames.Corpus)) rest.AddRange(taught.SelectMany(article => article));
        List<TaggedSentence> tests = [.. held, .. asked.SelectMany(article => article)];
        var (index, examples) = FeatureIndex.Build([.. rest, .. tests.Select(sentence => sentence with { Corpus = "held" })], DomainOf, plan.SmallestCount);
        log.WriteLine($"{rest.Count} sentences, {index.Count} features");
        var heldExamples = examples[rest.Count..(rest.Count + held.Count)];
        var learned = examples[..rest.Count];
        if (corpora.Contains("aner")) Report("ANERcorp", ForBenchmark(plan, members, index, learned, log), OfBlocks);
        if (corpora.Contains(GuideNames.Corpus)) Report("guide", ForGuide(plan, members, index, learned, log), OfArticles);

        void Report(string what, MeanModel model, Func<MeanModel, float, float, SpanScore> scoreOf)
        {
            foreach (var (strength, bias) in Choices()) log.WriteLine(FormattableString.Invariant($"{what} vote {strength} bias {bias}: F1 {scoreOf(model, strength, bias).F1:F4}"));
            log.WriteLine(scoreOf(model, DocumentVote.Strength, 0));
        }

        SpanScore OfBlocks(MeanModel model, float strength, float bias) => Blocks.Score(held, (_, i, scores) => model.Score(heldExamples[i], scores), model.Transitions, strength, bias);

        SpanScore OfArticles(MeanModel model, float strength, float bias)
        {
            var score = new SpanScore();
            var first = rest.Count + held.Count;
            foreach (var article in asked)
            {
                var (start, sentences) = (first, article);
                Blocks.Score(score, sentences, (_, i, scores) => model.Score(examples[start + i], scores), model.Transitions, strength, bias);
                first += sentences.Count;
            }

            return score;
        }
    }

    /// <summary>Trains as <see cref="Try"/> does without our own articles, then networks, and measures both together on the blocks.</summary>
    public static void TryNetwork(string data, TrainingPlan plan, NetworkPlan network, int members, TextWriter log)
    {
        var (held, rest) = Split([.. TaggedCorpora.AnerTrain(data)]);
        var seen = Overlap.Grams(held);
        rest.AddRange([.. TaggedCorpora.NewsFane(data).Where(sentence => !Overlap.Shares(sentence, seen)), .. TaggedCorpora.WikiFane(data), .. TaggedCorpora.Aqmar(data)]);
        var (index, examples) = FeatureIndex.Build([.. rest, .. held.Select(sentence => sentence with { Corpus = "held" })], DomainOf, plan.SmallestCount);
        var model = ForBenchmark(plan, members, index, examples[..rest.Count], log);
        List<float[]> scores = [.. examples[rest.Count..].Select(example =>
        {
            var row = new float[example.Length * NameTags.Count];
            model.Score(example, row);
            return row;
        })];
        new NetworkTrial(held, scores, model.Transitions.ToArray(), log).Run(rest, DomainOf, network, data);
    }

    private static int DomainOf(string corpus) => Math.Max(0, Array.IndexOf(Domains, corpus));

    private static (List<List<TaggedSentence>> Asked, List<List<TaggedSentence>> Taught) SplitGuide(string data)
    {
        var articles = GuideNames.Articles(data, GuideNames.FileName).ToList();
        return ([.. articles.Where((_, i) => i % 4 == 3)], [.. articles.Where((_, i) => i % 4 != 3)]);
    }

    // Blocks from the whole corpus, whose parts are of different kinds: politics, war, sport.
    private static (List<TaggedSentence> Held, List<TaggedSentence> Others) Split(List<TaggedSentence> all)
    {
        var held = new List<TaggedSentence>();
        var rest = new List<TaggedSentence>();
        for (var i = 0; i < all.Count; i++)
        {
            var at = 100 * i / all.Count;
            (at is >= 8 and < 15 or >= 40 and < 47 or >= 64 and < 71 or >= 93 ? held : rest).Add(all[i]);
        }

        return (held, rest);
    }

    private static IEnumerable<(float Strength, float Bias)> Choices() =>
        from strength in (float[])[1, 2, 3] from bias in (float[])[0, 0.5f, 1] select (strength, bias);

    /// <summary>Measures the embedded model on the test part of ANERcorp's CAMeL split.</summary>
    public static void Measure(string data, TextWriter log)
    {
        var test = TaggedCorpora.Aner(Path.Combine(data, TaggedCorpora.AnerTestFile)).ToList();
        log.WriteLine(Blocks.Tagged(test));
    }

    public static List<TaggedSentence> Tagged(string data, bool held)
    {
        if (!held) return Everything(data);
        var (blocks, others) = Split([.. TaggedCorpora.AnerTrain(data)]);
        var seen = Overlap.Grams(blocks);
        return [.. others, .. TaggedCorpora.NewsFane(data).Where(sentence => !Overlap.Shares(sentence, seen)), .. TaggedCorpora.WikiFane(data), .. TaggedCorpora.Aqmar(data), .. SplitGuide(data).Taught.SelectMany(article => article)];
    }

    private static List<TaggedSentence> Everything(string data) =>
        [.. TaggedCorpora.AnerTrain(data), .. TaggedCorpora.NewsFane(data), .. TaggedCorpora.WikiFane(data), .. TaggedCorpora.Aqmar(data),
            .. GuideNames.Articles(data, GuideNames.FileName).SelectMany(article => article)];
}
