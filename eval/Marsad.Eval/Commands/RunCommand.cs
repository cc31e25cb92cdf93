using System.CommandLine;
using System.Globalization;
using Marsad.Eval.Suites;

namespace Marsad.Eval.Commands;

/// <summary>Runs suites and prints their measures; every suite is also a command by its own name.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("suite") { Description = "which to run; all where none is named", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("run", "Runs suites and prints their measures.") { names };
        command.SetAction(parsed => Run(parsed.GetValue(names) ?? []));
        return command;
    }

    public static IEnumerable<Command> Shortcuts()
    {
        foreach (var suite in Suite.All)
        {
            var command = new Command(suite.Name, $"Runs {suite.Name}.");
            command.SetAction(_ => Run([suite.Name]));
            yield return command;
        }
    }

    public static int Run(IReadOnlyCollection<string> names)
    {
        if (Shared.Find() is not { } shared) return Missing();
        foreach (var suite in Suite.All.Where(suite => names.Count == 0 || names.Contains(suite.Name)))
        {
            if (suite.CanRun(shared)) Print(suite.Name, suite.Measure(shared));
            else Console.WriteLine($"{suite.Name}: its corpus is not there");
        }

        return 0;
    }

    public static int Missing()
    {
        Console.Error.WriteLine("The folder of corpora (../shared/data, or the one MARSAD_SHARED names) is not there.");
        return 1;
    }

    public static void Print(string title, IReadOnlyDictionary<string, double> measures)
    {
        Console.WriteLine(title);
        foreach (var group in measures.GroupBy(measure => measure.Key.Split('.')[0]))
        {
            var values = group.Select(measure => string.Create(CultureInfo.InvariantCulture, $"{Short(measure.Key)} {measure.Value:0.####}"));
            Console.WriteLine($"  {group.Key,-12} {string.Join("  ", values)}");
        }
    }

    private static string Short(string measure) => measure.Contains('.', StringComparison.Ordinal) ? measure[(measure.IndexOf('.', StringComparison.Ordinal) + 1)..] : "";
}
