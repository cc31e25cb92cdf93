using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>An ordinal of a text: a rank, or a place counted from here or from the end ("current+1", "end-1").</summary>
public readonly record struct OrdinalReading(Span Span, string Value);

/// <summary>Finds ordinals: "the eleventh", "the hundred and twenty-fifth", "the next", "the last but one".</summary>
public static class ArabicOrdinals
{
    private const int LongestPhrase = 3;
    private static readonly Lexicon<string> Relative = Lexicon<string>.Load("ordinals.tsv", row => row[1]);

    /// <summary>In text order; spans do not overlap.</summary>
    /// <param name="relative">Also places counted from here or from the end.</param>
    public static IReadOnlyList<OrdinalReading> Find(Document document, bool relative = true)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = new List<OrdinalReading>();
        for (var token = 0; token < document.Tokens.Count;)
        {
            var end = token + 1;
            if (relative && TryRelative(document, token, out var reading, out end)) found.Add(reading);
            else if (TryRank(document, token, out reading, out end)) found.Add(reading);
            token = end;
        }

        return found;
    }

    private static bool TryRelative(Document document, int token, out OrdinalReading reading, out int end)
    {
        for (var length = LongestPhrase; length > 0; length--)
        {
            end = token + length;
            if (end > document.Tokens.Count || !TryPhrase(document, token, length, out var value)) continue;
            reading = new OrdinalReading(document.Cover(token, end), value);
            return true;
        }

        reading = default;
        end = token + 1;
        return false;
    }

    private static bool TryPhrase(Document document, int first, int length, out string value)
    {
        Span<char> phrase = stackalloc char[64];
        var at = 0;
        value = "";
        for (var i = first; i < first + length; i++)
        {
            var word = document.Folded(i);
            if (document.Tokens[i].Kind != TokenKind.Word || at + word.Length + 1 > phrase.Length) return false;
            if (at > 0) phrase[at++] = ' ';
            word.CopyTo(phrase[at..]);
            at += word.Length;
        }

        return Relative.TryGet(phrase[..at], out value!);
    }

    // "the third", "the third ten", "the third and the twentieth", "the hundred and the third and the twentieth", "the thirtieth".
    private static bool TryRank(Document document, int token, out OrdinalReading reading, out int end)
    {
        reading = default;
        end = token + 1;
        var piece = Rank(document, token);
        if (piece.Kind == NumberKind.None || (!piece.Article && piece is not { Kind: NumberKind.Ordinal, Value: 1 })) return false;
        var value = piece.Value;
        for (var next = Rank(document, end); Follows(piece, next); next = Rank(document, end))
        {
            value += next.Value;
            (piece, end) = (next, end + 1);
        }

        if (piece.Kind is NumberKind.OrdinalTeen or NumberKind.Unit) return false;
        reading = new OrdinalReading(document.Cover(token, end), value.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
        return true;
    }

    private static bool Follows(NumberPiece piece, NumberPiece next) => next.Kind switch
    {
        NumberKind.Ten => !next.Joined && piece.Kind is NumberKind.Ordinal or NumberKind.OrdinalTeen,
        NumberKind.Tens => next is { Joined: true, Article: true } && piece.Kind is NumberKind.Ordinal or NumberKind.OrdinalTeen or NumberKind.Unit,
        NumberKind.Ordinal or NumberKind.OrdinalTeen => next is { Joined: true, Article: true } && piece.Kind is NumberKind.Hundred or NumberKind.Hundreds or NumberKind.Scale,
        _ => false,
    };

    // "the one" stands for "the first" before tens; other counts with the article are no ranks.
    private static NumberPiece Rank(Document document, int token)
    {
        var piece = NumberPiece.At(document, token);
        if (piece.Kind is NumberKind.Ordinal or NumberKind.OrdinalTeen or NumberKind.Tens or NumberKind.Ten or NumberKind.Hundred or NumberKind.Hundreds or NumberKind.Scale) return piece;
        return token < document.Tokens.Count && NumberWord.Words.TryFind(document.Folded(token), out var stem, out var word) && word is { Kind: NumberKind.Unit, Value: 1 } && (stem.Proclitics & Proclitics.Article) != 0
            ? new NumberPiece(NumberKind.Unit, 1, false, true, false, stem.Start)
            : default;
    }
}
