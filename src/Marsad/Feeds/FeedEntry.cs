namespace Marsad.Feeds;

/// <summary>One entry of a feed: a page that a source says it has published.</summary>
/// <param name="Link">Absolute URL of the page.</param>
/// <param name="Id">The feed's own id of the entry (guid, atom:id); null if none.</param>
/// <param name="Published">When the feed says it was published; null if unsaid or unreadable.</param>
/// <param name="Updated">When the feed says it was last changed; null if unsaid or unreadable.</param>
public sealed record FeedEntry(Uri Link, string? Id, string? Title, DateTimeOffset? Published, DateTimeOffset? Updated);
