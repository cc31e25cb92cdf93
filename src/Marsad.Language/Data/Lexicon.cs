using System.Collections.Frozen;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Data;

/// <summary>Folded words and what they mean, found in running text under their conjunction, preposition and article.</summary>
internal sealed class Lexicon<T>
{
    private const int LongestFused = 30;
    // One kind of table for all lexicons: a table for every T would be compiled anew for each at the start of the program.
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly List<T> _values = [];

    /// <summary>Two spellings that fold to one word must mean the same: the first counts.</summary>
    public Lexicon(IEnumerable<KeyValuePair<string, T>> words)
    {
        var table = new Dictionary<string, int>();
        foreach (var (word, value) in words)
            if (table.TryAdd(Folding.Fold(word), _values.Count)) _values.Add(value);
        _words = table.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Loads a file of lang/ar whose first column is the word.</summary>
    public static Lexicon<T> Load(string file, Func<string[], T> read) =>
        new(Table.Rows(file).Select(row => KeyValuePair.Create(row[0], read(row))));

    public bool Has(ReadOnlySpan<char> folded) => _words.TryGetValue(folded, out _);

    public bool TryGet(ReadOnlySpan<char> folded, out T? value)
    {
        var found = _words.TryGetValue(folded, out var at);
        value = found ? _values[at] : default;
        return found;
    }

    /// <summary>Finds a word, whole or without what is written together in front of it. Pronouns behind are not cut: number and calendar words take none.</summary>
    public bool TryFind(ReadOnlySpan<char> folded, out Stem stem, out T? value)
    {
        stem = new Stem(0, folded.Length, Proclitics.None, 0, false);
        if (TryGet(folded, out value)) return true;
        // Most words begin with none, and this is the busiest line of the room.
        if (!Clitics.MayBeginWithOne(folded)) return false;
        Span<Stem> cuts = stackalloc Stem[Clitics.MaxCandidates];
        var count = Clitics.Candidates(folded, cuts);
        foreach (var cut in cuts[1..count])
        {
            stem = cut;
            if (cut.Enclitic == 0 && (cut.Proclitics & Proclitics.Future) == 0 && (TryGet(cut.Of(folded), out value) || TryFused(folded, cut, out value))) return true;
        }

        stem = default;
        value = default;
        return false;
    }

    // "to the" writes the article without its alef: the word with its article is alef, lam and the stem.
    private bool TryFused(ReadOnlySpan<char> folded, Stem cut, out T? value)
    {
        value = default;
        if (!cut.Fused || cut.Length > LongestFused) return false;
        Span<char> word = stackalloc char[LongestFused + 2];
        word[0] = Letters.Alef;
        word[1] = Letters.Lam;
        cut.Of(folded).CopyTo(word[2..]);
        return TryGet(word[..(cut.Length + 2)], out value);
    }

    /// <summary>As <see cref="TryFind"/>, and also with a pronoun cut off behind: "its employees".</summary>
    public bool TryFindWithPronoun(ReadOnlySpan<char> folded, out T? value)
    {
        var found = Clitics.TryFind(_words, folded, out _, out var at);
        value = found ? _values[at] : default;
        return found;
    }
}
