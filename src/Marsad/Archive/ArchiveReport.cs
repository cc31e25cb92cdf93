namespace Marsad.Archive;

/// <summary>What a check of an archive found.</summary>
/// <param name="Key">The public key that signed; null where there is nothing yet.</param>
/// <param name="Unsigned">Captures after the last checkpoint.</param>
/// <param name="LastStamp">The latest word of a time-stamping authority; null if there is none.</param>
/// <param name="Damage">The first item that is not what was written; null where all is.</param>
public sealed record ArchiveReport(string? Key, long Lines, long Captures, long Segments, long Bytes, long Checkpoints, long Stamps, long Unsigned, Stamp? LastStamp, Trouble? Damage)
{
    internal static ArchiveReport Empty { get; } = new(null, 0, 0, 0, 0, 0, 0, 0, null, null);
}

/// <summary>What an authority says: that the log up to a checkpoint existed at a time.</summary>
/// <param name="Authority">The subject and the digest of the certificate that signed: whether to trust it is the reader's to judge.</param>
public sealed record Stamp(DateTimeOffset At, string Authority);
