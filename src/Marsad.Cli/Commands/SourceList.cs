using System.CommandLine;
using Marsad.Store;
using Spectre.Console;

namespace Marsad.Cli.Commands;

/// <summary>`marsad source list`: the sources, and how the last poll of each went.</summary>
internal static class SourceList
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var command = new Command("list", """
            Lists the sources and how the last poll of each went.

            Example:
              marsad source list
            """) { data };
        command.SetAction(parsed =>
        {
            using var store = SourceCommand.Open(parsed.GetRequiredValue(data));
            Print(store.Sources.All());
        });
        return command;
    }

    private static void Print(IReadOnlyList<Source> sources)
    {
        var table = new Table { Border = TableBorder.Minimal }.AddColumns("id", "outlet", "country", "language", "trust", "kind", "address", "state");
        foreach (var source in sources)
            table.AddRow(new[] { $"{source.Id}", source.Outlet, source.Country ?? "", source.Language ?? "", Word(source.Trust), Word(source.Kind), source.FeedUrl.AbsoluteUri, StateOf(source) }.Select(cell => new Text(cell)));
        // In a file or a pipe nothing is broken into lines, so that it can be searched line by line.
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = 1000;
        AnsiConsole.Write(table);
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string StateOf(Source source) => source switch
    {
        { Trouble: { } trouble, Failures: > 1 } => $"{source.State}; {source.Failures} polls failed, the last with {trouble.Code}: {trouble.Detail}",
        { Trouble: { } trouble } => $"{source.State}; {trouble.Code}: {trouble.Detail}",
        { Interval: null } => source.State + "; not polled yet",
        _ => source.State,
    };
}
