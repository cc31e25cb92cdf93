using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>A token as the statement reader sees it: its class, what is attached to it, and whether a name begins here.</summary>
internal readonly record struct Word
{
    public TokenKind Kind { get; init; }

    /// <summary>The punctuation mark; '\0' for words and numbers.</summary>
    public char Mark { get; init; }

    public WordClass Class { get; init; }

    public Gender Gender { get; init; }

    public bool Plural { get; init; }

    /// <summary>Folded letters of conjunction and preposition in front; the article belongs to the word.</summary>
    public int Lead { get; init; }

    /// <summary>A conjunction is attached, for certain.</summary>
    public bool And { get; init; }

    /// <summary>The attached preposition (beh, lam, kaf) or '\0'.</summary>
    public char Preposition { get; init; }

    public bool Definite { get; init; }

    public bool HasPronoun { get; init; }

    /// <summary>The token after the last token of the name that begins here; 0 where none begins.</summary>
    public int NameEnd { get; init; }

    public NameType NameType { get; init; }

    /// <summary>The index of the name in the list of names; meaningful only where <see cref="NameEnd"/> is set.</summary>
    public int Name { get; init; }

    public bool IsName => NameEnd > 0;

    public bool Is(WordClass any) => (Class & any) != 0;

    /// <summary>Can stand in the description of a speaker: a noun, an adjective, or a word no lexicon knows.</summary>
    public bool IsNominal => Kind == TokenKind.Word && (IsName || Is(WordClass.Speaker | WordClass.Noun | WordClass.Adjective | WordClass.Honorific | WordClass.Quantity | WordClass.Kinship | WordClass.Venue) || !Is(WordClass.PhraseEnd | WordClass.Prep | WordClass.Time | WordClass.Verb));

    public bool IsUnknown => Kind == TokenKind.Word && Class == WordClass.None && !Definite;

    public bool IsVerb => Is(WordClass.Verb) && !Is(WordClass.Noun | WordClass.Adjective | WordClass.Speaker) && !Definite && !IsName && Preposition == '\0';
}
