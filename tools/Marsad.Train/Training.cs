using Marsad.Corpora;
using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>Trains the tagger on the corpora of data/ner that may be learned from, and writes names.bin.</summary>
internal static class Training
{
    private static readonly string[] Domains = ["", "aner", "newsfane", "wikifane", "aqmar"];

    public static void Run(string data, string output, TrainingPlan plan, int members, TextWriter log)
    {
        var (index, examples) = FeatureIndex.Build(Everything(data), corpus => Array.IndexOf(Domains, corpus), plan.SmallestCount);
        log.WriteLine($"{examples.Count} sentences, {index.Count} features");
        var model = MeanModel.Train(plan, members, index.Count, Domains.Length - 1, domain: 1, examples, log);
        ModelFile.Write(model, index, output, log);
    }

    /// <summary>Trains without the last part of ANERcorp's training sentences (and what NewsFANE shares with it) and measures on that part.</summary>
    public static void Try(string data, TrainingPlan plan, int members, ICollection<string> corpora, TextWriter log)
    {
        var aner = TaggedCorpora.AnerTrain(data).ToList();
        var (held, rest) = Split(aner);
        var seen = Overlap.Grams(held);
        if (corpora.Contains("newsfane")) rest.AddRange(TaggedCorpora.NewsFane(data).Where(sentence => !Overlap.Shares(sentence, seen)));
        if (corpora.Contains("wikifane")) rest.AddRange(TaggedCorpora.WikiFane(data));
        if (corpora.Contains("aqmar")) rest.AddRange(TaggedCorpora.Aqmar(data));
        var (index, examples) = FeatureIndex.Build([.. rest, .. held.Select(sentence => sentence with { Corpus = "held" })], corpus => Math.Max(0, Array.IndexOf(Domains, corpus)), plan.SmallestCount);
        log.WriteLine($"{rest.Count} sentences, {index.Count} features");
        var tests = examples[rest.Count..];
        var model = MeanModel.Train(plan, members, index.Count, Domains.Length - 1, domain: 1, examples[..rest.Count], log);
        foreach (var (strength, bias) in Choices()) log.WriteLine(FormattableString.Invariant($"vote {strength} bias {bias}: F1 {Score(strength, bias).F1:F4}"));
        log.WriteLine(Score(DocumentVote.Strength, 0));

        SpanScore Score(float strength, float bias) =>
            Blocks.Score(held, (block, i, scores) => model.Score(tests[i], scores), model.Transitions, strength, bias);
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
        from strength in (float[])[0, 1, 2, 3] from bias in (float[])[0, 0.5f, 1] select (strength, bias);

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
        return [.. others, .. TaggedCorpora.NewsFane(data).Where(sentence => !Overlap.Shares(sentence, seen)), .. TaggedCorpora.WikiFane(data), .. TaggedCorpora.Aqmar(data)];
    }

    private static List<TaggedSentence> Everything(string data) =>
        [.. TaggedCorpora.AnerTrain(data), .. TaggedCorpora.NewsFane(data), .. TaggedCorpora.WikiFane(data), .. TaggedCorpora.Aqmar(data)];
}
