using Marsad.Archive;
using Marsad.Store;

namespace Marsad.Desk;

/// <summary>What the desk is handed: the store it reads, and the archive where the bytes of captures are.</summary>
internal sealed record DeskParts(StationStore Store, CaptureArchive Archive);
