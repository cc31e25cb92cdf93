using Marsad.Archive;
using Marsad.Records;

namespace Marsad.Flow;

/// <summary>A page as far as the pure rooms Reading and Language can take it.</summary>
/// <param name="Arrival">What came in.</param>
public abstract record Understanding(Arrival Arrival)
{
    /// <summary>Its article was read and understood.</summary>
    internal sealed record Understood(Arrival Arrival, ArticleRecord Record, string Identity, Digest Content, DateTimeOffset PublishedAt) : Understanding(Arrival);

    /// <summary>The store has these words of this article already.</summary>
    internal sealed record Known(Arrival Arrival, long Article) : Understanding(Arrival);

    /// <summary>There is no article in it.</summary>
    internal sealed record Empty(Arrival Arrival, Trouble Reason) : Understanding(Arrival);

    /// <summary>It hurt.</summary>
    /// <param name="Stack">Where we were wrong; null where the world is odd.</param>
    internal sealed record Hurt(Arrival Arrival, string Room, Trouble Reason, string? Stack) : Understanding(Arrival);
}
