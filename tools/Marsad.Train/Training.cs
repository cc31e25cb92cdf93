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
        trainer.UseMean();
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
        var owners = held.Select(sentence => sentence.Owners(sentence.Retokenize().Document)).ToList();
        SpanScore Score()
        {
            var score = new SpanScore();
            for (var i = 0; i < held.Count; i++)
                score.Add(held[i].Tags, SpanScore.ToWords(held[i].Words.Length, owners[i], trainer.Predict(tests[i], domain: 1)));
            return score;
        }

        trainer.Train(examples[..rest.Count], log, epoch =>
        {
            if (epoch == plan.Epochs) log.WriteLine(Score());
            if (epoch == plan.Epochs) trainer.UseMean();
            log.WriteLine(epoch == plan.Epochs ? Score().ToString() : FormattableString.Invariant($"  F1 {Score().F1:F4}"));
        });
    }

    /// <summary>Measures the embedded model on the test part of ANERcorp's CAMeL split.</summary>
    public static void Measure(string data, TextWriter log)
    {
        var score = new SpanScore();
        foreach (var sentence in Corpora.AnerTest(data))
        {
            var (document, _) = sentence.Retokenize();
            var tags = new NameTag[document.Tokens.Count];
            NameTagger.Embedded.Tag(WordFacts.Of(document), tags);
            score.Add(sentence.Tags, SpanScore.ToWords(sentence.Words.Length, sentence.Owners(document), tags));
        }

        log.WriteLine(score);
    }

    private static List<TaggedSentence> Everything(string data) =>
        [.. Corpora.AnerTrain(data), .. Corpora.NewsFane(data), .. Corpora.WikiFane(data), .. Corpora.Aqmar(data)];
}
