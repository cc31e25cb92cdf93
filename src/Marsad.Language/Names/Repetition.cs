using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>What is a name at one place of an article is the same name wherever the same words stand; a person's last name stands for the person.</summary>
internal static class Repetition
{
    private const string Article = "\u0627\u0644";
    private const int ShortestAlone = 4;

    // 8·log2(1 + n): a last name that is also a word read more often than this is left to the tagger.
    private const int CommonWord = 88;

    // A twelfth of the same.
    private const int RareWord = 3;
    private const int MostFamilies = 30;
    private const int MostNamesakes = 8;

    /// <summary>Adds the mentions that the tagger missed. <paramref name="mentions"/> stay sorted and apart; those from the token <paramref name="title"/> on teach nothing.</summary>
    public static void Add(Document document, ReadOnlySpan<WordFacts> facts, List<NameMention> mentions, int title)
    {
        Shorten(document, facts, mentions);
        var known = Patterns(document, facts, mentions.TakeWhile(mention => mention.First < title));
        if (known.Count == 0) return;
        var families = Families(document, facts, mentions);
        var covered = Covered(document, mentions);
        Complete(document, covered, mentions);
        var added = mentions.Count;
        for (var i = 0; i < facts.Length; i++)
        {
            if (covered[i] || document.Tokens[i].Kind != TokenKind.Word) continue;
            if ((Match(document, facts, known, covered, i) ?? Respelled(document, facts, families, i)) is not { } mention) continue;
            mentions.Add(mention);
            i = mention.End - 1;
        }

        if (mentions.Count > added) mentions.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private static Dictionary<uint, List<NameMention>> Patterns(Document document, ReadOnlySpan<WordFacts> facts, IEnumerable<NameMention> mentions)
    {
        var patterns = new Dictionary<uint, List<NameMention>>();
        foreach (var mention in mentions)
        {
            if (mention.Length > 1 || IsDistinct(document, mention.First, facts)) Put(patterns, StemHash(document, mention.First, mention.Particles), mention);
            if (mention.Type == NameType.Person && mention.Length > 1 && IsDistinct(document, mention.End - 1, facts))
            {
                var last = SentenceView.Mention(document, mention.End - 1, mention.End, 0, mention.Type);
                Put(patterns, StemHash(document, mention.End - 1, 0), last);
                Put(patterns, OtherArticle(document, mention.End - 1), last);
            }

            if (IsClub(facts, mention)) Put(patterns, facts[mention.First + 1].Stem, SentenceView.Mention(document, mention.First + 1, mention.End, 0, mention.Type));
            if (TitleOfCountry(facts, mention) is >= 0 and var word) Put(patterns, OtherArticle(document, word), SentenceView.Mention(document, word, word + 1, 0, mention.Type));
            if (IsDescribed(facts, mention)) Put(patterns, facts[mention.First].Stem, SentenceView.Mention(document, mention.First, mention.First + 1, mention.Particles, mention.Type) with { Anaphor = (facts[mention.First].Roles & WordRoles.Alone) == 0 });
        }

        return patterns;
    }

    // "X [his counterpart]", where X ends a full name elsewhere: the tagger drew in a word that is no family name.
    private static void Shorten(Document document, ReadOnlySpan<WordFacts> facts, List<NameMention> mentions)
    {
        var families = new HashSet<uint>();
        foreach (var mention in mentions)
            if (mention.Type == NameType.Person && mention.Length > 1) families.Add(facts[mention.End - 1].Stem);
        for (var m = 0; m < mentions.Count; m++)
        {
            var mention = mentions[m];
            if (mention.Type == NameType.Person && mention.Length == 2 && WordTable.Embedded.Find(facts[mention.End - 1].Stem).IsNoFamily && families.Contains(facts[mention.First].Stem))
                mentions[m] = SentenceView.Mention(document, mention.First, mention.First + 1, mention.Particles, mention.Type);
        }
    }

    // A person who is called by more words elsewhere, where the same words follow here too: the tagger cut the name short.
    private static void Complete(Document document, bool[] covered, List<NameMention> mentions)
    {
        var full = FullNames(document, mentions);
        for (var m = 0; full.Count > 0 && m < mentions.Count; m++)
        {
            var mention = mentions[m];
            if (mention.Type != NameType.Person || mention.Length < 2 || !full.TryGetValue(StemHash(document, mention.First, mention.Particles), out var names)) continue;
            foreach (var longer in names)
                if (longer.Length > mentions[m].Length && Follows(document, longer, mentions[m], covered))
                    mentions[m] = SentenceView.Mention(document, mention.First, mention.First + longer.Length, mention.Particles, mention.Type);
            covered.AsSpan(mention.First, mentions[m].Length).Fill(true);
        }
    }

    // Persons of three words and more by their first word: each once, and no more than an article has.
    private static Dictionary<uint, List<NameMention>> FullNames(Document document, List<NameMention> mentions)
    {
        var full = new Dictionary<uint, List<NameMention>>();
        foreach (var mention in mentions)
        {
            if (mention.Type != NameType.Person || mention.Length < 3) continue;
            var hash = StemHash(document, mention.First, mention.Particles);
            if (!full.TryGetValue(hash, out var names)) full.Add(hash, names = []);
            if (names.Count < MostNamesakes && !names.Exists(name => name.Length == mention.Length && IsSame(document, name, mention.First))) names.Add(mention);
        }

        return full;
    }

    private static bool IsSame(Document document, NameMention name, int first)
    {
        for (var k = 1; k < name.Length; k++)
            if (!document.Folded(first + k).SequenceEqual(document.Folded(name.First + k))) return false;
        return true;
    }

    private static bool Follows(Document document, NameMention longer, NameMention mention, bool[] covered)
    {
        if (mention.First + longer.Length > covered.Length) return false;
        for (var k = mention.Length; k < longer.Length; k++)
            if (covered[mention.First + k]) return false;
        return IsSame(document, longer, mention.First);
    }

    // The last words of persons: each once, and no more than an article has.
    private static List<int> Families(Document document, ReadOnlySpan<WordFacts> facts, List<NameMention> mentions)
    {
        var families = new List<int>();
        foreach (var mention in mentions)
        {
            var last = mention.End - 1;
            if (families.Count == MostFamilies) break;
            if (mention.Type == NameType.Person && mention.Length > 1 && IsDistinct(document, last, facts) && !families.Exists(family => document.Folded(family).SequenceEqual(document.Folded(last)))) families.Add(last);
        }

        return families;
    }

    // A word that news hardly knows, spelled as a person's last name may be spelled.
    private static NameMention? Respelled(Document document, ReadOnlySpan<WordFacts> facts, List<int> families, int i)
    {
        if (facts[i].Rarity > RareWord || facts[i].Roles != WordRoles.None || facts[i].HasArticle) return null;
        foreach (var family in families)
            if (Spelling.Same(document.Folded(i), document.Folded(family))) return SentenceView.Mention(document, i, i + 1, 0, NameType.Person);
        return null;
    }

    // "the observatory", "the presidency" after the full name are names of it; "the committee" only stands for it.
    private static bool IsDescribed(ReadOnlySpan<WordFacts> facts, NameMention mention) =>
        mention.Length > 1 && mention.Type == NameType.Organization && facts[mention.First].HasArticle && (facts[mention.First].Roles & WordRoles.OrganizationBody) != 0;

    // "the club X" is called X, although X may be a word: victory, unity, youth.
    private static bool IsClub(ReadOnlySpan<WordFacts> facts, NameMention mention) =>
        mention.Length == 2 && mention.Type == NameType.Organization && (facts[mention.First].Roles & WordRoles.OrganizationBefore) != 0
        && (facts[mention.First + 1].HasArticle || facts[mention.First + 1].Rarity < 6) && facts[mention.First + 1].Roles == WordRoles.None;

    // "[party] call of Tunisia" is called "the call"; -1 where no word stands before a country so.
    private static int TitleOfCountry(ReadOnlySpan<WordFacts> facts, NameMention mention)
    {
        var title = mention.Length == 3 && (facts[mention.First].Roles & (WordRoles.Group | WordRoles.OrganizationBefore)) != 0 ? mention.First + 1 : mention.First;
        return mention.Type == NameType.Organization && mention.End - title == 2 && !facts[title].HasArticle && facts[title].Roles == WordRoles.None
            && (facts[title + 1].Known & (WordLists.Country | WordLists.Place)) != 0 ? title : -1;
    }

    // A family name is written with and without its article.
    private static uint OtherArticle(Document document, int token)
    {
        var word = document.Folded(token);
        if (NameParticles.HasArticle(word)) return FeatureHash.OfWord(word[2..]);
        Span<char> buffer = stackalloc char[40];
        if (word.Length > 38) return FeatureHash.OfWord(word);
        Article.CopyTo(buffer);
        word.CopyTo(buffer[2..]);
        return FeatureHash.OfWord(buffer[..(word.Length + 2)]);
    }

    private static void Put(Dictionary<uint, List<NameMention>> patterns, uint hash, NameMention mention)
    {
        if (!patterns.TryGetValue(hash, out var list)) patterns.Add(hash, list = []);
        list.Add(mention);
    }

    private static bool IsDistinct(Document document, int token, ReadOnlySpan<WordFacts> facts) =>
        facts[token].Roles == WordRoles.None && (document.Tokens[token].FoldedLength >= ShortestAlone || (document.Tokens[token].FoldedLength == ShortestAlone - 1 && facts[token].Rarity <= RareWord))
        && (WordTable.Embedded.Find(facts[token].Stem).Frequency < CommonWord || (facts[token].Known & WordLists.CommonPerson) != 0);

    private static bool[] Covered(Document document, List<NameMention> mentions)
    {
        var covered = new bool[document.Tokens.Count];
        foreach (var mention in mentions) covered.AsSpan(mention.First, mention.Length).Fill(true);
        return covered;
    }

    private static NameMention? Match(Document document, ReadOnlySpan<WordFacts> facts, Dictionary<uint, List<NameMention>> known, bool[] covered, int i)
    {
        NameMention? best = null;
        for (var particles = 0; particles <= facts[i].Particles; particles++)
        {
            if (!known.TryGetValue(StemHash(document, i, particles), out var list)) continue;
            foreach (var pattern in list)
                if (pattern.Length > (best?.Length ?? 0) && Same(document, pattern, covered, i))
                    best = SentenceView.Mention(document, i, i + pattern.Length, particles, pattern.Type) with { Key = pattern.Key, Anaphor = pattern.Anaphor };
        }

        return best;
    }

    private static bool Same(Document document, NameMention pattern, bool[] covered, int i)
    {
        if (i + pattern.Length > covered.Length) return false;
        for (var k = 0; k < pattern.Length; k++)
            if (covered[i + k] || (k > 0 && !document.Folded(i + k).SequenceEqual(document.Folded(pattern.First + k)))) return false;
        return true;
    }

    private static uint StemHash(Document document, int token, int particles)
    {
        Span<char> buffer = stackalloc char[40];
        return FeatureHash.OfWord(NameParticles.Unfuse(document.Folded(token)[particles..], buffer));
    }
}
