using System.Security.Cryptography;

namespace Marsad.Eval;

/// <summary>The folder of corpora beside the repository (../shared/data), which the repository may measure with but not hold.</summary>
/// <remarks>The environment variable MARSAD_SHARED names another folder.</remarks>
internal sealed class Shared(string folder)
{
    private const string Variable = "MARSAD_SHARED";

    /// <summary>Null where the folder is missing.</summary>
    public static Shared? Find()
    {
        var folder = Environment.GetEnvironmentVariable(Variable) ?? System.IO.Path.Combine(Repository, "..", "shared", "data");
        return Directory.Exists(folder) ? new Shared(System.IO.Path.GetFullPath(folder)) : null;
    }

    /// <summary>The repository's top folder.</summary>
    public static string Repository { get; } = FindRepository();

    public string Path(string relative) => System.IO.Path.Combine(folder, relative);

    public bool Has(string relative) => File.Exists(Path(relative)) || Directory.Exists(Path(relative));

    /// <summary>SHA-256 over a file, or over the files of a folder in ordinal order of their paths; lower-case hexadecimal.</summary>
    public string Digest(string relative) => DigestOf(Path(relative));

    public static string DigestOf(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1);
        foreach (var file in files) hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Marsad.slnx"))) return folder.FullName;
        return Directory.GetCurrentDirectory();
    }
}
