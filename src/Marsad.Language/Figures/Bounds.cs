using Marsad.Language.Data;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>Finds the words that bound a number, before it or behind what it counts: about, at least, more than.</summary>
internal static class Bounds
{
    private const int LongestPhrase = 4;
    private const int LongestGap = 5;
    private const int Buffer = 64;
    private static readonly Lexicon<bool> Gaps = Lexicon<bool>.Load("boundgaps.tsv", _ => true);
    private static readonly Lexicon<Bound> Before = Load("before");
    private static readonly Lexicon<Bound> After = Load("after");

    /// <summary>The bound that the words before <paramref name="first"/> or from one of the two places behind it on give; Exact where none.</summary>
    /// <param name="start">The first token of the words before the number; <paramref name="first"/> where they stand behind it or nowhere.</param>
    public static Bound Of(Document document, int first, int numberEnd, int phraseEnd, out int start)
    {
        for (var length = LongestPhrase; length > 0; length--)
        {
            start = first - length;
            if (TryPhrase(Before, document, start, length, out var bound)) return bound;
        }

        start = first;
        return TryOverGap(document, first, out var far) ? far : Behind(document, numberEnd, phraseEnd);
    }

    public static Bound Of(Document document, int first, int numberEnd, int phraseEnd) => Of(document, first, numberEnd, phraseEnd, out _);

    private static Bound Behind(Document document, int numberEnd, int phraseEnd)
    {
        for (var length = LongestPhrase; length > 0; length--)
            if (TryPhrase(After, document, numberEnd, length, out var bound) || TryPhrase(After, document, phraseEnd, length, out bound)) return bound;
        return Bound.Exact;
    }

    // "the number of the dead exceeded 300": the verb, what it is said of, perhaps "than", the number.
    private static bool TryOverGap(Document document, int first, out Bound bound)
    {
        bound = Bound.Exact;
        for (var start = first - 2; start >= 0 && start >= first - LongestGap && document.Tokens[start + 1].Kind == TokenKind.Word; start--)
        {
            if (!Gaps.TryFindWithPronoun(document.Folded(start + 1), out _)) continue;
            return TryGapped(document, [start - 2, start - 1, start, first - 1], out bound) || TryGapped(document, [start - 2, start - 1, start], out bound);
        }

        return false;
    }

    private static bool TryGapped(Document document, ReadOnlySpan<int> words, out Bound bound)
    {
        bound = Bound.Exact;
        for (; words.Length > 0; words = words[1..])
            if (TryPhrase(Before, document, words, out bound)) return true;
        return false;
    }

    private static Lexicon<Bound> Load(string place) =>
        new(Table.Rows("bounds.tsv").Where(row => row[1] == place).Select(row => KeyValuePair.Create(row[0], BoundOf(row[2]))));

    private static Bound BoundOf(string name) => name switch
    {
        "about" => Bound.About,
        "at_least" => Bound.AtLeast,
        "at_most" => Bound.AtMost,
        "more_than" => Bound.MoreThan,
        "less_than" => Bound.LessThan,
        _ => throw new InvalidOperationException($"bounds.tsv: unknown bound {name}"),
    };

    private static bool TryPhrase(Lexicon<Bound> lexicon, Document document, int first, int length, out Bound bound)
    {
        Span<int> tokens = stackalloc int[length];
        for (var i = 0; i < length; i++) tokens[i] = first + i;
        return TryPhrase(lexicon, document, tokens, out bound);
    }

    private static bool TryPhrase(Lexicon<Bound> lexicon, Document document, ReadOnlySpan<int> tokens, out Bound bound)
    {
        bound = Bound.Exact;
        Span<char> phrase = stackalloc char[Buffer];
        var length = document.Join(tokens, phrase);
        return length > 0 && lexicon.TryFind(phrase[..length], out _, out bound);
    }
}
