using System.CommandLine;
using Marsad.Feeds;
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
            output.Write(Opml.Write(store.Sources.All().Select(s => new Subscription(s.FeedUrl, s.Outlet, s.Language)), "Marsad"));
        });
        return command;
    }

    private static int ImportFrom(FileInfo file, string data)
    {
        try
        {
            var (subscriptions, trouble) = Opml.Read(File.ReadAllBytes(file.FullName));
            using var store = StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
            var added = subscriptions.Count(s => store.Sources.Add(new NewSource(s.Feed, s.Title ?? s.Feed.Host, s.Language)).IsNew);
            Console.WriteLine($"{added} sources are new, {subscriptions.Count - added} were followed already");
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
