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
        var contact = new Option<string?>("--contact") { Description = "Where the owner of a site can complain: a mail address or a URL. It stands in the User-Agent." };
        var gap = new Option<double>("--gap") { Description = "Seconds between two requests to a host, at least. A robots.txt may ask for more.", DefaultValueFactory = _ => 1 };
        gap.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (>= 0 and <= 3600)) result.AddError("--gap: between 0 and 3600 seconds");
        });
        var authority = new Option<Uri?>("--tsa") { Description = "A time-stamping authority (RFC 3161, http or https) that vouches for the archive. Only a hash is sent to it." };
        var hours = new Option<double>("--tsa-hours") { Description = "Hours between two of its stamps.", DefaultValueFactory = _ => 24 };
        hours.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (>= 0.01 and <= 8760)) result.AddError("--tsa-hours: between 0.01 and 8760 hours");
        });
        var hosts = HostOption.Create();
        var command = new Command("serve", Examples) { data, urls, contact, gap, authority, hours, hosts };
        command.SetAction((parsed, stop) =>
        {
            var fetch = new FetchOptions { Contact = parsed.GetValue(contact), Hosts = HostOption.Value(parsed, hosts), Gap = TimeSpan.FromSeconds(parsed.GetValue(gap)) };
            var options = new StationOptions(parsed.GetRequiredValue(data)) { Fetch = fetch, Authority = parsed.GetValue(authority), AuthorityInterval = TimeSpan.FromHours(parsed.GetValue(hours)) };
            return RunAsync(options, parsed.GetRequiredValue(urls), stop);
        });
        return command;
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
        if (station.Store.Sources.All().Count == 0) Console.WriteLine("No source is followed yet: marsad source add URL --outlet NAME");
    }

    private static void Tell(Trouble trouble) => Console.Error.WriteLine($"marsad: {trouble.Detail} ({trouble.Code})");

    private static int Refuse(IEnumerable<string> reasons)
    {
        foreach (var reason in reasons) Console.Error.WriteLine($"marsad: {reason}");
        return 1;
    }
}
