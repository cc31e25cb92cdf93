using System.CommandLine;
using Marsad.Cli.Commands;

// One line a command; each lives in Commands/ and says its own examples.
var root = new RootCommand("Marsad follows news sources and keeps a record that can be checked: who said what, where, when and how many.");
root.Subcommands.Add(ReadCommand.Create());
return await root.Parse(args).InvokeAsync();
