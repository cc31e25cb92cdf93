using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>Tells numbers that label something from numbers that count: resolution 2216, F-16, the twenty-fifth, 0501234567, aged 36.</summary>
internal static class NotCounting
{
    private static readonly Data.Lexicon<bool> Ages = Data.Lexicon<bool>.Load("ages.tsv", _ => true);

    private static readonly Data.Lexicon<bool> Scores = Data.Lexicon<bool>.Load("scorewords.tsv", _ => true);

    public static bool IsLabel(Document document, in NumberRange range) =>
        range.First.Value == 1 && !range.IsRange && !range.First.InDigits
        || LooksLikeCode(document, range)
        || IsGoals(document, range)
        || (FollowsName(document, range.Start) && !Counts(document, range) && !ArabicPercentages.TryMark(document, range.End, out _))
        || IsListMark(document, range)
        || IsAge(document, range)
        || NumberPiece.At(document, range.Start - 1) is { Kind: NumberKind.Ordinal or NumberKind.OrdinalTeen, Article: true };

    // "drew by three goals": a score in words.
    private static bool IsGoals(Document document, in NumberRange range) =>
        range.End < document.Tokens.Count && document.Folded(range.End) is [Letters.Alef, Letters.Heh, Letters.Dal, Letters.Alef, Letters.Feh] or [Letters.Heh, Letters.Dal, Letters.Feh, Letters.Alef]
        && (NumberPiece.At(document, range.Start).Preposition || (range.Start > 0 && Scores.TryFind(document.Folded(range.Start - 1), out _, out _)));

    // A leading zero, a plus or a hyphen that glues it to a word: telephone numbers, 5+1, F-16.
    private static bool LooksLikeCode(Document document, in NumberRange range)
    {
        if (!range.First.InDigits) return false;
        var digits = document.Folded(range.Start);
        if (digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1])) return true;
        return IsSign(document, range.Start - 1, '+') || IsSign(document, range.End, '+') || IsSign(document, range.End, '/')
            || (IsSign(document, range.Start - 1, '-') && document.Touches(range.Start - 1) && document.Touches(range.Start))
            || (range.End < document.Tokens.Count && document.Tokens[range.End].Kind == TokenKind.Word && document.Touches(range.End) && char.IsAsciiLetter(document.Folded(range.End)[0]));
    }

    private static bool IsSign(Document document, int at, char sign) => at >= 0 && at < document.Tokens.Count && document.Folded(at) is [var only] && only == sign;

    // "the region recorded 135 cases": behind its noun in the number that grammar asks for, it counts.
    private static bool Counts(Document document, in NumberRange range) =>
        range.End < document.Tokens.Count && CountedNoun.Forms.TryGet(document.Folded(range.End), out var noun) && noun.IsPlural == range.High is >= 3 and <= 10;

    private static bool FollowsName(Document document, int first)
    {
        var at = first - 1;
        while (at >= 0 && document.Folded(at) is ['('] or ['"'] or [Letters.Alef, Letters.Lam]) at--;
        // "articles 89 and 98"
        if (at >= 2 && NumberPiece.IsAnd(document, at) && document.Tokens[at - 1].Kind == TokenKind.Number) at -= 2;
        // "what adds up to 5275": the word for "its sum" is spelled as "group" is.
        if (at > 0 && document.Folded(at - 1) is [Letters.Meem, Letters.Alef]) return false;
        return at >= 0 && document.Tokens[at].Kind == TokenKind.Word && FigureWords.NamesByNumber(document.Folded(at));
    }

    // "1- ...", "2) ..." at the beginning of a line.
    private static bool IsListMark(Document document, in NumberRange range) =>
        range.First.InDigits && (range.Start == 0 || document.Tokens[range.Start - 1].Kind == TokenKind.Break)
        && range.End < document.Tokens.Count && document.Folded(range.End) is ['-'] or ['.'] or [')'] or [':'];

    private static bool IsAge(Document document, in NumberRange range)
    {
        for (var i = Math.Max(0, range.Start - 3); i < range.Start; i++)
            if (Ages.TryFind(document.Folded(i), out _, out _)) return true;
        return range.End + 1 < document.Tokens.Count && document.Folded(range.End) is [Letters.Meem, Letters.Noon] && Ages.TryFind(document.Folded(range.End + 1), out _, out _);
    }
}
