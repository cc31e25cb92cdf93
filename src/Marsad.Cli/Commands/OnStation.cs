using Marsad.Flow;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Commands;

/// <summary>Runs a command on the store of a data directory; where that is down, says why and ends with 1.</summary>
internal static class OnStation
{
    public static int Run(string data, Func<StationStore, int> run) => RunAsync(data, store => Task.FromResult(run(store))).GetAwaiter().GetResult();

    public static async Task<int> RunAsync(string data, Func<StationStore, Task<int>> run)
    {
        try
        {
            using var store = StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
            return await run(store);
        }
        catch (Exception down) when (IsDown(down))
        {
            return Refuse(down.Message);
        }
    }

    /// <summary>Also where nothing was ever collected: a command that only reads makes no station.</summary>
    public static Task<int> ReadAsync(string data, Func<StationStore, Task<int>> run) =>
        File.Exists(DataDirectory.Database(data)) ? RunAsync(data, run) : Task.FromResult(Refuse($"there is no station in {data}"));

    public static bool IsDown(Exception fault) => fault is NewerStoreException or SqliteException or IOException or UnauthorizedAccessException;

    public static int Refuse(string reason) => Refuse(reason, Console.Error);

    public static int Refuse(string reason, TextWriter errors)
    {
        errors.WriteLine($"marsad: {reason}");
        return 1;
    }
}
