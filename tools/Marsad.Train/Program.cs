using System.Globalization;
using Marsad.Train;

// Makes the files that the names room reads. See docs/rooms/language.md, "Training".
var data = Option("--data", "../shared/data");
var output = Option("--out", "src/Marsad.Language/Names");
var standard = new TrainingPlan();
var plan = new TrainingPlan
{
    Epochs = int.Parse(Option("--epochs", $"{standard.Epochs}"), CultureInfo.InvariantCulture),
    Rate = Number("--rate", standard.Rate),
    L1 = Number("--l1", standard.L1),
    L2 = Number("--l2", standard.L2),
    Drop = Number("--drop", standard.Drop),
    Caution = Number("--caution", standard.Caution),
    SmallestCount = (int)Number("--smallest", standard.SmallestCount),
    Hide = Number("--hide", standard.Hide),
};
var members = (int)Number("--members", 2);
switch (args.FirstOrDefault())
{
    case "words":
        WordsFile.Build(data, Path.Combine(output, "words.bin"), Option("--keep-clusters", "") is { Length: > 0 } earlier ? earlier : null, Console.Out);
        return 0;
    case "uses":
        WordsFile.AddUses(data, Training.Tagged(data, Option("--held", "").Length > 0), Path.Combine(output, "words.bin"), Console.Out);
        return 0;
    case "names":
        Training.Run(data, Path.Combine(output, "names.bin"), plan, members, Console.Out);
        return 0;
    case "places":
        PlacesFile.Build(data, Path.Combine(output, "../Places/places.bin"), Console.Out);
        return 0;
    case "try":
        Training.Try(data, plan, members, Option("--corpora", "aner,newsfane,wikifane,aqmar,ant").Split(','), Console.Out);
        return 0;
    case "try-network":
        Training.TryNetwork(data, plan, new NetworkPlan { Members = (int)Number("--networks", 1) }, members, Console.Out);
        return 0;
    case "pack":
        GuidePacking.Pack(data, args.Where(arg => arg.EndsWith(".jsonl", StringComparison.Ordinal)), GuideNames.FileName, Console.Out);
        return 0;
    case "measure":
        Training.Measure(data, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Marsad.Train words|uses|names|places|try|try-network|pack|measure [--data DIR] [--out DIR]");
        return 1;
}

string Option(string name, string otherwise)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
}

float Number(string name, float otherwise) =>
    float.Parse(Option(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
