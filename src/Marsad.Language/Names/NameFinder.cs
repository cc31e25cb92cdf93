using System.Buffers;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>Finds the persons, organisations and places that an article names: tagger, then known names, then rules for borders, then one name for all spellings.</summary>
internal static class NameFinder
{
    /// <summary>The names of a text. What its title calls them is a variant too; whom only the title names is left out.</summary>
    public static ArticleNames Find(Document document, string? title = null) =>
        string.IsNullOrWhiteSpace(title) ? Find(document, document.Tokens.Count) : Find(new Document(document.Text + "\n" + title), document.Tokens.Count);

    /// <param name="document">The text, and its title behind it.</param>
    /// <param name="title">The first token that is not of the text.</param>
    private static ArticleNames Find(Document document, int title)
    {
        // Far more than a text's own size: rented, or every long article would cost a large object.
        var rented = ArrayPool<WordFacts>.Shared.Rent(document.Tokens.Count);
        var facts = rented.AsSpan(0, document.Tokens.Count);
        WordFacts.Fill(document, facts);
        var mentions = new List<NameMention>();
        var tags = ArrayPool<NameTag>.Shared.Rent(facts.Length + 1);
        tags.AsSpan(0, facts.Length).Clear();
        Tag(document, facts, tags, 0, title);
        Tag(document, facts, tags, title, facts.Length);
        foreach (var sentence in document.Sentences) Candidates.Collect(new SentenceView(document, sentence, facts, tags), mentions);

        ArrayPool<NameTag>.Shared.Return(tags);
        mentions.Sort((a, b) => a.First.CompareTo(b.First));
        Repetition.Add(document, facts, mentions, title);
        ArrayPool<WordFacts>.Shared.Return(rented);
        return NameResolver.Resolve(document, mentions, title);
    }

    // Text and title apart: a title leaves out so much that what it seems to say must not sway how the text is read.
    private static void Tag(Document document, ReadOnlySpan<WordFacts> facts, Span<NameTag> tags, int first, int end)
    {
        if (first >= end) return;
        var sentences = document.Sentences.Where(sentence => sentence.First >= first && sentence.First < end);
        NameTagger.Embedded.Tag(facts[first..end], [.. sentences.Select(sentence => new Sentence(sentence.First - first, Math.Min(sentence.End, end) - first))], tags[first..]);
    }
}
