using Marsad.Language.Text;

namespace Marsad.Language.Times;

/// <summary>Tells whether a sentence speaks of what is to come: a verb with the future seen or a word such as "due", near the date.</summary>
internal static class Tense
{
    private const int Window = 12;
    private static readonly Data.Lexicon<bool> Past = Data.Lexicon<bool>.Load("pastcues.tsv", _ => true);
    private static readonly Data.Lexicon<bool> Cues = Data.Lexicon<bool>.Load("futurecues.tsv", _ => true);

    /// <summary>Looks back from the date to the beginning of its sentence, no further than <see cref="Window"/> words, for the nearest verb that tells.</summary>
    public static bool IsFuture(TimeScan scan, int token)
    {
        for (var i = token - 1; i >= 0 && i >= token - Window; i--)
        {
            if (!scan.IsWord(i))
            {
                if (EndsClause(scan, i)) return false;
                continue;
            }

            var word = scan.Folded(i);
            if (Cues.TryFind(word, out _, out _) || IsFutureVerb(word)) return true;
            if (Past.TryFind(word, out _, out _)) return false;
        }

        return false;
    }

    private static bool EndsClause(TimeScan scan, int i) =>
        scan.Document.Tokens[i].Kind == Tokens.TokenKind.Break || scan.Is(i, '.') || scan.Is(i, '\u061B');

    // seen before the prefix of a present tense: "will he", "will she". Words of four letters and less are too often something else.
    private static bool IsFutureVerb(ReadOnlySpan<char> word)
    {
        if (word.Length > 1 && word[0] is Letters.Waw or Letters.Feh) word = word[1..];
        return word.Length >= 5 && word[0] == Letters.Seen && word[1] is Letters.Yeh or Letters.Teh && !NotFuture.Has(word);
    }

    private static readonly Data.Lexicon<bool> NotFuture = Data.Lexicon<bool>.Load("notfuture.tsv", _ => true);
}
