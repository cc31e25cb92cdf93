using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Corpora;

/// <summary>One sentence of a corpus: its words as the corpus cuts them, and the tag of each.</summary>
internal sealed record TaggedSentence(string Corpus, string[] Words, NameTag[] Tags)
{
    /// <summary>The sentence as our own tokens with their tags; a mark at the edge of a corpus word is no part of a name.</summary>
    public (Document Document, NameTag[] Tags) Retokenize()
    {
        var document = new Document(string.Join(' ', Words));
        var tags = new NameTag[document.Tokens.Count];
        var owner = Owners(document);
        for (var i = 0; i < tags.Length; i++)
        {
            if (document.Tokens[i].Kind == TokenKind.Punctuation && AtEdge(document, owner, i)) continue;
            var tag = Tags[owner[i]];
            var continued = i > 0 && owner[i - 1] == owner[i] && tags[i - 1] != NameTag.Outside;
            tags[i] = tag.IsBegin() && continued ? tag + 1 : tag;
        }

        return (document, tags);
    }

    /// <summary>The corpus word that each of our tokens belongs to.</summary>
    public int[] Owners(Document document)
    {
        var owner = new int[document.Tokens.Count];
        var word = 0;
        var end = Words[0].Length;
        for (var i = 0; i < owner.Length; i++)
        {
            while (document.Tokens[i].Start >= end + 1) end += 1 + Words[++word].Length;
            owner[i] = word;
        }

        return owner;
    }

    private static bool AtEdge(Document document, int[] owner, int i)
    {
        var first = i;
        while (first > 0 && owner[first - 1] == owner[i]) first--;
        var last = i;
        while (last + 1 < owner.Length && owner[last + 1] == owner[i]) last++;
        return All(document, first, i) || All(document, i, last);
    }

    private static bool All(Document document, int from, int to)
    {
        for (var i = from; i <= to; i++)
            if (document.Tokens[i].Kind != TokenKind.Punctuation) return false;
        return true;
    }
}
