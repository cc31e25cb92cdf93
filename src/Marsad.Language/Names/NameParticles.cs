namespace Marsad.Language.Names;

/// <summary>
/// Finds the particles written onto the front of a word: conjunctions waw and feh, then the prepositions beh, lam and kaf, lam fusing
/// with the article. Most letters that could be a particle belong to the word, so a cut must be borne out by how often both forms occur in news.
/// </summary>
internal static class NameParticles
{
    private const char Alef = '\u0627';
    private const char Beh = '\u0628';
    private const char Feh = '\u0641';
    private const char Kaf = '\u0643';
    private const char Lam = '\u0644';
    private const char Waw = '\u0648';
    private const int ShortestStem = 3;

    // A word that is itself a known name is cut only where the rest is four times as frequent.
    private const int NameMargin = 16;

    public static bool IsConjunction(char c) => c is Waw or Feh;

    public static bool IsPreposition(char c) => c is Beh or Lam or Kaf;

    /// <summary>Whether the word begins with the article, or with the lam that swallowed its alef.</summary>
    public static bool HasArticle(ReadOnlySpan<char> word) => word.Length > ShortestStem && word[0] == Alef && word[1] == Lam;

    public static bool HasFusedArticle(ReadOnlySpan<char> word) => word.Length > ShortestStem && word[0] == Lam && word[1] == Lam;

    /// <summary>How many of the first folded letters are particles: 0, 1 or 2. A fused article counts its first lam only.</summary>
    public static int Count(ReadOnlySpan<char> word, WordTable words, NameLexicon lexicon)
    {
        if (word.Length == ShortestStem && IsPreposition(word[0]) && IsShortHead(word, lexicon)) return 1;
        if (word.Length <= ShortestStem || !(IsConjunction(word[0]) || IsPreposition(word[0]))) return 0;
        if (lexicon.IsWhole(word)) return 0;
        if (OpensBody(word[1..], lexicon) || (word[0] == Lam && IsLink(word[1..], lexicon))) return 1;
        var best = 0;
        var whole = Entry(word, words);
        var bestFrequency = whole.Frequency + Margin(word);
        if ((whole.Lists & (WordLists.CommonPerson | WordLists.Country)) != 0) bestFrequency += NameMargin;
        Try(word, 1, words, ref best, ref bestFrequency);
        if (IsConjunction(word[0]) && IsPreposition(word[1])) Try(word, 2, words, ref best, ref bestFrequency);
        return best;
    }

    /// <summary>The word's frequency in news; a fused article is read as the article.</summary>
    public static int Frequency(ReadOnlySpan<char> word, WordTable words) => Entry(word, words).Frequency;

    /// <summary>What is known of the word; a fused article is read as the article.</summary>
    public static WordEntry Entry(ReadOnlySpan<char> word, WordTable words)
    {
        if (!HasFusedArticle(word) || word.Length > 40) return words.Find(word);
        Span<char> whole = stackalloc char[40];
        return words.Find(Unfuse(word, whole));
    }

    /// <summary>The word with its article written out: lam-lam becomes alef-lam.</summary>
    public static ReadOnlySpan<char> Unfuse(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (!HasFusedArticle(word) || word.Length > buffer.Length) return word;
        word.CopyTo(buffer);
        buffer[0] = Alef;
        return buffer[..word.Length];
    }

    private static void Try(ReadOnlySpan<char> word, int letters, WordTable words, ref int best, ref int bestFrequency)
    {
        var stem = word[letters..];
        if (stem.Length < ShortestStem || IsPurpose(word, stem, words)) return;
        var frequency = Frequency(stem, words);
        if (frequency <= bestFrequency) return;
        best = letters;
        bestFrequency = frequency;
    }

    // "in" + "quarter"; "in" + "son of", which opens the names of towns.
    private static bool IsShortHead(ReadOnlySpan<char> word, NameLexicon lexicon) =>
        (lexicon.RolesOf(word[1..]) & WordRoles.PlaceBefore) != 0 || (word[0] == Beh && word[1] == Beh && (lexicon.RolesOf(word[1..]) & WordRoles.Joint) != 0);

    // "for football", "for the rights of" are more frequent than what they are for.
    private static bool IsLink(ReadOnlySpan<char> stem, NameLexicon lexicon) => (lexicon.RolesOf(stem) & WordRoles.OrganizationLink) != 0;

    // Nouns such as "newspaper" behind a preposition, however often a newsroom's links say "in the newspaper".
    private static bool OpensBody(ReadOnlySpan<char> stem, NameLexicon lexicon) =>
        stem.Length > ShortestStem && (lexicon.RolesOf(stem) & (WordRoles.Media | WordRoles.Group | WordRoles.OrganizationOf)) != 0;

    // "for the" + noun: what is left after the first lam, "for" + noun, is frequent too, but is no noun.
    private static bool IsPurpose(ReadOnlySpan<char> word, ReadOnlySpan<char> stem, WordTable words) =>
        HasFusedArticle(word) && stem.Length == word.Length - 1 && words.Find(stem[1..]).Frequency > words.Find(stem).Frequency;

    // Units of the frequency scale (8 = twice as often). The article after a particle makes a cut nearly sure.
    private static int Margin(ReadOnlySpan<char> word) =>
        HasArticle(word[1..]) || HasArticle(word[2..]) ? -24 : 0;
}
