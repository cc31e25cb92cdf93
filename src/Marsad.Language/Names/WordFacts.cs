using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>What the features of a token are made from, worked out once a token.</summary>
internal struct WordFacts
{
    public uint Word;
    public uint Stem;
    public uint Prefix1;
    public uint Prefix2;
    public uint Prefix3;
    public uint Prefix4;
    public uint Suffix1;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;
    public uint Fine;
    public uint Coarse;
    public uint Close;
    public uint Near;
    public uint Far;
    public uint Kind;
    public uint Lists;
    public uint Shape;
    public uint Rarity;
    public uint Use;
    public uint Trigger;
    public byte Particles;

    /// <summary>Begins with the article, after its particles.</summary>
    public bool HasArticle;

    public WordRoles Roles;

    public readonly WordLists Known => (WordLists)(Lists & 0xFF);

    private const int Reach = 5;
    private const WordRoles Triggers = WordRoles.Title | WordRoles.Kin | WordRoles.AnyOrganization | WordRoles.PlaceBefore | WordRoles.PlacePart;

    /// <summary>Stands before the first and after the last token of a sentence.</summary>
    public static readonly WordFacts Edge = new() { Word = 1, Stem = 1, Fine = 2000, Coarse = 100, Close = 5002, Near = 5002, Far = 5002, Kind = 5002, Shape = 1000 };

    /// <summary>The facts of every token of a document.</summary>
    public static WordFacts[] Of(Document document)
    {
        var facts = new WordFacts[document.Tokens.Count];
        Fill(document, facts);
        return facts;
    }

    /// <summary>Writes the facts of every token of a document; <paramref name="facts"/> has a place for each.</summary>
    public static void Fill(Document document, Span<WordFacts> facts)
    {
        for (var i = 0; i < facts.Length; i++) facts[i] = Of(document, i, WordTable.Embedded, NameLexicon.Embedded);
        SetTriggers(document, facts);
    }

    // "the foreign minister of ..., X": the title that announces a name may stand some words before it.
    private static void SetTriggers(Document document, Span<WordFacts> facts)
    {
        var (last, trigger) = (-1, 0u);
        for (var i = 0; i < facts.Length; i++)
        {
            if (last >= 0 && i - last <= Reach) facts[i].Trigger = trigger;
            if (document.Tokens[i].Kind == TokenKind.Break || IsFullStop(document, i)) last = -1;
            if ((facts[i].Roles & Triggers) != 0) (last, trigger) = (i, facts[i].Stem);
        }
    }

    private static bool IsFullStop(Document document, int token) =>
        document.Tokens[token].Kind == TokenKind.Punctuation && document.Text[document.Tokens[token].Start] == '.';

    private static WordFacts Of(Document document, int token, WordTable words, NameLexicon lexicon)
    {
        var folded = document.Folded(token);
        var kind = document.Tokens[token].Kind;
        if (kind == TokenKind.Number) return OfNumber(folded);
        if (kind != TokenKind.Word) return OfMark(folded);
        var facts = new WordFacts { Word = FeatureHash.OfWord(folded) };
        facts.Particles = (byte)NameParticles.Count(folded, words, lexicon);
        Span<char> buffer = stackalloc char[40];
        var stem = NameParticles.Unfuse(folded[facts.Particles..], buffer);
        facts.HasArticle = NameParticles.HasArticle(stem);
        facts.SetAffixes(stem);
        facts.SetLookups(stem, words, lexicon);
        facts.Shape = ShapeOf(folded, stem, facts.Particles);
        return facts;
    }

    /// <summary>The same place with its word taken out: particles and the title before it stay.</summary>
    public readonly WordFacts Blank() => new() { Particles = Particles, HasArticle = HasArticle, Trigger = Trigger, Shape = HasArticle ? 51u : 50u };

    private static WordFacts OfNumber(ReadOnlySpan<char> folded)
    {
        var shape = 10u + (uint)Math.Min(folded.Length, 5);
        return new WordFacts { Word = shape, Stem = shape, Fine = 2001, Coarse = 101, Close = 5000, Near = 5000, Far = 5000, Kind = 5000, Shape = shape };
    }

    private static WordFacts OfMark(ReadOnlySpan<char> folded)
    {
        var hash = FeatureHash.OfWord(folded);
        return new WordFacts { Word = hash, Stem = hash, Fine = 2002, Coarse = 102, Close = 5001, Near = 5001, Far = 5001, Kind = 5001, Shape = 20 };
    }

    private void SetAffixes(ReadOnlySpan<char> stem)
    {
        Stem = FeatureHash.OfWord(stem);
        Prefix1 = FeatureHash.OfWord(stem[..1]);
        Prefix2 = stem.Length > 2 ? FeatureHash.OfWord(stem[..2]) : 0;
        Prefix3 = stem.Length > 3 ? FeatureHash.OfWord(stem[..3]) : 0;
        Prefix4 = stem.Length > 4 ? FeatureHash.OfWord(stem[..4]) : 0;
        Suffix1 = FeatureHash.OfReversed(stem[^1..]);
        Suffix2 = stem.Length > 2 ? FeatureHash.OfReversed(stem[^2..]) : 0;
        Suffix3 = stem.Length > 3 ? FeatureHash.OfReversed(stem[^3..]) : 0;
        Suffix4 = stem.Length > 4 ? FeatureHash.OfReversed(stem[^4..]) : 0;
    }

    private void SetLookups(ReadOnlySpan<char> stem, WordTable words, NameLexicon lexicon)
    {
        var entry = words.Find(Stem);
        var known = entry.Hash != 0 && entry.Frequency > 0;
        Rarity = (entry.Frequency + 11u) / 12;
        Fine = known ? entry.Fine : 2003u;
        Coarse = known ? entry.Coarse : 103u;
        (Close, Near, Far, Kind) = (entry.Close, entry.Near, entry.Far, entry.Kind);
        Use = entry.Use;
        Roles = lexicon.RolesOf(stem);
        Lists = (uint)entry.Lists | (uint)Roles << 8;
    }

    private static uint ShapeOf(ReadOnlySpan<char> folded, ReadOnlySpan<char> stem, int particles)
    {
        if (folded[0] < 0x80) return 30u + (uint)Math.Min(folded.Length, 4);
        var article = NameParticles.HasArticle(stem) ? 1u : 0u;
        return 100u + ((uint)Math.Min(stem.Length, 9) * 8) + ((uint)particles * 2) + article;
    }
}
