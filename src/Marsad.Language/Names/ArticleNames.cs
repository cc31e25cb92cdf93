using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>The names of one article, and which of them stands at a token.</summary>
internal sealed class ArticleNames
{
    private readonly int[] _mentionAt;
    private readonly int[] _nameOf;

    /// <param name="mentions">In order of the text; those that are not inner do not overlap.</param>
    /// <param name="nameOf">For each mention its index in <paramref name="names"/>.</param>
    public ArticleNames(Document document, IReadOnlyList<NameMention> mentions, IReadOnlyList<Name> names, int[] nameOf)
    {
        Mentions = mentions;
        Names = names;
        _nameOf = nameOf;
        _mentionAt = new int[document.Tokens.Count];
        Array.Fill(_mentionAt, -1);
        for (var i = 0; i < mentions.Count; i++)
            if (!mentions[i].Inner) _mentionAt.AsSpan(mentions[i].First, mentions[i].Length).Fill(i);
    }

    public IReadOnlyList<Name> Names { get; }

    public IReadOnlyList<NameMention> Mentions { get; }

    /// <summary>The index of the mention that covers a token, or -1.</summary>
    public int MentionAt(int token) => _mentionAt[token];

    /// <summary>The name that is mentioned at a token, or null.</summary>
    public Name? NameAt(int token) => _mentionAt[token] is >= 0 and var mention ? Names[_nameOf[mention]] : null;

    /// <summary>The name of a mention.</summary>
    public Name NameOf(int mention) => Names[_nameOf[mention]];
}
