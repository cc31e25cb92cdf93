using Marsad.Language.Text;

namespace Marsad.Language.Tokens;

/// <summary>Cuts folded text into tokens. Tokens never overlap, and white space is the only thing between them that is not a token.</summary>
public static class Tokenizer
{
    public static List<Token> Tokenize(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>(text.Length / 5);
        var folded = text.Folded;
        for (var i = 0; i < folded.Length;)
        {
            var kind = KindAt(folded, i);
            if (kind is null)
            {
                i++;
                continue;
            }

            var end = kind switch
            {
                TokenKind.Word => WordEnd(folded, i),
                TokenKind.Number => NumberEnd(folded, i),
                _ => i + 1,
            };
            tokens.Add(new Token(kind.Value, text.ToOriginal(i, end), i, end - i));
            i = end;
        }

        return tokens;
    }

    private static TokenKind? KindAt(ReadOnlySpan<char> folded, int i) => folded[i] switch
    {
        '\n' => TokenKind.Break,
        >= '0' and <= '9' => TokenKind.Number,
        var c when IsLetter(c) => TokenKind.Word,
        var c when char.IsWhiteSpace(c) || char.IsControl(c) => null,
        _ => TokenKind.Punctuation,
    };

    private static int WordEnd(ReadOnlySpan<char> folded, int i)
    {
        while (i < folded.Length && (IsLetter(folded[i]) || (char.IsAsciiDigit(folded[i]) && !IsArabic(folded[i - 1])))) i++;
        return i;
    }

    // "F16" is one word, but a digit after an Arabic letter begins a number: newsrooms glue "and", "with", "to" and "the" to figures.
    private static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06FF';

    // 2.500  2,500  3٫5  12:30 and 2022/01/06 are one number token each: a separator counts only between two digits.
    private static int NumberEnd(ReadOnlySpan<char> folded, int i)
    {
        while (i < folded.Length)
        {
            if (!char.IsAsciiDigit(folded[i]) && !(IsNumberSeparator(folded[i]) && i + 1 < folded.Length && char.IsAsciiDigit(folded[i + 1]))) break;
            i++;
        }

        return i;
    }

    // Arabic decimal and thousands separators (U+066B, U+066C) and the Arabic comma, which some newsrooms put inside numbers.
    private static bool IsNumberSeparator(char c) => c is '.' or ',' or ':' or '/' or '\u066B' or '\u066C' or '\u060C';

    private static bool IsLetter(char c) => char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
