using System.CommandLine;
using System.Globalization;
using Marsad.Flow;
using Marsad.Store;
using Spectre.Console;

namespace Marsad.Cli.Commands;

/// <summary>`marsad reanalyze`: makes records anew after the analyzer has changed.</summary>
internal static class ReanalyzeCommand
{
    private const string Examples = """
        Makes the records of articles anew that an earlier analyzer made, from the archived page where there is one.

        Examples:
          marsad reanalyze
          marsad reanalyze --all --data /srv/marsad

        What people confirmed, corrected or rejected stays so. Ctrl-C stops after the batch at hand; run again, it continues.
        """;

    public static Command Create()
    {
        var data = DataOption.Create();
        var all = new Option<bool>("--all") { Description = "Also the records that the present analyzer made." };
        var command = new Command("reanalyze", Examples) { data, all };
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed.GetRequiredValue(data), parsed.GetValue(all), stop)));
        return command;
    }

    private static int Run(string data, bool all, CancellationToken stop)
    {
        try
        {
            using var store = StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
            using var archive = StationArchive.Open(data, store, trouble => Console.Error.WriteLine($"marsad: {trouble.Detail} ({trouble.Code})"));
            var reanalysis = new Reanalysis(store, archive);
            var count = Show(reanalysis, all, stop);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count.Done} articles made anew: {count.Changed} changed, {count.Kept} kept as they were because they hurt"));
            return stop.IsCancellationRequested ? 130 : 0;
        }
        catch (Exception down) when (OnStation.IsDown(down))
        {
            Console.Error.WriteLine($"marsad: {down.Message}");
            Console.Error.WriteLine("marsad: what was made anew so far is kept; run the same command again to continue.");
            return 1;
        }
    }

    private static ReanalysisCount Show(Reanalysis reanalysis, bool all, CancellationToken stop)
    {
        if (Console.IsOutputRedirected) return reanalysis.Run(all, _ => { }, stop);
        return AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var bar = progress.AddTask("articles", maxValue: Math.Max(1, reanalysis.Count(all)));
                return reanalysis.Run(all, count => bar.Value = count.Done, stop);
            });
    }
}
