using System.CommandLine;
using Marsad.Flow;

namespace Marsad.Cli.Commands;

/// <summary>The option that says which data directory a command works on.</summary>
internal static class DataOption
{
    public static Option<string> Create() => new("--data")
    {
        Description = "The data directory: database, archive and watches.",
        DefaultValueFactory = _ => DataDirectory.Default,
    };
}
