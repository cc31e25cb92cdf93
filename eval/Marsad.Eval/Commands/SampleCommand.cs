using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marsad.Eval.Gold;

namespace Marsad.Eval.Commands;

/// <summary>Draws articles to annotate: by a seeded shuffle, none of the development gold, none too short or too long to be worth it.</summary>
internal static class SampleCommand
{
    private const int Shortest = 400;
    private const int Longest = 3000;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var corpus = new Option<string>("--corpus") { Description = "saudinewsnet or antcorpus", DefaultValueFactory = _ => "saudinewsnet" };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 30, Description = "how many" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "the same seed draws the same articles" };
        var command = new Command("sample", "Prints articles drawn at random from a raw corpus, one JSON object a line, for annotating.") { corpus, count, seed };
        command.SetAction(parsed => Shared.Find() is { } shared
            ? Print(shared, parsed.GetRequiredValue(corpus), parsed.GetValue(count), parsed.GetValue(seed))
            : RunCommand.Missing());
        return command;
    }

    public static IEnumerable<JsonObject> Draw(IEnumerable<JsonObject> articles, IReadOnlySet<string> known, int count, int seed)
    {
        var wanted = articles.Where(article => article["text"]!.GetValue<string>().Length is >= Shortest and <= Longest && !known.Contains(article["id"]!.GetValue<string>())).ToArray();
        new Random(seed).Shuffle(wanted);
        return wanted.Take(count);
    }

    private static int Print(Shared shared, string corpus, int count, int seed)
    {
        var known = GuideGold.ReadLines(shared.Path("gold/dev.jsonl")).Select(article => article.Id).ToHashSet();
        foreach (var article in Draw(RawCorpus.Read(shared, corpus), known, count, seed)) Console.WriteLine(article.ToJsonString(Plain));
        return 0;
    }
}
