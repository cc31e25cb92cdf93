using Marsad.Language.Data;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>Finds the words that bound a number, before it or behind what it counts: about, at least, more than.</summary>
internal static class Bounds
{
    private const int LongestPhrase = 4;
    private const int Buffer = 64;
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
        return Behind(document, numberEnd, phraseEnd);
    }

    public static Bound Of(Document document, int first, int numberEnd, int phraseEnd) => Of(document, first, numberEnd, phraseEnd, out _);

    private static Bound Behind(Document document, int numberEnd, int phraseEnd)
    {
        for (var length = LongestPhrase; length > 0; length--)
            if (TryPhrase(After, document, numberEnd, length, out var bound) || TryPhrase(After, document, phraseEnd, length, out bound)) return bound;
        return Bound.Exact;
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
        bound = Bound.Exact;
        if (first < 0 || first + length > document.Tokens.Count) return false;
        Span<char> phrase = stackalloc char[Buffer];
        var at = 0;
        for (var i = first; i < first + length; i++)
        {
            var word = document.Folded(i);
            if (document.Tokens[i].Kind != TokenKind.Word || at + word.Length + 1 > Buffer) return false;
            if (at > 0) phrase[at++] = ' ';
            word.CopyTo(phrase[at..]);
            at += word.Length;
        }

        return lexicon.TryFind(phrase[..at], out _, out bound);
    }
}
