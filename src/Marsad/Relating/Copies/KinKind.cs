using Marsad.Language;
using Marsad.Language.Text;

namespace Marsad.Relating.Copies;

/// <summary>What a later text is to an earlier one that it shares words with.</summary>
internal enum KinKind
{
    /// <summary>The same words under the same headline.</summary>
    Same,

    /// <summary>The same words under another headline.</summary>
    Retitled,

    /// <summary>A part of it is left out.</summary>
    Cut,

    /// <summary>Its words and others beside them.</summary>
    Merged,

    /// <summary>The same report grown older: a figure has moved, or the same outlet has added to it.</summary>
    Update,

    /// <summary>A text of its own that repeats a passage of another outlet's, word for word.</summary>
    Quotation,
}

/// <summary>An amount that is another one in the later text, in the same words.</summary>
internal sealed record FigureChange(Figure Before, Figure After);

/// <summary>How a later text is related to an earlier one.</summary>
/// <param name="Own">The share of its words that the earlier does not have.</param>
/// <param name="Changes">Of an update: what differs; empty where something was only added.</param>
internal sealed record Kin(KinKind Kind, double Own, IReadOnlyList<FigureChange> Changes)
{
    /// <summary>Of a quotation: the passage, in the later text.</summary>
    public Span? Passage { get; init; }

    /// <summary>Whether a reader of the earlier text may be spared this one. An update and a text of its own say something that the earlier does not.</summary>
    public bool IsFolded => Kind is not (KinKind.Update or KinKind.Quotation);
}
