using System.Reflection;

namespace Marsad.Cli.Demo;

/// <summary>The files of the bundled situation (the repository's demo/ folder). They are embedded, so that the demo needs nothing beside the command itself.</summary>
internal static class DemoFiles
{
    private const string Root = "demo/";
    private static readonly Assembly Home = typeof(DemoFiles).Assembly;

    // A build on Windows embeds names with backslashes.
    private static readonly Dictionary<string, string> Resources = Home.GetManifestResourceNames()
        .Where(n => n.StartsWith(Root, StringComparison.Ordinal))
        .ToDictionary(n => n[Root.Length..].Replace('\\', '/'), n => n, StringComparer.Ordinal);

    /// <summary>Names below demo/, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Resources.Keys.Order(StringComparer.Ordinal)];

    public static string Text(string name)
    {
        using var stream = Home.GetManifestResourceStream(Resources[name]) ?? throw new FileNotFoundException("not embedded", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static IEnumerable<string> Below(string folder) => Names.Where(n => n.StartsWith(folder, StringComparison.Ordinal));
}
