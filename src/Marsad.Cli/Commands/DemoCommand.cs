using System.CommandLine;
using Marsad.Cli.Demo;
using Marsad.Cli.Serve;
using Marsad.Flow;
using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Commands;

/// <summary>`marsad demo`: the station at work on a bundled situation.</summary>
internal static class DemoCommand
{
    private const string Examples = """
        Shows the station at work on a bundled situation: invented outlets report the unrest in Kazakhstan of January 2022, the collector follows them over HTTP on this machine.

        Examples:
          marsad demo
          marsad demo --port 8080 --no-browser
          marsad demo --data /tmp/marsad-demo

        Nothing outside this machine is asked. Without --data, what it keeps is deleted when it ends.
        Exit code: 0 after Ctrl-C or SIGTERM; 1 if it could not start.
        """;

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Keep the data in this directory. Default: a new temporary one." };
        var port = new Option<int>("--port") { Description = "Where the desk listens on this machine. Default: a free port." };
        var quiet = new Option<bool>("--no-browser") { Description = "Do not open a browser." };
        var command = new Command("demo", Examples) { data, port, quiet };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(data), parsed.GetValue(port), opens: !parsed.GetValue(quiet), stop));
        return command;
    }

    private static async Task<int> RunAsync(string? directory, int port, bool opens, CancellationToken stop)
    {
        var scratch = directory is null ? Directory.CreateTempSubdirectory("marsad-demo-") : null;
        try
        {
            return await ServeAsync(scratch?.FullName ?? directory!, $"http://127.0.0.1:{port}", opens, stop);
        }
        catch (Exception down) when (down is IOException or UnauthorizedAccessException or SqliteException)
        {
            Console.Error.WriteLine($"marsad: {down.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            // What a killed process leaves there, the system's own cleaning of temporary folders takes away.
            if (scratch is not null) TryDelete(scratch);
        }
    }

    private static async Task<int> ServeAsync(string directory, string url, bool opens, CancellationToken stop)
    {
        await using var web = await DemoWeb.Start(DemoOutlets.All);
        using var station = Station.Open(DemoStation.Options(directory, web), TimeProvider.System, trouble => Console.Error.WriteLine($"marsad: {trouble.Detail} ({trouble.Code})"));
        using var claim = station.TryClaim() ?? throw new IOException($"another process collects into {directory}; end it, or choose another directory with --data");
        DemoStation.Follow(station, web);
        await using var host = ServeHost.Compose(station, [url]);
        await host.StartAsync(stop);
        Console.WriteLine($"{web.Outlets.Count} invented outlets are on this machine; their pages are being collected and read ...");
        var progress = await FillAsync(station, web.Outlets.Count, stop);
        Greet(host, progress, opens);
        await host.WaitAsync(stop);
        return 0;
    }

    private static async Task<DemoProgress> FillAsync(Station station, int sources, CancellationToken stop)
    {
        using var line = new ProgressLine(Console.Out, Console.IsOutputRedirected);
        while (true)
        {
            var progress = DemoStation.Progress(station);
            line.Show($"{progress.SourcesPolled} of {sources} feeds asked, {progress.Articles} articles filed, {progress.Waiting} pages to go");
            if (progress.IsFilled(sources)) return progress;
            await Task.Delay(TimeSpan.FromMilliseconds(200), station.Store.Clock, stop);
        }
    }

    private static void Greet(ServeHost host, DemoProgress progress, bool opens)
    {
        var address = new Uri(new Uri(host.Address), $"/ar/situations/{DemoStation.Situation.Slug}");
        Console.WriteLine($"{progress.Articles} articles, {progress.Alerts} alerts, {progress.Parked} pages parked.");
        Console.WriteLine($"The desk: {address}");
        Console.WriteLine($"In English: {new Uri(address, $"/en/situations/{DemoStation.Situation.Slug}")}  (Ctrl-C ends it)");
        if (opens) Browser.Open(address);
    }

    private static void TryDelete(DirectoryInfo directory)
    {
        try
        {
            directory.Delete(recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"marsad: {directory.FullName} could not be deleted: {held.Message}");
        }
    }
}
