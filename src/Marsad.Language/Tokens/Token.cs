using Marsad.Language.Text;

namespace Marsad.Language.Tokens;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,

    /// <summary>The line break between two paragraphs; a headline or a list entry ends here even without a full stop.</summary>
    Break,
}

/// <summary>One token: a word with its attached clitics, a run of digits with inner separators, or one punctuation mark.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="FoldedStart">Where its folded form starts in <see cref="FoldedText"/>.</param>
/// <param name="FoldedLength">The length of its folded form.</param>
public readonly record struct Token(TokenKind Kind, Span Span, int FoldedStart, int FoldedLength)
{
    public int Start => Span.Start;

    public int End => Span.End;
}
