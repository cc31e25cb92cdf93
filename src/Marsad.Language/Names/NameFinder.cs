using System.Buffers;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>Finds the persons, organisations and places that an article names: tagger, then known names, then rules for borders, then one name for all spellings.</summary>
internal static class NameFinder
{
    public static ArticleNames Find(Document document)
    {
        // Far more than a text's own size: rented, or every long article would cost a large object.
        var rented = ArrayPool<WordFacts>.Shared.Rent(document.Tokens.Count);
        var facts = rented.AsSpan(0, document.Tokens.Count);
        WordFacts.Fill(document, facts);
        var mentions = new List<NameMention>();
        var tags = ArrayPool<NameTag>.Shared.Rent(facts.Length + 1);
        tags.AsSpan(0, facts.Length).Clear();
        NameTagger.Embedded.Tag(facts, document.Sentences, tags);
        foreach (var sentence in document.Sentences) Candidates.Collect(new SentenceView(document, sentence, facts, tags), mentions);

        ArrayPool<NameTag>.Shared.Return(tags);
        mentions.Sort((a, b) => a.First.CompareTo(b.First));
        Repetition.Add(document, facts, mentions);
        ArrayPool<WordFacts>.Shared.Return(rented);
        return NameResolver.Resolve(document, mentions);
    }
}
