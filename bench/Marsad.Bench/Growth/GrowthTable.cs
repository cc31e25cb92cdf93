using System.Diagnostics;
using System.Globalization;

namespace Marsad.Bench.Growth;

/// <summary>What filing one window of articles took.</summary>
/// <param name="Articles">In the store when it was filed.</param>
/// <param name="IsWhole">Its articles were read too.</param>
/// <param name="Filed">Of the window; fewer where an earlier run had begun it.</param>
/// <param name="ResidentMb">When the window was filed.</param>
/// <param name="FileMb">The database with its log.</param>
internal sealed record GrowthRow(long Articles, bool IsWhole, long Filed, long Copies, Cost Cost, long ResidentMb, long PeakMb, long FileMb)
{
    public const string Header = "articles,read,filed,copies,wall_s,processor_s,filing_s,resident_mb,peak_mb,file_mb";

    /// <summary>Articles related and stored a second of processor time.</summary>
    public double FilingRate => Filed / Cost.Filing;

    /// <summary>Articles a second of processor time, reading included.</summary>
    public double WholeRate => Filed / Cost.Processor;

    public static GrowthRow Of(long articles, bool isWhole, long filed, long copies, Cost cost, string folder)
    {
        using var self = Process.GetCurrentProcess();
        var bytes = Directory.GetFiles(folder, "marsad.db*").Sum(path => new FileInfo(path).Length);
        return new GrowthRow(articles, isWhole, filed, copies, cost, self.WorkingSet64 >> 20, self.PeakWorkingSet64 >> 20, bytes >> 20);
    }

    public static GrowthRow Parse(string line)
    {
        var cells = line.Split(',');
        long Whole(int cell) => long.Parse(cells[cell], CultureInfo.InvariantCulture);
        double Seconds(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
        return new GrowthRow(Whole(0), Whole(1) == 1, Whole(2), Whole(3), new Cost(Seconds(4), Seconds(5), Seconds(6)), Whole(7), Whole(8), Whole(9));
    }

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture, $"{Articles},{(IsWhole ? 1 : 0)},{Filed},{Copies},{Cost.Wall:0.0},{Cost.Processor:0.0},{Cost.Filing:0.00},{ResidentMb},{PeakMb},{FileMb}");

    public string Told() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Articles,9}: filed {FilingRate,5:0} a second of processor time{(IsWhole ? FormattableString.Invariant($", {WholeRate:0} reading included") : "")}, {Filed / Cost.Wall,4:0} by the clock; {Copies} copies; {ResidentMb} MB resident, {FileMb} MB on disk");
}

/// <summary>Seconds.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Of all threads.</param>
/// <param name="Filing">Of the thread that relates and stores.</param>
internal readonly record struct Cost(double Wall, double Processor, double Filing)
{
    private const double Billion = 1e9;

    public static Cost operator -(Cost a, Cost b) => new(a.Wall - b.Wall, a.Processor - b.Processor, a.Filing - b.Filing);

    public static Cost Now() => new(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, Environment.CpuUsage.TotalTime.TotalSeconds, OfThisThread());

    // Linux says it of each thread; elsewhere there is only the whole.
    private static double OfThisThread() => File.Exists("/proc/thread-self/schedstat")
        ? long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / Billion
        : Environment.CpuUsage.TotalTime.TotalSeconds;
}

/// <summary>The windows so far, kept in a file as they are filed.</summary>
internal sealed class GrowthTable(string path)
{
    public List<GrowthRow> Rows { get; } = File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Select(GrowthRow.Parse)] : [];

    public long Articles => Rows.Count == 0 ? 0 : Rows[^1].Articles;

    public void Add(GrowthRow row)
    {
        if (Rows.Count == 0) File.WriteAllText(path, GrowthRow.Header + "\n");
        Rows.Add(row);
        File.AppendAllText(path, row.ToLine() + "\n");
    }
}
