using System.CommandLine;
using Marsad.Cli.Serve;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Commands;

/// <summary>`marsad serve`: the station at work.</summary>
internal static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:5000";

    private const string Examples = """
        Follows the sources and serves the desk and the HTTP API, until Ctrl-C.

        Examples:
          marsad serve
          marsad serve --data /srv/marsad --urls http://127.0.0.1:8080 --contact mailto:desk@news.example

        Killed at any moment, it goes on where it was. It listens on this machine only: there are no accounts yet.
        Exit code: 0 after Ctrl-C or SIGTERM; 1 if it could not start.
        """;

    public static Command Create()
    {
        var data = DataOption.Create();
        var urls = new Option<string[]>("--urls") { Description = $"Where to listen, on this machine only. May be repeated. Default: {DefaultUrl}", DefaultValueFactory = _ => [DefaultUrl] };
        var contact = ContactOption.Create();
        var gap = Number("--gap", "Seconds between two requests to a host, at least. A robots.txt may ask for more.", 1, 0, 3600);
        var soonest = Number("--poll-soonest", "Minutes between two polls of a source that publishes all the time.", 5, 0.05, 1440);
        var latest = Number("--poll-latest", "Minutes between two polls of a source that is silent.", 120, 0.05, 10_080);
        var authority = new Option<Uri?>("--tsa") { Description = "A time-stamping authority (RFC 3161, http or https) that vouches for the archive. Only a hash is sent to it." };
        var hours = Number("--tsa-hours", "Hours between two of its stamps.", 24, 0.01, 8760);
        var hosts = HostOption.Create();
        var command = new Command("serve", Examples) { data, urls, contact, gap, soonest, latest, authority, hours, hosts };
        command.SetAction((parsed, stop) =>
        {
            var fetch = new FetchOptions { Contact = parsed.GetValue(contact), Hosts = HostOption.Value(parsed, hosts), Gap = TimeSpan.FromSeconds(parsed.GetValue(gap)) };
            var (shortest, longest) = (TimeSpan.FromMinutes(parsed.GetValue(soonest)), TimeSpan.FromMinutes(parsed.GetValue(latest)));
            if (shortest > longest) return Task.FromResult(Refuse(["--poll-soonest must not be more than --poll-latest"]));
            var collector = new CollectorOptions { ShortestInterval = shortest, LongestInterval = longest };
            var options = new StationOptions(parsed.GetRequiredValue(data)) { Fetch = fetch, Collector = collector, Authority = parsed.GetValue(authority), AuthorityInterval = TimeSpan.FromHours(parsed.GetValue(hours)) };
            return RunAsync(options, parsed.GetRequiredValue(urls), stop);
        });
        return command;
    }

    private static Option<double> Number(string name, string description, double otherwise, double least, double most)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(result.GetValueOrDefault<double>() is var value && value >= least && value <= most)) result.AddError($"{name}: between {least} and {most}");
        });
        return option;
    }

    private static async Task<int> RunAsync(StationOptions options, string[] urls, CancellationToken stop)
    {
        if (urls.Select(ServeHost.RefusalOf).OfType<string>().ToList() is { Count: > 0 } refusals) return Refuse(refusals);
        try
        {
            using var station = Station.Open(options, TimeProvider.System, Tell);
            using var claim = station.TryClaim();
            if (claim is null) return Refuse([$"another process collects into {options.DataDirectory}; end it, or choose another directory with --data"]);
            await using var host = ServeHost.Compose(station, urls);
            await host.StartAsync(stop);
            Greet(host, station, options);
            await host.WaitAsync(stop);
            return 0;
        }
        catch (Exception down) when (down is IOException or UnauthorizedAccessException or SqliteException or NewerStoreException)
        {
            return Refuse([down.Message]);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static void Greet(ServeHost host, Station station, StationOptions options)
    {
        Console.WriteLine($"Marsad is at {host.Address}  (data: {options.DataDirectory}; Ctrl-C ends it)");
        if (options.Fetch.Contact is null) Console.WriteLine($"Say how a site's owner can reach you: --contact mailto:you@news.example, or {ContactOption.Variable}");
        if (station.Store.Sources.All().Count == 0) Console.WriteLine("No source is followed yet: marsad source add URL --outlet NAME");
    }

    private static void Tell(Trouble trouble) => Console.Error.WriteLine($"marsad: {trouble.Detail} ({trouble.Code})");

    private static int Refuse(IEnumerable<string> reasons)
    {
        foreach (var reason in reasons) Console.Error.WriteLine($"marsad: {reason}");
        return 1;
    }
}
