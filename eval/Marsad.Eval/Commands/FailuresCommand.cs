using System.CommandLine;
using Marsad.Eval.Suites;

namespace Marsad.Eval.Commands;

/// <summary>Prints where the station and the judge of copies or persons differ. Only of the development halves: what the others fail on is not to be looked at.</summary>
internal static class FailuresCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("suite") { Description = "copies or entities" };
        var command = new Command("failures", "Prints the pairs on which the station and the judge differ.") { name };
        command.SetAction(parsed => Shared.Find() is { } shared ? Print(shared, parsed.GetRequiredValue(name)) : RunCommand.Missing());
        return command;
    }

    private static int Print(Shared shared, string name)
    {
        foreach (var suite in Suite.All.OfType<JudgedSuite>().Where(suite => suite.Name == name && !name.EndsWith("-test", StringComparison.Ordinal)))
            foreach (var failure in suite.Failures(shared)) Console.WriteLine(failure);
        return 0;
    }
}
