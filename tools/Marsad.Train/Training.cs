using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>Trains the tagger on the corpora of data/ner that may be learned from, and writes names.bin.</summary>
internal static class Training
{
    private static readonly string[] Domains = ["", "aner", "newsfane", "wikifane", "aqmar"];

    public static void Run(string data, string output, TrainingPlan plan, TextWriter log)
    {
        var (index, examples) = FeatureIndex.Build(Everything(data), corpus => Array.IndexOf(Domains, corpus), plan.SmallestCount);
        log.WriteLine($"{examples.Count} sentences, {index.Count} features");
        var trainer = new CrfTrainer(plan, index.Count, Domains.Length - 1);
        trainer.Train(examples, log);
        ModelFile.Write(trainer, index, domain: 1, output, log);
    }

    /// <summary>Trains without the last part of ANERcorp's training sentences (and what NewsFANE shares with it) and measures on that part.</summary>
    public static void Try(string data, TrainingPlan plan, ICollection<string> corpora, TextWriter log)
    {
        var aner = Corpora.AnerTrain(data).ToList();
        var held = aner[(aner.Count * 85 / 100)..];
        var seen = Overlap.Grams(held);
        var rest = aner[..(aner.Count * 85 / 100)];
        if (corpora.Contains("newsfane")) rest.AddRange(Corpora.NewsFane(data).Where(sentence => !Overlap.Shares(sentence, seen)));
        if (corpora.Contains("wikifane")) rest.AddRange(Corpora.WikiFane(data));
        if (corpora.Contains("aqmar")) rest.AddRange(Corpora.Aqmar(data));
        var (index, examples) = FeatureIndex.Build([.. rest, .. held.Select(sentence => sentence with { Corpus = "held" })], corpus => Math.Max(0, Array.IndexOf(Domains, corpus)), plan.SmallestCount);
        log.WriteLine($"{rest.Count} sentences, {index.Count} features");
        var trainer = new CrfTrainer(plan, index.Count, Domains.Length - 1);
        var tests = examples[rest.Count..];
        trainer.Train(examples[..rest.Count], log, epoch => log.WriteLine(FormattableString.Invariant($"  F1 {Score(0, 0).F1:F4}")));
        foreach (var (strength, bias) in Choices()) log.WriteLine(FormattableString.Invariant($"vote {strength} bias {bias}: F1 {Score(strength, bias).F1:F4}"));
        log.WriteLine(Score(DocumentVote.Strength, 0));

        SpanScore Score(float strength, float bias) =>
            Blocks.Score(held, (block, i, scores) => trainer.Score(tests[i], 1, scores), trainer.Transitions, strength, bias);
    }

    private static IEnumerable<(float Strength, float Bias)> Choices() =>
        from strength in (float[])[0, 1, 2, 3] from bias in (float[])[0, 0.5f, 1] select (strength, bias);

    /// <summary>Measures the embedded model on the test part of ANERcorp's CAMeL split.</summary>
    public static void Measure(string data, TextWriter log)
    {
        var test = Corpora.AnerTest(data).ToList();
        log.WriteLine(Blocks.Tagged(test));
    }

    private static List<TaggedSentence> Everything(string data) =>
        [.. Corpora.AnerTrain(data), .. Corpora.NewsFane(data), .. Corpora.WikiFane(data), .. Corpora.Aqmar(data)];
}
