using Marsad.Archive;
using Marsad.Records;
using Marsad.Relating;

namespace Marsad.Store;

/// <summary>All that is filed of one article.</summary>
/// <param name="Identity">What makes it the same article next time.</param>
/// <param name="Content">Digest of what was read: another one is another version.</param>
/// <param name="PublishedAt">The instant it is ordered by.</param>
/// <param name="Title">The headline's words.</param>
/// <param name="Text">The text's words.</param>
internal sealed record Filing(
    ArticleRecord Record, string Identity, Digest Content, DateTimeOffset PublishedAt, Digest? Capture, long? Source, ArticleWords Title, ArticleWords Text, Relation Relation);

/// <summary>The current version of an article in the store.</summary>
internal sealed record FiledVersion(long Id, int Version, string Content);
