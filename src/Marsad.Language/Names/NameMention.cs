using Marsad.Language.Text;

namespace Marsad.Language.Names;

/// <summary>One place where the text names something.</summary>
/// <param name="First">The first token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Particles">Folded letters at the front of the first token that are particles, no part of the name.</param>
/// <param name="Span">The words of the name, without particles.</param>
/// <param name="Aliases">Further names of the same inside it: an acronym in brackets, a title in quotation marks; null for most.</param>
/// <param name="Key">Names known under several spellings share a key; null for any other.</param>
internal readonly record struct NameMention(int First, int End, int Particles, Span Span, NameType Type, string? Key = null, IReadOnlyList<Span>? Aliases = null)
{
    /// <summary>False where the words are ordinary ones too and want a second witness.</summary>
    public bool Sure { get; init; } = true;

    /// <summary>Only the tagger says so.</summary>
    public bool Tagged { get; init; }

    /// <summary>Stands within another mention: the town in the name of its court.</summary>
    public bool Inner { get; init; }

    /// <summary>A class noun that stands for the body named before it, without being a name of it: "the organisation".</summary>
    public bool Anaphor { get; init; }

    public int Length => End - First;
}
