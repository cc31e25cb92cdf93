using System.CommandLine;
using Marsad.Flow;
using Marsad.Store;

namespace Marsad.Cli.Commands;

/// <summary>`marsad source`: what is followed.</summary>
internal static class SourceCommand
{
    public static Command Create() => new("source", "The sources that are followed: marsad source add, list, check, set, pause, resume, remove, import, export.")
    {
        SourceAdd.Create(), SourceList.Create(), SourceCheck.Create(), SourceSet.Create(),
        On("pause", "Follows a source no more until it is resumed; what came from it stays.", (sources, id) => sources.Pause(id, true)),
        On("resume", "Follows a paused or ended source again, at once.", (sources, id) => sources.Pause(id, false)),
        On("remove", "Follows a source no more and lists it no more. What came from it stays, and added again it keeps its history.", (sources, id) => sources.Remove(id)),
        SourceLists.Import(), SourceLists.Export(),
    };

    /// <summary>The store of a data directory, for as long as a command takes.</summary>
    public static StationStore Open(string data)
    {
        Directory.CreateDirectory(data);
        return StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
    }

    public static Argument<long> Id() => new("ID") { Description = "As marsad source list shows it." };

    public static int Refuse(string reason, Trouble? why = null)
    {
        Console.Error.WriteLine($"marsad: {reason}");
        if (why is not null) Console.Error.WriteLine($"marsad: {why.Detail} ({why.Code})");
        return 1;
    }

    private static Command On(string name, string what, Func<Sources, long, bool> act)
    {
        var (id, data) = (Id(), DataOption.Create());
        var command = new Command(name, $"""
            {what}

            Example:
              marsad source {name} 3
            """) { id, data };
        command.SetAction(parsed =>
        {
            using var store = Open(parsed.GetRequiredValue(data));
            return act(store.Sources, parsed.GetRequiredValue(id)) ? 0 : Refuse($"there is no source {parsed.GetRequiredValue(id)}");
        });
        return command;
    }
}
