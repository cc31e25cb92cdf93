using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>An ordinal of a text: a rank, or a place counted from here or from the end ("current+1", "end-1").</summary>
public readonly record struct OrdinalReading(Span Span, string Value);

/// <summary>Finds ordinals: "the eleventh", "the hundred and twenty-fifth", "the next", "the last but one".</summary>
public static class ArabicOrdinals
{
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
            if (TryRelative(document, token, out var reading, out end))
            {
                if (relative) found.Add(reading);
            }
            else if (TryRank(document, token, out reading, out end)) found.Add(reading);
            token = end;
        }

        return found;
    }

    private static bool TryRelative(Document document, int token, out OrdinalReading reading, out int end)
    {
        ReadOnlySpan<int> longest = [token, token + 1, token + 2];
        for (var length = longest.Length; length > 0; length--)
        {
            end = token + length;
            if (!TryPhrase(document, longest[..length], out var value)) continue;
            reading = new OrdinalReading(document.Cover(token, end), value);
            return true;
        }

        reading = default;
        end = token + 1;
        return false;
    }

    private static bool TryPhrase(Document document, ReadOnlySpan<int> tokens, out string value)
    {
        Span<char> phrase = stackalloc char[64];
        value = "";
        var letters = document.Join(tokens, phrase);
        return letters > 0 && Relative.TryGet(phrase[..letters], out value!);
    }

    // "the third", "the third ten", "the third and the twentieth", "the hundred and the third and the twentieth", "the thirtieth".
    private static bool TryRank(Document document, int token, out OrdinalReading reading, out int end)
    {
        reading = default;
        end = token + 1;
        var piece = Rank(document, token);
        if (piece.Kind == NumberKind.None || (!piece.Article && piece is not { Kind: NumberKind.Ordinal, Value: 1 })) return false;
        var value = piece.Value;
        for (var at = BehindAnd(document, end); Rank(document, at) is var next && Follows(piece, next); at = BehindAnd(document, end))
        {
            value += next.Value;
            (piece, end) = (next, at + 1);
        }

        if (piece.Kind is NumberKind.OrdinalTeen or NumberKind.Unit) return false;
        reading = new OrdinalReading(document.Cover(token, end), value.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
        return true;
    }

    private static int BehindAnd(Document document, int at) => at < document.Tokens.Count && NumberPiece.IsAnd(document, at) ? at + 1 : at;

    private static bool Follows(NumberPiece piece, NumberPiece next) => next.Kind switch
    {
        NumberKind.Ten => !next.Joined && piece.Kind is NumberKind.Ordinal or NumberKind.OrdinalTeen,
        NumberKind.Tens => next.Joined && (next.Article ? piece.Kind is NumberKind.Ordinal or NumberKind.OrdinalTeen or NumberKind.Unit : piece.Kind is NumberKind.Ordinal or NumberKind.Unit),
        NumberKind.Unit => next is { Joined: true, Article: false } && piece.Kind is NumberKind.Hundred or NumberKind.Hundreds or NumberKind.Scale,
        NumberKind.Ordinal or NumberKind.OrdinalTeen => next is { Joined: true, Article: true } && piece.Kind is NumberKind.Hundred or NumberKind.Hundreds or NumberKind.Scale,
        _ => false,
    };

    // "the one" and "the two" stand for "the first" and "the second" before tens, any unit behind hundreds; other counts with the article are no ranks.
    private static NumberPiece Rank(Document document, int token)
    {
        var piece = NumberPiece.At(document, token);
        if (piece.Kind is NumberKind.Ordinal or NumberKind.OrdinalTeen or NumberKind.Tens or NumberKind.Ten or NumberKind.Hundred or NumberKind.Hundreds or NumberKind.Scale) return piece;
        if (piece is { Kind: NumberKind.Unit, Joined: true, Article: false }) return piece;
        return token < document.Tokens.Count && NumberWord.Words.TryFind(document.Folded(token), out var stem, out var word) && word is { Kind: NumberKind.Unit, Value: 1 or 2 } && (stem.Proclitics & Proclitics.Article) != 0
            ? new NumberPiece(NumberKind.Unit, word.Value, false, true, false, stem.Start)
            : default;
    }
}
