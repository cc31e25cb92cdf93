using System.CommandLine;
using Marsad.Cli.Commands;

namespace Marsad.Cli;

/// <summary>The command tree. Each command lives in Commands/ and says its own examples; adding one adds a line here.</summary>
internal static class CommandLine
{
    public static RootCommand Root() => new("Marsad follows news sources and keeps a record that can be checked: who said what, where, when and how many.")
    {
        DemoCommand.Create(),
        EntityCommand.Create(),
        ExportCommand.Create(),
        IngestCommand.Create(),
        ReadCommand.Create(),
        ReanalyzeCommand.Create(),
        SearchCommand.Create(),
        ServeCommand.Create(),
        SituationCommand.Create(),
        SourceCommand.Create(),
        VerifyCommand.Create(),
    };
}
