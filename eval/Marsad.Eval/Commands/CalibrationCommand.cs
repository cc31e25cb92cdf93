using System.CommandLine;
using System.Globalization;
using Marsad.Eval.Gold;
using Marsad.Eval.Scoring;
using Marsad.Eval.Suites;

namespace Marsad.Eval.Commands;

/// <summary>Of the statements at each confidence, the share that is right: found in the gold, with the right speaker.</summary>
internal static class CalibrationCommand
{
    private static readonly double[] Edges = [0.9, 0.8, 0.7, 0.6, 0.5, 0];

    public static Command Create()
    {
        var command = new Command("calibration", "Shows how often statements are right at each confidence (development gold).");
        command.SetAction(_ => Shared.Find() is { } shared ? Show(shared) : RunCommand.Missing());
        return command;
    }

    private static int Show(Shared shared)
    {
        foreach (var (from, share, count) in Shares(GoldSuite.Score(GuideGold.ReadLines(shared.Path("gold/dev.jsonl")))))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  confidence from {from:0.0}: {share:0.000} right of {count}"));
        return 0;
    }

    /// <summary>For every step of confidence, downwards, the share that is right among the statements in it.</summary>
    public static IEnumerable<(double From, double Share, int Count)> Shares(ScoreCard card)
    {
        var below = double.PositiveInfinity;
        foreach (var edge in Edges)
        {
            var step = card.Confidences.Where(statement => statement.Confidence >= edge && statement.Confidence < below).ToList();
            yield return (edge, Tally.Share(step.Count(statement => statement.Right), step.Count), step.Count);
            below = edge;
        }
    }
}
