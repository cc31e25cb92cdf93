using Marsad.Archive;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Watching;

namespace Marsad.Desk;

/// <summary>What the desk is handed.</summary>
/// <param name="Store">The store it reads.</param>
/// <param name="Archive">Where the bytes of captures are.</param>
/// <param name="Walk">Tries parked pages again that came from files; null where nothing is walked, then only what the collector fetched can be.</param>
/// <param name="Watches">For their titles.</param>
/// <param name="Probe">Finds what to follow of a site; null where nothing is fetched.</param>
internal sealed record DeskParts(StationStore Store, CaptureArchive Archive, PageWalk? Walk, IReadOnlyList<Watch> Watches, SourceProbe? Probe = null);
