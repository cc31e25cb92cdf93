using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>A number of any kind written in a text: negative, broken, raised to a power.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">The token after the last.</param>
public readonly record struct NumberExpression(Span Span, double Value, int Start, int End);

/// <summary>
/// Finds every number of a text, whatever it counts: what <see cref="ArabicNumbers"/> reads, and signs, fractions ("three over five", "one part
/// of a hundred", 1 4/5), powers and exponents. Wider than news needs: figures are found by <see cref="FigureFinder"/>.
/// </summary>
public static class NumberExpressions
{
    /// <summary>In text order; spans do not overlap.</summary>
    public static IReadOnlyList<NumberExpression> Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = new List<NumberExpression>();
        for (var token = 0; token < document.Tokens.Count;)
        {
            if (TryRead(document, token, out var expression))
            {
                found.Add(expression);
                token = expression.End;
            }
            else
            {
                token = AddParts(document, token, found);
            }
        }

        return found;
    }

    private static bool TryRead(Document document, int token, out NumberExpression expression)
    {
        if (TryTenths(document, token, out expression)) return true;
        var minus = IsMinus(document, token);
        var at = minus ? token + 1 : token;
        if (!TryRatio(document, at, minus, out var value, out var end)) return false;
        var start = minus || document.Tokens[at].Kind != TokenKind.Word ? document.Tokens[token].Start : Start(document, at);
        expression = new NumberExpression(new Span(start, document.Tokens[end - 1].End), minus ? -value : value, token, end);
        return true;
    }

    // ".08", with nothing written together before it.
    private static bool TryTenths(Document document, int token, out NumberExpression expression)
    {
        expression = default;
        if (document.Folded(token) is not ['.'] || document.Touches(token) || token + 1 >= document.Tokens.Count || !document.Touches(token + 1) || IsGlued(document, token + 1)) return false;
        if (document.Tokens[token + 1].Kind != TokenKind.Number) return false;
        if (!double.TryParse($"0.{document.Folded(token + 1)}", System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var value)) return false;
        expression = new NumberExpression(document.Cover(token, token + 2), value, token, token + 2);
        return true;
    }

    private static int Start(Document document, int token) => document.Without(token, NumberPiece.At(document, token).Cut).Start;

    // The word "negative", or a minus that touches its number and nothing before it, or opens the text.
    private static bool IsMinus(Document document, int token)
    {
        if (token + 1 >= document.Tokens.Count) return false;
        if (NumberPiece.At(document, token).Kind == NumberKind.Minus) return true;
        return document.Folded(token) is ['-'] && document.Tokens[token + 1].Kind == TokenKind.Number && (token == 0 || (document.Touches(token + 1) && !document.Touches(token)));
    }

    // A number, or one over another: "X over Y", "X of Y", "X parts of Y", "a part of Y".
    private static bool TryRatio(Document document, int token, bool signed, out double value, out int end)
    {
        var part = NumberPiece.At(document, token).Kind == NumberKind.Part;
        (value, end) = (1, token);
        if (!part && !TryOne(document, token, out value, out end)) return false;
        if (!part && TryPoint(document, ref value, ref end)) return true;
        var at = part ? token : end;
        if (TryDenominator(document, at, out var below, out var after) && below != 0)
        {
            (value, end) = (value / below, after);
            return true;
        }

        // A lone "one" in a sentence is a pronoun more often than a number.
        return !part && (signed || value != 1 || document.Tokens.Count == 1 || end > token + 1 || document.Tokens[token].Kind == TokenKind.Number);
    }

    // "three point five", "two hundred point three of a hundred"
    private static bool TryPoint(Document document, ref double value, ref int end)
    {
        if (NumberPiece.At(document, end).Kind != NumberKind.Point || !TryRatio(document, end + 1, true, out var part, out var after) || part < 0) return false;
        while (part >= 1) part /= 10;
        (value, end) = (value + part, after);
        return true;
    }

    private static bool TryDenominator(Document document, int at, out double value, out int end)
    {
        (value, end) = (0, at);
        if (at >= document.Tokens.Count) return false;
        var kind = NumberPiece.At(document, at).Kind;
        if (kind == NumberKind.Part) at++;
        else if (kind == NumberKind.Over) return TryOne(document, at + 1, out value, out end);
        return at < document.Tokens.Count && document.Folded(at) is [Letters.Meem, Letters.Noon] && TryOne(document, at + 1, out value, out end) && value > 1;
    }

    private static bool TryOne(Document document, int token, out double value, out int end)
    {
        (value, end) = (0, token);
        if (token >= document.Tokens.Count || IsGlued(document, token)) return false;
        if (document.Tokens[token].Kind == TokenKind.Number && TryDigits(document, token, out value, out end)) return true;
        if (IsLoneFraction(document, token, out value))
        {
            end = token + 1;
            return true;
        }

        if (!ArabicNumbers.TryRead(document, token, out var reading)) return false;
        (value, end) = ((double)reading.Value, reading.End);
        Extend(document, reading, ref value, ref end);
        return true;
    }

    // Digits with letters glued behind them are a measure or a code, not a number, and neither are the letters.
    private static bool IsGlued(Document document, int token) =>
        document.Tokens[token].Kind == TokenKind.Word && document.Touches(token) && document.Tokens[token - 1].Kind == TokenKind.Number
        || document.Tokens[token].Kind == TokenKind.Number && token + 1 < document.Tokens.Count && document.Touches(token + 1)
        && document.Tokens[token + 1].Kind == TokenKind.Word && !IsExponent(document, token + 1);

    private static bool IsExponent(Document document, int token) =>
        document.Folded(token) is ['e', ..] and var word && (word.Length > 1 ? word[1..].IndexOfAnyExceptInRange('0', '9') < 0 : true);

    // "an eighth", and "the fifth of the hour", whose letters spell five where no noun with an article follows.
    private static bool IsLoneFraction(Document document, int token, out double value)
    {
        value = 0;
        var piece = NumberPiece.At(document, token);
        var definite = token + 1 < document.Tokens.Count && Letters.HasArticle(document.Folded(token + 1));
        if (piece.Kind is NumberKind.FractionWeak && (definite || document.Tokens.Count == 1) && !piece.Preposition) value = (double)piece.Value;
        else if (piece is { Kind: NumberKind.Unit, Value: >= 5 and not 6 and not 8, Article: false } && document.Folded(token)[^1] != Letters.Heh
            && definite && NumberPiece.At(document, token + 1).Kind == NumberKind.None) value = 1 / (double)piece.Value;
        return value > 0;
    }

    // "twenty fifths", "twenty and three fifths", "three and a fifth", "4 thousands 3 hundred".
    private static void Extend(Document document, in NumberReading reading, ref double value, ref int end)
    {
        var next = NumberPiece.At(document, end);
        if (next is { Kind: NumberKind.FractionPlural, Joined: false })
        {
            (value, end) = (value * (double)next.Value, end + 1);
            return;
        }

        if (next is { Kind: NumberKind.Unit, Joined: false, Value: >= 3 } && reading.Value > 10 && document.Folded(end)[^1] != Letters.Heh)
        {
            (value, end) = (value / (double)next.Value, end + 1);
            return;
        }

        var at = NumberPiece.IsAnd(document, Math.Min(end, document.Tokens.Count - 1)) ? end + 1 : end;
        if (next.Kind == NumberKind.Digits && reading.Scale > 1 && ArabicNumbers.TryRead(document, end, out var rest) && rest.Value < reading.Scale)
            (value, end) = (value + (double)rest.Value, rest.End);
        else if (NumberPiece.At(document, at) is { Kind: NumberKind.Unit, Joined: true } unit) AddFraction(document, reading, unit, at, ref value, ref end);
    }

    private static void AddFraction(Document document, in NumberReading reading, NumberPiece unit, int at, ref double value, ref int end)
    {
        var after = NumberPiece.At(document, at + 1);
        if (after is { Kind: NumberKind.FractionPlural, Joined: false }) (value, end) = (value + (double)(unit.Value * after.Value), at + 2);
        else if (unit.Value >= 3 && reading.Value < 10 && document.Folded(at)[^1] != Letters.Heh) (value, end) = (value + (1 / (double)unit.Value), at + 1);
    }

    // 1 4/5 · 3/4 · 1 234 567 · 1.1^23 · 12e+14
    private static bool TryDigits(Document document, int token, out double value, out int end)
    {
        end = token + 1;
        if (!TryFraction(document.Folded(token), out value))
        {
            if (!Digits.TryRead(document.Folded(token), false, out var plain)) return false;
            value = (double)plain;
            if (TryPower(document, token, ref value, ref end)) return true;
            if (TryGroups(document, token, ref value, ref end)) return true;
            if (end < document.Tokens.Count && document.Tokens[end].Kind == TokenKind.Number && !document.Touches(end) && TryFraction(document.Folded(end), out var more))
            {
                (value, end) = (value + more, end + 1);
                return true;
            }

            return end >= document.Tokens.Count || NumberPiece.At(document, end).Kind is NumberKind.None or NumberKind.Part or NumberKind.Over or NumberKind.Digits or NumberKind.Unit;
        }

        if (end < document.Tokens.Count && document.Tokens[end].Kind == TokenKind.Number && Digits.TryRead(document.Folded(end), false, out var whole)) (value, end) = (value + (double)whole, end + 1);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> digits, out double value)
    {
        value = 0;
        var slash = digits.IndexOf('/');
        if (slash < 1 || digits[(slash + 1)..].Contains('/') || slash > 4 || digits.Length - slash > 5) return false;
        if (!Digits.TryRead(digits[..slash], false, out var above) || !Digits.TryRead(digits[(slash + 1)..], false, out var below) || below == 0) return false;
        value = (double)(above / below);
        return true;
    }

    private static bool TryGroups(Document document, int token, ref double value, ref int end)
    {
        if (document.Folded(token).Length > 3) return false;
        var at = token + 1;
        for (; at < document.Tokens.Count && document.Tokens[at].Kind == TokenKind.Number && IsGroup(document, at); at++) value = (value * 1000) + double.Parse(document.Folded(at), System.Globalization.CultureInfo.InvariantCulture);
        if (at == token + 1) return false;
        // 1 234 567.89
        if (at < document.Tokens.Count && document.Folded(at) is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '.', .. var tenths] && IsApart(document, at)
            && double.TryParse(document.Folded(at), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var last) && tenths.Length > 0)
            (value, at) = ((value * 1000) + last, at + 1);
        end = at;
        return true;
    }

    private static bool IsGroup(Document document, int token) =>
        document.Folded(token) is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'] && IsApart(document, token);

    // One space stands before it.
    private static bool IsApart(Document document, int token) => document.Tokens[token].Start - document.Tokens[token - 1].End == 1;

    private static bool TryPower(Document document, int token, ref double value, ref int end)
    {
        var at = token + 1;
        var (raised, negative, exponent) = (false, false, false);
        for (; at < document.Tokens.Count && document.Touches(at) && document.Folded(at) is ['-'] or ['+'] or ['^'] or ['e']; at++)
        {
            raised |= document.Folded(at) is ['^'];
            exponent |= document.Folded(at) is ['e'];
            negative |= document.Folded(at) is ['-'];
        }

        if (at < document.Tokens.Count && at == token + 1 && document.Touches(at) && document.Folded(at) is ['e', ..] and var tail && IsExponent(document, at))
        {
            (value, end) = (value * Math.Pow(10, double.Parse(tail[1..], System.Globalization.CultureInfo.InvariantCulture)), at + 1);
            return true;
        }

        if (!(raised || exponent) || at >= document.Tokens.Count || !document.Touches(at) || !Digits.TryRead(document.Folded(at), false, out var power)) return false;
        var by = negative ? -(double)power : (double)power;
        (value, end) = (raised ? Math.Pow(value, by) : value * Math.Pow(10, by), at + 1);
        return true;
    }

    // 192.168.1.2 and 5/17/2018 are several numbers with marks between.
    private static int AddParts(Document document, int token, List<NumberExpression> found)
    {
        if (document.Tokens[token].Kind != TokenKind.Number || IsGlued(document, token)) return token + 1;
        var digits = document.Folded(token);
        foreach (var range in digits.SplitAny('.', '/', ':'))
        {
            var (start, length) = range.GetOffsetAndLength(digits.Length);
            if (Digits.TryRead(digits[range], false, out var value)) found.Add(new NumberExpression(document.Part(token, start, length), (double)value, token, token + 1));
        }

        return token + 1;
    }
}
