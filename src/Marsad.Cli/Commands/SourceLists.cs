using System.CommandLine;
using Marsad.Flow;
using Marsad.Store;

namespace Marsad.Cli.Commands;

/// <summary>`marsad source import` and `export`: lists of subscriptions from and for other programs.</summary>
internal static class SourceLists
{
    public static Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An OPML file, as feed readers write it." };
        var data = DataOption.Create();
        var command = new Command("import", """
            Follows every feed of an OPML file. Those that are followed already keep their history.

            Example:
              marsad source import subscriptions.opml
            """) { file, data };
        command.SetAction(parsed => ImportFrom(parsed.GetRequiredValue(file), parsed.GetRequiredValue(data)));
        return command;
    }

    public static Command Export()
    {
        var data = DataOption.Create();
        var command = new Command("export", """
            Writes the sources that are followed as OPML to standard output.

            Example:
              marsad source export > subscriptions.opml
            """) { data };
        command.SetAction(parsed =>
        {
            using var store = StationStore.Open(DataDirectory.Database(parsed.GetRequiredValue(data)), TimeProvider.System);
            using var output = Console.OpenStandardOutput();
            output.Write(Flow.SourceLists.Write(store.Sources.All()));
        });
        return command;
    }

    private static int ImportFrom(FileInfo file, string data)
    {
        try
        {
            var (sources, trouble) = Flow.SourceLists.Read(File.ReadAllBytes(file.FullName));
            using var store = SourceCommand.Open(data);
            var added = sources.Count(source => store.Sources.Add(source).IsNew);
            Console.WriteLine($"{added} sources are new, {sources.Count - added} were followed already");
            if (trouble is null) return 0;
            Console.Error.WriteLine($"marsad: {file}: {trouble.Detail} ({trouble.Code})");
        }
        catch (Exception odd) when (odd is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"marsad: {file}: {odd.Message}");
        }

        return 1;
    }
}
