using Marsad.Relating.Copies;
using Marsad.Relating.Stories;

namespace Marsad.Relating;

/// <summary>What an article is to what was known before it came.</summary>
/// <param name="CopyOf">The text that it is near to, word for word; null where its text is new.</param>
/// <param name="Story">The known story it belongs to; null where it is the first of one.</param>
/// <param name="Terms">What it is about, for those that come after it.</param>
internal sealed record Relation(CopyOf? CopyOf, long? Story, Sketch Sketch, StoryTerms AllTerms, IReadOnlyList<StoryTerm> Terms)
{
    /// <summary>How it stands to an article whose words it shares; null where it shares none.</summary>
    public Kinship? Kin { get; init; }

    /// <summary>The text that says all that this one says; null where it says something of its own.</summary>
    public CopyOf? Folded => Kin is { Kin.IsFolded: false } ? null : CopyOf;
}
