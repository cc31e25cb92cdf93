namespace Marsad.Archive;

/// <summary>What stands where in an archive's directory.</summary>
internal sealed record ArchivePlaces(string Directory, string KeyDirectory)
{
    public string Log => Path.Combine(Directory, "log.jsonl");

    public string Index => Path.Combine(Directory, "index.db");

    public string Segments => Path.Combine(Directory, "warc");

    /// <summary>What was cut off after a crash: no part of the archive, but not thrown away by a program.</summary>
    public string Torn => Path.Combine(Directory, "torn");

    public string Segment(string name) => Path.Combine(Segments, name);

    public static ArchivePlaces In(string directory, ArchiveOptions options)
    {
        var full = Path.GetFullPath(directory);
        return new ArchivePlaces(full, options.KeyDirectory ?? Path.Combine(Path.GetDirectoryName(full) ?? full, "key"));
    }
}
