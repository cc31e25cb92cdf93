using System.Globalization;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>A token seen as part of a number.</summary>
/// <param name="Joined">"and" stands before it, glued or as a word of its own.</param>
/// <param name="Article">"the" is glued to it.</param>
/// <param name="Preposition">by, to or like is glued to it.</param>
/// <param name="Cut">How many folded letters to leave out in front to see the bare number.</param>
/// <param name="Width">How many tokens it takes.</param>
internal readonly record struct NumberPiece(NumberKind Kind, decimal Value, bool Joined, bool Article, bool Preposition, int Cut, int Width = 1)
{
    /// <summary>Sees one token as part of a number; <see cref="NumberKind.None"/> where it is none.</summary>
    public static NumberPiece At(Document document, int token)
    {
        if (token < 0 || token >= document.Tokens.Count) return default;
        return document.Tokens[token].Kind switch
        {
            TokenKind.Word => Word(document, token),
            TokenKind.Number => Digits(document, token),
            _ => default,
        };
    }

    /// <summary>The token is the word "and" alone.</summary>
    public static bool IsAnd(Document document, int token) => document.Folded(token) is [Letters.Waw];

    private static NumberPiece Word(Document document, int token)
    {
        if (!NumberWord.Words.TryFind(document.Folded(token), out var stem, out var word) || word.Kind == NumberKind.None) return default;
        var article = (stem.Proclitics & Proclitics.Article) != 0;
        // With the article "one" and "two" are Sunday and Monday.
        if (article && word is { Kind: NumberKind.Unit, Value: <= 2 }) return default;
        // "and one" before "ten" is spelled as "one" is.
        if (word is { Kind: NumberKind.Unit, Value: 1 } && stem.Start == 0 && IsTen(document, token + 1)) return new NumberPiece(NumberKind.TeenOne, 1, true, false, false, 0);
        var joined = (stem.Proclitics & Proclitics.Conjunction) != 0 || FollowsAnd(document, token);
        // With its tanwin written, "a thousand" in the accusative is not the dual.
        var kind = word.Kind == NumberKind.ScaleAccusative && document.Tokens[token].Span.Of(document.Text).Contains(Letters.Fathatan) ? NumberKind.Scale : word.Kind;
        return new NumberPiece(kind, word.Value, joined, article, (stem.Proclitics & Proclitics.Preposition) != 0, stem.Start);
    }

    private static bool IsTen(Document document, int token) =>
        token < document.Tokens.Count && NumberWord.Words.TryGet(document.Folded(token), out var word) && word.Kind == NumberKind.Ten;

    private static NumberPiece Digits(Document document, int token)
    {
        if (TryParted(document, token, out var parted)) return new NumberPiece(NumberKind.Digits, parted, FollowsAnd(document, token), FollowsArticle(document, token), false, 0, PartedWidth);
        var next = token + 1 < document.Tokens.Count && document.Tokens[token + 1].Kind == TokenKind.Word && IsScale(document, token + 1);
        if (!Figures.Digits.TryRead(document.Folded(token), next, out var value)) return default;
        return new NumberPiece(NumberKind.Digits, value, FollowsAnd(document, token), FollowsArticle(document, token), false, 0);
    }

    // Agencies write the decimal mark as a reh, and the part behind the mark before it, as a hand writes from right to left:
    // "6reh2" is 2.6 and "000reh30" is thirty thousand. Checked on figures that papers of the same day print with a point.
    private static bool TryParted(Document document, int token, out decimal value)
    {
        value = 0;
        if (!IsParted(document, token)) return false;
        ReadOnlySpan<char> part = document.Folded(token), whole = document.Folded(token + 2);
        if (part.Length > 3 || whole.Length > 9 || !decimal.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var behind)
            || !decimal.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var before)) return false;
        value = part is "000" ? before * 1000 : before + (behind / Tenths[part.Length]);
        return true;
    }

    /// <summary>Digits, a reh and digits without white space between.</summary>
    public static bool IsParted(Document document, int token) =>
        token + 2 < document.Tokens.Count && document.Folded(token + 1) is [Letters.Reh] && document.Tokens[token + 2].Kind == TokenKind.Number
        && document.Touches(token + 1) && document.Touches(token + 2);

    private const int PartedWidth = 3;
    private static readonly decimal[] Tenths = [1, 10, 100, 1000];

    private static bool IsScale(Document document, int token) =>
        NumberWord.Words.TryGet(document.Folded(token), out var word) && word.Kind is NumberKind.Scale or NumberKind.ScaleAccusative or NumberKind.ScalePlural;

    private static bool FollowsAnd(Document document, int token) => token > 0 && IsAnd(document, token - 1);

    private static bool FollowsArticle(Document document, int token) =>
        document.Touches(token) && document.Folded(token - 1) is [.., Letters.Alef, Letters.Lam] or [Letters.Lam, Letters.Lam];
}
