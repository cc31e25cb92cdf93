namespace Marsad.Archive;

/// <summary>How the archive writes.</summary>
public sealed record ArchiveOptions
{
    /// <summary>A segment that has grown to this is followed by a new one. WARC 1.1 (annex C) advises a gigabyte at most.</summary>
    public long SegmentSize { get; init; } = 1L << 30;

    /// <summary>Whether a capture is forced to the disk before it counts as kept. Only a benchmark has a reason to say no.</summary>
    public bool FlushesToDisk { get; init; } = true;

    /// <summary>A checkpoint is signed after this many captures at the latest, and when the archive is closed.</summary>
    public int CheckpointEvery { get; init; } = 1000;

    /// <summary>A capture that comes this long after the last checkpoint is followed by one.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where the installation's key is; null for the folder "key" beside the archive's.</summary>
    public string? KeyDirectory { get; init; }
}
