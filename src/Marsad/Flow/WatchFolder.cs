using Marsad.Watching;

namespace Marsad.Flow;

/// <summary>The watches of a data directory: files a person can edit. A wrong one is told apart, the others keep watch.</summary>
public sealed record WatchFolder(IReadOnlyList<Watch> Watches, IReadOnlyList<Trouble> Troubles)
{
    private const string Prefix = "watches/";

    /// <summary>Reads all watches of <paramref name="directory"/>. Where there is no such directory yet, it is made with the watches that are on by default.</summary>
    /// <remarks>A file that is there is never written over, and one that a person took away does not come back.</remarks>
    public static WatchFolder Open(string directory)
    {
        if (!Directory.Exists(directory)) Fill(directory);
        var read = Directory.EnumerateFiles(directory).Where(IsWatch).Order(StringComparer.Ordinal).Select(Read).ToList();
        return new WatchFolder([.. read.Select(file => file.Watch).OfType<Watch>()], [.. read.Select(file => file.Trouble).OfType<Trouble>()]);
    }

    private static bool IsWatch(string file) => Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml";

    private static (Watch? Watch, Trouble? Trouble) Read(string file)
    {
        try
        {
            return WatchFile.Read(Path.GetFileName(file), File.ReadAllText(file));
        }
        catch (Exception odd) when (odd is IOException or UnauthorizedAccessException)
        {
            return (null, new Trouble("WT003", $"{Path.GetFileName(file)}: it cannot be opened: {odd.Message}"));
        }
    }

    // Made beside its place and moved: a killed process leaves no half-filled directory that would count as a person's choice.
    private static void Fill(string directory)
    {
        var making = $"{directory}.{Environment.ProcessId}";
        Directory.CreateDirectory(making);
        var assembly = typeof(WatchFolder).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var source = assembly.GetManifestResourceStream(name)!;
            using var target = File.Create(Path.Combine(making, name[Prefix.Length..]));
            source.CopyTo(target);
        }

        try
        {
            Directory.Move(making, directory);
        }
        catch (IOException) when (Directory.Exists(directory))
        {
            Directory.Delete(making, recursive: true); // Another process was first.
        }
    }
}
