using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>A person's last name stands for the person and ends a mention: "Tokayev asked help" holds no person "Tokayev help".</summary>
internal static class LastNames
{
    // A twelfth of 8·log2(1 + n): read five hundred times and more in eleven million words.
    private const int CommonWord = 6;

    /// <summary>Cuts what stands behind the last name of a person whom the article names in full, where it is a word of the language and no common name.</summary>
    public static void Cut(Document document, ReadOnlySpan<WordFacts> facts, List<NameMention> mentions)
    {
        var lastNames = Of(document, mentions);
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (mention.Type != NameType.Person || mention.Length < 2 || mention.Aliases is not null || !IsOrdinary(facts[mention.First + 1])) continue;
            if (lastNames.Contains(FeatureHash.OfWord(document.Folded(mention.First)[mention.Particles..])))
                mentions[i] = SentenceView.Mention(document, mention.First, mention.First + 1, mention.Particles, NameType.Person) with { Tagged = mention.Tagged, Sure = mention.Sure, Inner = mention.Inner };
        }
    }

    private static HashSet<uint> Of(Document document, List<NameMention> mentions)
    {
        var lastNames = new HashSet<uint>();
        foreach (var mention in mentions)
            if (mention.Type == NameType.Person && mention.Length > 1) lastNames.Add(FeatureHash.OfWord(document.Folded(mention.End - 1)));
        return lastNames;
    }

    private static bool IsOrdinary(in WordFacts word) => word.Rarity >= CommonWord && (word.Known & WordLists.CommonPerson) == 0;
}
