using Marsad.Language.Text;

namespace Marsad.Language.Tokens;

/// <summary>One article's text, cut into tokens and sentences: what every finder of this room works on.</summary>
public sealed class Document
{
    private readonly FoldedText _text;

    public Document(string text)
    {
        _text = new FoldedText(text);
        Tokens = Tokenizer.Tokenize(_text);
        Sentences = SentenceSplitter.Split(this);
    }

    public string Text => _text.Original;

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Sentences as ranges of token indexes, in order, covering every token that is not a <see cref="TokenKind.Break"/>.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The folded form of a token, clitics included.</summary>
    public ReadOnlySpan<char> Folded(int token) => _text.Slice(Tokens[token].FoldedStart, Tokens[token].FoldedLength);

    /// <summary>No white space stands between a token and the one before it; false for the first.</summary>
    public bool Touches(int token) => token > 0 && Tokens[token - 1].End == Tokens[token].Start;

    /// <summary>Writes the folded words of some tokens with one space between; how many characters, or 0 where one is no word or <paramref name="target"/> is too short.</summary>
    public int Join(ReadOnlySpan<int> tokens, Span<char> target)
    {
        var length = 0;
        foreach (var token in tokens)
        {
            if (token < 0 || token >= Tokens.Count || Tokens[token].Kind != TokenKind.Word || length + Tokens[token].FoldedLength + 1 > target.Length) return 0;
            if (length > 0) target[length++] = ' ';
            Folded(token).CopyTo(target[length..]);
            length += Tokens[token].FoldedLength;
        }

        return length;
    }

    /// <summary>The words of a range of tokens, as one span of the text.</summary>
    public Span Cover(int firstToken, int endToken) => new(Tokens[firstToken].Start, Tokens[endToken - 1].End);

    /// <summary>The span of some folded letters of a token.</summary>
    public Span Part(int token, int foldedStart, int foldedLength)
    {
        var start = Tokens[token].FoldedStart + foldedStart;
        return _text.ToOriginal(start, start + foldedLength);
    }

    /// <summary>The span of a token without its first <paramref name="foldedLetters"/> folded letters: a word without its proclitics.</summary>
    public Span Without(int token, int foldedLetters)
    {
        var t = Tokens[token];
        return _text.ToOriginal(t.FoldedStart + foldedLetters, t.FoldedStart + t.FoldedLength);
    }
}

/// <summary>A sentence: token indexes, <see cref="End"/> exclusive.</summary>
public readonly record struct Sentence(int First, int End);
