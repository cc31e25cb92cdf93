using System.CommandLine;
using Marsad.Eval.Commands;

// Measures what Marsad reads against gold; see eval/README.md.
var root = new RootCommand("Measures Marsad against annotated corpora and holds the floors of eval/floors.json.")
{
    RunCommand.Create(),
    ScoreCommand.Create(),
    RatchetCommand.Create(),
    CalibrationCommand.Create(),
    SampleCommand.Create(),
    PackCommand.Create(),
    RankingsCommand.Create(),
    FailuresCommand.Create(),
};
foreach (var suite in RunCommand.Shortcuts()) root.Subcommands.Add(suite);
return root.Parse(args).Invoke();
