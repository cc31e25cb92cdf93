using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>One sentence as the name rules see it: tokens, their facts and the tagger's tags, by token index of the document.</summary>
internal readonly ref struct SentenceView(Document document, Sentence sentence, ReadOnlySpan<WordFacts> facts, ReadOnlySpan<NameTag> tags)
{
    private readonly ReadOnlySpan<WordFacts> _facts = facts;
    private readonly ReadOnlySpan<NameTag> _tags = tags;

    public Document Document { get; } = document;

    public int First { get; } = sentence.First;

    public int End { get; } = sentence.End;

    public ref readonly WordFacts this[int token] => ref _facts[token];

    public NameTag Tag(int token) => _tags[token];

    public bool IsWord(int token) => token >= First && token < End && Document.Tokens[token].Kind == TokenKind.Word;

    public char Mark(int token) =>
        token >= First && token < End && Document.Tokens[token].Kind == TokenKind.Punctuation ? Document.Text[Document.Tokens[token].Start] : '\0';

    /// <summary>The folded word without its particles.</summary>
    public ReadOnlySpan<char> Stem(int token) => Document.Folded(token)[_facts[token].Particles..];

    /// <summary>A name over a range of tokens, without the particles of the first.</summary>
    public NameMention Mention(int first, int end, NameType type) => Mention(Document, first, end, _facts[first].Particles, type);

    public static NameMention Mention(Document document, int first, int end, int particles, NameType type) =>
        new(first, end, particles, new Span(document.Without(first, particles).Start, document.Tokens[end - 1].End), type);
}
