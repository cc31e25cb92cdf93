using System.CommandLine;
using Marsad.Feeds;
using Marsad.Flow;
using Marsad.Store;
using Spectre.Console;

namespace Marsad.Cli.Commands;

/// <summary>`marsad source`: what is followed.</summary>
internal static class SourceCommand
{
    public static Command Create() => new("source", "The sources that are followed: marsad source add, marsad source list.") { Add(), List() };

    private static Command Add()
    {
        var url = new Argument<string>("URL") { Description = "The address of a feed: RSS, Atom or JSON Feed." };
        var outlet = new Option<string>("--outlet") { Description = "The outlet's name, as people know it.", Required = true };
        var language = new Option<string?>("--language") { Description = "The language of its pages, such as ar." };
        var country = new Option<string?>("--country") { Description = "The outlet's country, such as KZ." };
        var data = DataOption.Create();
        var command = new Command("add", """
            Follows a feed. It is polled as soon as `marsad serve` runs; one that runs already notices by itself.

            Example:
              marsad source add https://news.example/rss.xml --outlet "News Example" --language ar
            """) { url, outlet, language, country, data };
        command.SetAction(parsed => AddTo(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(url), feed => new NewSource(feed, parsed.GetRequiredValue(outlet), parsed.GetValue(language), parsed.GetValue(country))));
        return command;
    }

    private static int AddTo(string data, string url, Func<Uri, NewSource> source)
    {
        if (PageAddress.Resolve(url, null) is not { } feed)
        {
            Console.Error.WriteLine($"marsad: {url} is no web address; write https://…");
            return 1;
        }

        using var store = StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
        var (id, isNew) = store.Sources.Add(source(feed));
        Console.WriteLine(isNew ? $"Source {id} is followed: {feed}" : $"Source {id} was followed already; its name was taken over: {feed}");
        return 0;
    }

    private static Command List()
    {
        var data = DataOption.Create();
        var command = new Command("list", """
            Lists the sources and how the last poll of each went.

            Example:
              marsad source list
            """) { data };
        command.SetAction(parsed =>
        {
            using var store = StationStore.Open(DataDirectory.Database(parsed.GetRequiredValue(data)), TimeProvider.System);
            Print(store.Sources.All());
        });
        return command;
    }

    private static void Print(IReadOnlyList<Source> sources)
    {
        var table = new Table { Border = TableBorder.Minimal }.AddColumns("id", "outlet", "language", "feed", "state");
        foreach (var source in sources)
            table.AddRow(new Text($"{source.Id}"), new Text(source.Outlet), new Text(source.Language ?? ""), new Text(source.FeedUrl.AbsoluteUri), new Text(StateOf(source)));
        AnsiConsole.Write(table);
    }

    private static string StateOf(Source source) => source switch
    {
        { Trouble: { } trouble } => $"{source.State}; {trouble.Code}: {trouble.Detail}",
        { Interval: null } => source.State + "; not polled yet",
        _ => source.State,
    };
}
