using System.Diagnostics;
using System.Text;

namespace Marsad.Cli.Tests;

/// <summary>Runs the built `marsad` as a person would: a process of its own, with arguments, standard input and exit code.</summary>
internal sealed record MarsadProcess(int ExitCode, string Output, string Errors, long PeakBytes)
{
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "marsad.exe" : "marsad");

    public static Task<MarsadProcess> Run(params string[] arguments) => RunWith(_ => { }, arguments);

    /// <param name="feed">Writes standard input; the stream is closed afterwards.</param>
    /// <param name="arguments">What stands after `marsad`.</param>
    public static async Task<MarsadProcess> RunWith(Action<Stream> feed, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        await Task.Run(() =>
        {
            using var input = process.StandardInput.BaseStream;
            feed(input);
        });
        while (!process.WaitForExit(20)) peak = Peak(process, peak);
        return new MarsadProcess(process.ExitCode, await output, await errors, peak);
    }

    public static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Executable, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    }) ?? throw new InvalidOperationException("marsad did not start.");

    private static long Peak(Process process, long before)
    {
        try
        {
            process.Refresh();
            return Math.Max(before, process.PeakWorkingSet64);
        }
        catch (InvalidOperationException)
        {
            return before; // It ended between two looks.
        }
    }
}
