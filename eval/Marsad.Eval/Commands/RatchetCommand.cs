using System.CommandLine;
using Marsad.Eval.Suites;

namespace Marsad.Eval.Commands;

/// <summary>Checks or raises the floors; only a reason lowers one.</summary>
internal static class RatchetCommand
{
    public static Command Create()
    {
        var raise = new Option<bool>("--raise") { Description = "raise every floor to what is measured" };
        var lower = new Option<string?>("--lower") { Description = "let floors fall to what is measured; say why" };
        var names = new Option<string[]>("--suite") { Description = "which suites; all where none is named", Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = true };
        var only = new Option<string[]>("--only") { Description = "only measures that begin so, such as figures.", Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = true };
        var command = new Command("ratchet", "Checks every measure against its floor in eval/floors.json.") { raise, lower, names, only };
        command.SetAction(parsed => Run(parsed.GetValue(raise), parsed.GetValue(lower), parsed.GetValue(names) ?? [], parsed.GetValue(only) ?? []));
        return command;
    }

    private static int Run(bool raise, string? reason, string[] names, string[] only)
    {
        if (Shared.Find() is not { } shared) return RunCommand.Missing();
        var floors = Floors.Load();
        var faults = new List<string>();
        foreach (var suite in Suite.All.Where(suite => suite.CanRun(shared) && (names.Length == 0 || names.Contains(suite.Name))))
        {
            var measured = suite.Measure(shared);
            if (raise || reason is not null) floors.Take(suite.Name, suite.Digests(shared), measured, only, reason);
            faults.AddRange(floors.Check(suite.Name, suite.Digests(shared), measured));
        }

        if (raise || reason is not null) floors.Save();
        foreach (var fault in faults) Console.Error.WriteLine(fault);
        Console.WriteLine(faults.Count == 0 ? "every floor holds" : $"{faults.Count} floors do not hold");
        return faults.Count == 0 ? 0 : 1;
    }
}
