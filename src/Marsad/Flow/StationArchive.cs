using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>Opens the archive of a data directory, and moves into its records what an earlier version kept as single files.</summary>
public static class StationArchive
{
    private const string Origin = "kept by Marsad before its archive held WARC records";

    // As many captures as share one flush to the disk.
    private const int AtOnce = 16;

    /// <param name="tell">Hears of what was cut off after a crash, or could not be moved; null where nobody listens.</param>
    /// <exception cref="ArchiveException">The archive's chain is broken.</exception>
    public static CaptureArchive Open(string dataDirectory, StationStore store, Action<Trouble>? tell = null, ArchiveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        var archive = new CaptureArchive(DataDirectory.Archive(dataDirectory), options, store.Clock, tell);
        foreach (var some in archive.Old.All().Chunk(AtOnce)) Move(some, archive, store, tell);
        return archive;
    }

    // A body is taken away only when its record stands on the disk; one that is damaged stays where it is.
    private static void Move(Digest[] bodies, CaptureArchive archive, StationStore store, Action<Trouble>? tell)
    {
        var moved = bodies.AsParallel().WithDegreeOfParallelism(AtOnce).Where(body => IsMoved(body, archive, store, tell)).ToList();
        moved.ForEach(archive.Old.Remove);
    }

    private static bool IsMoved(Digest digest, CaptureArchive archive, StationStore store, Action<Trouble>? tell)
    {
        if (archive.Old.TryRead(digest, out var body) is { } damage)
        {
            tell?.Invoke(damage);
            return false;
        }

        foreach (var capture in Captures(digest, body, archive, store)) archive.Keep(capture);
        return true;
    }

    private static IReadOnlyList<Capture> Captures(Digest digest, ReadOnlyMemory<byte> body, CaptureArchive archive, StationStore store)
    {
        var known = store.Captures.All(digest, body);
        if (known.Count > 0) return [.. known.Select(capture => capture with { Origin = Origin })];
        // A page that was handed in as a file: no row says where it came from.
        var name = new Uri($"urn:sha256:{digest.Hex}");
        return [new Capture(name, name, archive.Old.WrittenAt(digest), 200, null, body) { Origin = Origin }];
    }
}
