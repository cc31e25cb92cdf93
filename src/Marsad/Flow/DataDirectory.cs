namespace Marsad.Flow;

/// <summary>Where a station keeps everything it has.</summary>
public static class DataDirectory
{
    /// <summary>The folder "marsad" in the user's local application data.</summary>
    public static string Default =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "marsad");

    public static string Database(string directory) => Path.Combine(directory, "marsad.db");

    public static string Archive(string directory) => Path.Combine(directory, "archive");

    public static string Watches(string directory) => Path.Combine(directory, "watches");
}
