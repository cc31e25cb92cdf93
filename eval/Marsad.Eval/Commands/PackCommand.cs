using System.CommandLine;
using System.Text.Json.Nodes;
using Marsad.Eval.Gold;

namespace Marsad.Eval.Commands;

/// <summary>Packs annotators' files: words become offsets, and whatever the guide does not allow is refused with its place.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "guide-style JSON files, one article each; or .jsonl, one a line", Arity = ArgumentArity.OneOrMore };
        var target = new Option<FileInfo>("--out") { Description = "the packed file to write, such as eval/gold/annotated-dev.jsonl", Required = true };
        var command = new Command("pack", "Packs guide-style annotations as ids, digests, offsets and labels.") { files, target };
        command.SetAction(parsed => Shared.Find() is { } shared
            ? Pack(shared, parsed.GetRequiredValue(files), parsed.GetRequiredValue(target))
            : RunCommand.Missing());
        return command;
    }

    private static int Pack(Shared shared, FileInfo[] files, FileInfo target)
    {
        var guides = files.SelectMany(Read).ToList();
        var ids = guides.Select(guide => guide["id"]!.GetValue<string>()).ToHashSet();
        var corpora = RawCorpus.Names.ToDictionary(name => name, name => RawCorpus.Find(shared, name, ids));
        var packed = guides.OrderBy(guide => guide["id"]!.GetValue<string>(), StringComparer.Ordinal).Select(guide => PackOne(guide, corpora)).ToList();
        if (packed.Contains(null)) return 1;
        File.WriteAllLines(target.FullName, packed.Select(line => line!.ToJsonString()));
        Console.WriteLine($"{packed.Count} articles packed into {target.Name}");
        return 0;
    }

    private static IEnumerable<JsonObject> Read(FileInfo file) => file.Extension == ".jsonl"
        ? File.ReadLines(file.FullName).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!.AsObject())
        : [JsonNode.Parse(File.ReadAllText(file.FullName))!.AsObject()];

    private static JsonObject? PackOne(JsonObject guide, Dictionary<string, Dictionary<string, JsonObject>> corpora)
    {
        var id = guide["id"]!.GetValue<string>();
        var corpus = corpora.FirstOrDefault(candidate => candidate.Value.ContainsKey(id));
        if (corpus.Value is null)
        {
            Console.Error.WriteLine($"{id}: in none of the raw corpora");
            return null;
        }

        var raw = corpus.Value[id];
        var packing = new Packing(raw["text"]!.GetValue<string>(), GuideGold.Word(raw, "title"));
        var packed = packing.Pack(guide, id, corpus.Key, GuideGold.Word(guide, "published") ?? GuideGold.Word(raw, "published"));
        foreach (var fault in packing.Faults) Console.Error.WriteLine($"{id}: {fault}");
        return packing.Faults.Count == 0 ? packed : null;
    }
}
