namespace Marsad.Language.Statements;

/// <summary>A noun phrase that may describe a speaker. Token indexes, ends exclusive.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind it.</param>
/// <param name="NameFirst">The first token of the personal name inside it; equals <paramref name="NameEnd"/> where there is none.</param>
/// <param name="NameEnd">The token behind that name.</param>
/// <param name="Definite">It is known which one is meant: the article, a definite annexation, or a name.</param>
/// <param name="Head">Everything known of its head noun.</param>
internal readonly record struct Phrase(int First, int End, int NameFirst, int NameEnd, Word Head, bool Definite = false)
{
    public bool IsEmpty => End <= First;

    public bool HasName => NameEnd > NameFirst;

    /// <summary>The name alone: no role before or behind it.</summary>
    public bool IsOnlyName => HasName && NameFirst == First && NameEnd == End;

    public bool IsPerson => HasName || Head.Is(WordClass.Person | WordClass.Honorific);
}
