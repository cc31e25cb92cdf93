using System.CommandLine;
using Marsad.Eval.Gold;
using Marsad.Eval.Scoring;

namespace Marsad.Eval.Commands;

/// <summary>Scores records that were printed before: the same figures as tools/score.py gives.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var gold = new Argument<FileInfo>("gold") { Description = "annotated articles, one JSON object a line" };
        var records = new Argument<FileInfo>("records") { Description = "what marsad read --format jsonl printed for them" };
        var command = new Command("score", "Scores records against gold.") { gold, records };
        command.SetAction(parsed => RunCommand.Print("score", Score(parsed.GetRequiredValue(gold).FullName, parsed.GetRequiredValue(records).FullName).Measures()));
        return command;
    }

    public static ScoreCard Score(string gold, string records)
    {
        var found = new Dictionary<string, Predicted>();
        foreach (var record in Predicted.ReadLines(records)) found[record.Id] = record;
        var card = new ScoreCard();
        foreach (var article in GuideGold.ReadLines(gold)) card.Add(article, found.GetValueOrDefault(article.Id));
        return card;
    }
}
