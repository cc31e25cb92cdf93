using System.Collections.Frozen;

namespace Marsad.Language.Tokens;

/// <summary>What is written as one word with a stem before it.</summary>
[Flags]
public enum Proclitics : byte
{
    None = 0,

    /// <summary>waw or feh: and, so.</summary>
    Conjunction = 1,

    /// <summary>beh, lam or kaf: by, to, like.</summary>
    Preposition = 2,

    /// <summary>seen before a present tense: will.</summary>
    Future = 4,

    /// <summary>alef and lam, or the second lam where "to" and "the" fuse.</summary>
    Article = 8,
}

/// <summary>One way to cut a word: where its stem lies in the folded word and what was cut off.</summary>
/// <param name="Start">Folded letters cut off in front.</param>
/// <param name="Length">Folded letters of the stem.</param>
/// <param name="Proclitics">What was cut off in front.</param>
/// <param name="Enclitic">Folded letters of the pronoun cut off behind; 0 for none.</param>
/// <param name="Fused">The article is there but its alef is not written ("to the ..."): the word with its article is alef, lam and the stem.</param>
public readonly record struct Stem(int Start, int Length, Proclitics Proclitics, int Enclitic, bool Fused)
{
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> folded) => folded.Slice(Start, Length);
}

/// <summary>
/// Arabic writes conjunctions, prepositions, the article and object pronouns as one word with their host. Letters alone cannot tell
/// "and the minister" from a word that merely begins with waw, so nothing is cut blindly: every possible cut is offered, the whole
/// word first and then ever more letters cut in front, and a lexicon decides.
/// </summary>
public static class Clitics
{
    /// <summary>No word has more ways to be cut than this.</summary>
    public const int MaxCandidates = 48;

    private const char Alef = '\u0627';
    private const char Beh = '\u0628';
    private const char Teh = '\u062A';
    private const char Seen = '\u0633';
    private const char Feh = '\u0641';
    private const char Kaf = '\u0643';
    private const char Lam = '\u0644';
    private const char Meem = '\u0645';
    private const char Noon = '\u0646';
    private const char Heh = '\u0647';
    private const char Waw = '\u0648';
    private const char Yeh = '\u064A';

    private const int ShortestStem = 2;

    /// <summary>Writes every way to cut a folded word into <paramref name="target"/> (at least <see cref="MaxCandidates"/> long) and returns how many.</summary>
    public static int Candidates(ReadOnlySpan<char> folded, Span<Stem> target)
    {
        var count = 0;
        Add(folded, 0, Proclitics.None, false, target, ref count);
        AddHosts(folded, 0, Proclitics.None, target, ref count);
        if (folded.Length > ShortestStem && folded[0] is Waw or Feh)
        {
            Add(folded, 1, Proclitics.Conjunction, false, target, ref count);
            AddHosts(folded, 1, Proclitics.Conjunction, target, ref count);
        }

        return count;
    }

    /// <summary>False where nothing can be cut off in front but the seen of the future.</summary>
    public static bool MayBeginWithOne(ReadOnlySpan<char> folded) => folded is [Waw or Feh or Beh or Lam or Kaf, ..] or [Alef, Lam, ..];

    /// <summary>Finds the cut whose stem the lexicon knows; with the article where the lexicon has it so, else without.</summary>
    /// <remarks>A stem before a pronoun is also tried with teh marbuta (folded heh), which a pronoun turns into teh.</remarks>
    public static bool TryFind<T>(FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> lexicon, ReadOnlySpan<char> folded, out Stem stem, out T? value) =>
        TryFind(lexicon, folded, mayHavePronoun: true, out stem, out value);

    /// <summary>The same for a word that is known to end in no pronoun: folding makes teh marbuta look like "his".</summary>
    public static bool TryFind<T>(FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> lexicon, ReadOnlySpan<char> folded, bool mayHavePronoun, out Stem stem, out T? value)
    {
        Span<Stem> cuts = stackalloc Stem[MaxCandidates];
        var count = Candidates(folded, cuts);
        foreach (var cut in cuts[..count])
        {
            stem = cut;
            if (cut.Enclitic > 0 && !mayHavePronoun) continue;
            if (lexicon.TryGetValue(cut.Of(folded), out value) || TryRespelled(lexicon, folded, cut, out value)) return true;
        }

        stem = default;
        value = default;
        return false;
    }

    private static bool TryRespelled<T>(FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> lexicon, ReadOnlySpan<char> folded, Stem cut, out T? value)
    {
        value = default;
        if (cut.Length > 30) return false;
        Span<char> word = stackalloc char[32];
        if (cut.Enclitic > 0 && cut.Of(folded)[^1] == Teh)
        {
            cut.Of(folded).CopyTo(word);
            word[cut.Length - 1] = Heh;
            return lexicon.TryGetValue(word[..cut.Length], out value);
        }

        if (!cut.Fused) return false;
        word[0] = Alef;
        word[1] = Lam;
        cut.Of(folded).CopyTo(word[2..]);
        return lexicon.TryGetValue(word[..(cut.Length + 2)], out value);
    }

    private static void AddHosts(ReadOnlySpan<char> folded, int at, Proclitics before, Span<Stem> target, ref int count)
    {
        if (at >= folded.Length) return;
        AddArticle(folded, at, before, target, ref count);
        if (folded[at] == Seen && at + 1 < folded.Length && folded[at + 1] is Alef or Noon or Teh or Yeh)
            Add(folded, at + 1, before | Proclitics.Future, false, target, ref count);
        if (folded[at] is not (Beh or Lam or Kaf)) return;
        Add(folded, at + 1, before | Proclitics.Preposition, false, target, ref count);
        if (folded[at] == Lam && at + 1 < folded.Length && folded[at + 1] == Lam)
            Add(folded, at + 2, before | Proclitics.Preposition | Proclitics.Article, true, target, ref count);
        else AddArticle(folded, at + 1, before | Proclitics.Preposition, target, ref count);
    }

    private static void AddArticle(ReadOnlySpan<char> folded, int at, Proclitics before, Span<Stem> target, ref int count)
    {
        if (at + 1 < folded.Length && folded[at] == Alef && folded[at + 1] == Lam)
            Add(folded, at + 2, before | Proclitics.Article, false, target, ref count);
    }

    private static void Add(ReadOnlySpan<char> folded, int start, Proclitics before, bool fused, Span<Stem> target, ref int count)
    {
        var length = folded.Length - start;
        if (length < ShortestStem && start > 0) return;
        target[count++] = new Stem(start, length, before, 0, fused);
        if ((before & Proclitics.Article) != 0) return; // a word with the article carries no pronoun
        var pronoun = LongestPronoun(folded[start..]);
        if (pronoun > 0 && length - pronoun >= ShortestStem) target[count++] = new Stem(start, length - pronoun, before, pronoun, false);
        if (pronoun > 1 && length - 1 >= ShortestStem && folded[^1] == Yeh) target[count++] = new Stem(start, length - 1, before, 1, false);
    }

    // his, her, their (two, many), your, our, my/me.
    private static int LongestPronoun(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return 0;
        if (word.EndsWith([Heh, Meem, Alef]) || word.EndsWith([Kaf, Meem, Alef])) return 3;
        if (word[^1] == Alef && word[^2] is Heh or Noon) return 2;
        if (word[^2] is Heh or Kaf && word[^1] is Meem or Noon) return 2;
        if (word[^2] == Noon && word[^1] == Yeh) return 2;
        return word[^1] is Heh or Kaf or Yeh ? 1 : 0;
    }
}
