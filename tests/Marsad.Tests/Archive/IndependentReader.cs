using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Marsad.Tests.Archive;

/// <summary>npm's warcio, which shares no line with our reader and writer. Installed by `npm ci` in tests/independent.</summary>
internal static class IndependentReader
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "independent"));

    public static void SkipWhereMissing() => Assert.SkipUnless(
        Directory.Exists(Path.Combine(Folder, "node_modules", "warcio")), "The independent WARC reader is not installed: run npm ci in tests/independent (Node 20).");

    /// <summary>What it says of each record of a file.</summary>
    public static IReadOnlyList<JsonNode> Read(string warc) =>
        [.. Run("warc.mjs", warc).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    public static string Run(string script, params string[] arguments)
    {
        SkipWhereMissing();
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return output;
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
