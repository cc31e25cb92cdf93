using System.CommandLine;
using System.Globalization;
using Marsad.Archive;
using Marsad.Flow;
using Marsad.Store;

namespace Marsad.Cli.Commands;

/// <summary>`marsad verify`: whether what was kept is still what was kept.</summary>
internal static class VerifyCommand
{
    private const string Examples = """
        Checks everything that is kept as evidence: every record and its digests, the log line by line, signatures and time stamps, the index, and the rows of the database.

        Examples:
          marsad verify
          marsad verify --data /srv/marsad --key ed25519:1f0c…

        Nothing is changed; it may run while a station collects. Names the first item that is not what was written.
        Exit code: 0 if all is whole; 1 if something is not, or cannot be read.
        """;

    public static Command Create()
    {
        var data = DataOption.Create();
        var key = new Option<string?>("--key") { Description = "The public key that must have signed, as an earlier check printed it. Default: the one that the archive names." };
        var command = new Command("verify", Examples) { data, key };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(data), parsed.GetValue(key), Console.Out, Console.Error));
        return command;
    }

    internal static int Run(string data, string? key, TextWriter output, TextWriter errors)
    {
        try
        {
            if (!File.Exists(DataDirectory.Database(data))) return OnStation.Refuse($"there is no station in {data}", errors);
            using var store = StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
            var (report, rows) = EvidenceCheck.Run(data, store, key);
            if (report.Damage is { } damage) return OnStation.Refuse($"{damage.Detail} ({damage.Code})", errors);
            Print(report, rows, output);
            return 0;
        }
        catch (Exception down) when (OnStation.IsDown(down))
        {
            return OnStation.Refuse(down.Message, errors);
        }
    }

    private static void Print(ArchiveReport report, long rows, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Whole: {report.Captures} captures in {report.Segments} segments ({report.Bytes / 1e6:0.0} MB), {report.Lines} lines of the log, {rows} rows of the database."));
        if (report.Key is { } key) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Signed by {key}: {report.Checkpoints} checkpoints, {report.Unsigned} captures after the last."));
        output.WriteLine(report.LastStamp is { } stamp
            ? string.Create(CultureInfo.InvariantCulture, $"Stamped {report.Stamps} times, last {stamp.At:yyyy-MM-dd'T'HH:mm:ss'Z'} by {stamp.Authority}.")
            : "No time-stamping authority has vouched for it.");
    }
}
