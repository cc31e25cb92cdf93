using Marsad.Archive;
using Marsad.Fetch;
using Marsad.Store;

namespace Marsad.Flow;

/// <summary>A page that stands in the archive and is to be walked through the house.</summary>
internal sealed record CollectedPage(WorkItem Item, Capture Capture, Digest Digest);

/// <summary>Walks a page; tells where that left it. Walking the same page again changes nothing.</summary>
internal delegate WorkState WalkPage(CollectedPage page);
