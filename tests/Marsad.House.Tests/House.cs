using System.Reflection;

namespace Marsad.House.Tests;

/// <summary>The house as the tests see it: its compiled assemblies, its rooms in the order a page walks through them, and its files.</summary>
internal static class House
{
    public static readonly Assembly Language = typeof(Marsad.Language.Record).Assembly;
    public static readonly Assembly Station = typeof(Trouble).Assembly;
    public static readonly Assembly Desk = Assembly.Load("Marsad.Desk");
    public static readonly Assembly Cli = typeof(Program).Assembly;

    public static readonly Assembly[] Assemblies = [Language, Station, Desk, Cli];

    /// <summary>A room may use the rooms before it, never those after it.</summary>
    public static readonly string[] Rooms =
        ["Feeds", "Fetch", "Archive", "Reading", "Language", "Records", "Relating", "Watching", "Store", "Flow"];

    public static readonly string Root = FindRoot();

    private static readonly string[] SourceKinds =
        [".cs", ".razor", ".css", ".js", ".ts", ".tsv", ".md", ".json", ".yaml", ".yml", ".html", ".sql", ".props", ".csproj", ".slnx", ".resx", ".txt", ".sh"];

    /// <summary>Types that people wrote: no compiler-made closures, state machines or generated serializers.</summary>
    public static IEnumerable<Type> WrittenTypes => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten);

    public static IEnumerable<string> Files(params string[] folders) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    public static IEnumerable<string> SourceFiles() =>
        Files("src", "tests", "lang", "docs", "demo", "eval", "bench", "tools", ".ci")
            .Concat(Directory.EnumerateFiles(Root))
            .Where(file => SourceKinds.Contains(Path.GetExtension(file)));

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static bool IsWritten(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal) && !type.Name.Contains("__", StringComparison.Ordinal)
        && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
        && type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null
        && type.Namespace?.StartsWith("Marsad", StringComparison.Ordinal) == true
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Marsad.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
