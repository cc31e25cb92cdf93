using System.CommandLine;
using System.Globalization;
using Marsad.Flow;
using Marsad.Store;
using Spectre.Console;

namespace Marsad.Cli.Commands;

/// <summary>`marsad ingest`: files articles into the store.</summary>
internal static class IngestCommand
{
    private const string Examples = """
        Files articles into the store: read, understood, related to what is there, and watched.

        Examples:
          marsad ingest articles.jsonl.gz
          marsad ingest pages/ --data /srv/marsad

        Ctrl-C stops after the article at hand. Run again, it continues where it was, also after a crash: nothing is filed twice, nothing is lost.
        Exit code: 0 if everything was filed; 1 if something was set aside with its reason (see "Parked" on the desk); 130 if it was stopped.
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var data = DataOption.Create();
        var command = new Command("ingest", Examples) { paths, data };
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed.GetRequiredValue(paths), parsed.GetRequiredValue(data), stop)));
        return command;
    }

    private static int Run(string[] paths, string data, CancellationToken stop)
    {
        try
        {
            using var store = StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
            var watches = WatchFolder.Open(DataDirectory.Watches(data));
            foreach (var trouble in watches.Troubles) Console.Error.WriteLine($"marsad: {trouble.Detail} ({trouble.Code}); the other watches are on");
            using var archive = StationArchive.Open(data, store, trouble => Console.Error.WriteLine($"marsad: {trouble.Detail} ({trouble.Code})"));
            var ingest = new Ingest(store, new PageWalk(store, watches.Watches), archive);
            var started = TimeProvider.System.GetTimestamp();
            var count = Show(ingest, paths, stop);
            Console.WriteLine(Summary(count, TimeProvider.System.GetElapsedTime(started)));
            return stop.IsCancellationRequested ? 130 : count.Parked == 0 ? 0 : 1;
        }
        catch (Exception down) when (OnStation.IsDown(down))
        {
            Console.Error.WriteLine($"marsad: {down.Message}");
            Console.Error.WriteLine("marsad: what was filed so far is kept; run the same command again to continue.");
            return 1;
        }
    }

    private static IngestCount Show(Ingest ingest, string[] paths, CancellationToken stop)
    {
        if (Console.IsOutputRedirected) return ingest.Run(paths, Console.OpenStandardInput, _ => { }, stop);
        return AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress => ShowProgress(progress.AddTask("…"), ingest, paths, stop));
    }

    // How much there is becomes known by counting beside the work; until then the bar only moves.
    private static IngestCount ShowProgress(ProgressTask bar, Ingest ingest, string[] paths, CancellationToken stop)
    {
        bar.IsIndeterminate = true;
        var total = paths.Contains("-") ? Task.FromCanceled<long>(new CancellationToken(true)) : Task.Run(() => Ingest.Count(paths, stop), stop);
        var started = TimeProvider.System.GetTimestamp();
        return ingest.Run(paths, Console.OpenStandardInput, Report, stop);

        void Report(IngestCount count)
        {
            if (bar.IsIndeterminate && total.IsCompletedSuccessfully) (bar.IsIndeterminate, bar.MaxValue) = (false, Math.Max(1, total.Result));
            bar.Value = count.Done;
            bar.Description = Line(count, TimeProvider.System.GetElapsedTime(started));
        }
    }

    private static string Line(IngestCount count, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture, $"{count.Done} articles · {Rate(count, elapsed):0}/s · {count.Parked} parked");

    private static string Summary(IngestCount count, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count.Filed} filed ({count.Copies} copies), {count.Unchanged + count.Before} known before, {count.Parked} parked, {count.Alerts} alerts; {Rate(count, elapsed):0} articles/s");

    private static double Rate(IngestCount count, TimeSpan elapsed) => (count.Done - count.Before) / Math.Max(0.001, elapsed.TotalSeconds);
}
