using System.CommandLine;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Reading;
using Marsad.Store;
using Spectre.Console;

namespace Marsad.Cli.Commands;

/// <summary>`marsad source`: what is followed.</summary>
internal static class SourceCommand
{
    public static Command Create() => new("source", "The sources that are followed: marsad source add, list, pause, resume, import, export.")
    {
        Add(), List(),
        Pause("pause", "Follows a source no more until it is resumed; what came from it stays.", true),
        SourceLists.Import(), SourceLists.Export(),
        Pause("resume", "Follows a paused or ended source again, at once.", false),
    };

    private static Command Add()
    {
        var url = new Argument<string>("URL") { Description = "A feed (RSS, Atom, JSON Feed), or a page of the site: its feed is found." };
        var outlet = new Option<string?>("--outlet") { Description = "The outlet's name, as people know it. Default: what the feed calls itself." };
        var language = new Option<string?>("--language") { Description = "The language of its pages, such as ar. Default: what the feed says." };
        var country = new Option<string?>("--country") { Description = "The outlet's country, such as KZ." };
        var blind = new Option<bool>("--unchecked") { Description = "Take the address as it is, without asking it; --outlet must be given." };
        var (data, hosts) = (DataOption.Create(), HostOption.Create());
        var command = new Command("add", """
            Follows a site: finds its feed, shows what it found and how a page of it reads. It is polled as soon as `marsad serve` runs; one that runs already notices by itself.

            Examples:
              marsad source add https://news.example/
              marsad source add https://news.example/rss.xml --outlet "News Example" --language ar
            """) { url, outlet, language, country, blind, data, hosts };
        command.SetAction(async (parsed, stop) =>
        {
            if (!InputUrls.IsUrl(parsed.GetRequiredValue(url), out var address)) return Refuse($"{parsed.GetRequiredValue(url)} is no web address; write https://…");
            var wish = new Wish(parsed.GetValue(outlet), parsed.GetValue(language), parsed.GetValue(country));
            if (!parsed.GetValue(blind)) return await AddFoundAsync(address, wish, parsed.GetRequiredValue(data), HostOption.Value(parsed, hosts), stop);
            return wish.Outlet is null ? Refuse("--unchecked needs --outlet NAME") : Follow(parsed.GetRequiredValue(data), new NewSource(address, wish.Outlet, wish.Language, wish.Country));
        });
        return command;
    }

    private static async Task<int> AddFoundAsync(Uri address, Wish wish, string data, HostMap hosts, CancellationToken stop)
    {
        using var probe = new SourceProbe(new FetchOptions { Hosts = hosts }, TimeProvider.System);
        var result = await probe.FindAsync(address, stop);
        if (result is not ProbeResult.Found found) return Refuse($"no feed at {address}, and none that it names; with --unchecked it is followed all the same", result as ProbeResult.NotFound);
        Show(found);
        return Follow(data, new NewSource(found.Feed, wish.Outlet ?? found.Reading.Title ?? found.Feed.Host, wish.Language ?? found.Reading.Language, wish.Country));
    }

    private static void Show(ProbeResult.Found found)
    {
        var reading = found.Reading;
        Console.WriteLine($"{found.Feed}: {reading.Kind}, {reading.Title ?? "without a name"}, {reading.Entries.Count} entries");
        foreach (var trouble in reading.Troubles) Console.WriteLine($"  {trouble.Detail} ({trouble.Code})");
        Console.WriteLine(found.Sample switch
        {
            PageReading.Read { Article: var article } => $"  the newest page reads: {article.Title ?? "(no title)"} · {article.Text.Length} letters",
            PageReading.NotAnArticle { Reason: var reason } => $"  the newest page does not read: {reason.Detail} ({reason.Code})",
            _ => "  it names no page at present",
        });
    }

    private static int Follow(string data, NewSource source)
    {
        using var store = StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
        var (id, isNew) = store.Sources.Add(source);
        Console.WriteLine(isNew ? $"Source {id} is followed: {source.Outlet}, {source.FeedUrl}" : $"Source {id} was followed already; its name was taken over: {source.Outlet}, {source.FeedUrl}");
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

    private static Command Pause(string name, string what, bool paused)
    {
        var id = new Argument<long>("ID") { Description = "As marsad source list shows it." };
        var data = DataOption.Create();
        var command = new Command(name, $"""
            {what}

            Example:
              marsad source {name} 3
            """) { id, data };
        command.SetAction(parsed =>
        {
            using var store = StationStore.Open(DataDirectory.Database(parsed.GetRequiredValue(data)), TimeProvider.System);
            return store.Sources.Pause(parsed.GetRequiredValue(id), paused) ? 0 : Refuse($"there is no source {parsed.GetRequiredValue(id)}");
        });
        return command;
    }

    private static int Refuse(string reason, ProbeResult.NotFound? why = null)
    {
        Console.Error.WriteLine($"marsad: {reason}");
        if (why is { Trouble: var trouble }) Console.Error.WriteLine($"marsad: {trouble.Detail} ({trouble.Code})");
        return 1;
    }

    /// <summary>What the person said of the source; null where the feed is to say it.</summary>
    private sealed record Wish(string? Outlet, string? Language, string? Country);
}
