using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>A token seen as part of a number.</summary>
/// <param name="Joined">"and" stands before it, glued or as a word of its own.</param>
/// <param name="Article">"the" is glued to it.</param>
/// <param name="Preposition">by, to or like is glued to it.</param>
/// <param name="Cut">How many folded letters to leave out in front to see the bare number.</param>
internal readonly record struct NumberPiece(NumberKind Kind, decimal Value, bool Joined, bool Article, bool Preposition, int Cut)
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
        return new NumberPiece(word.Kind, word.Value, joined, article, (stem.Proclitics & Proclitics.Preposition) != 0, stem.Start);
    }

    private static bool IsTen(Document document, int token) =>
        token < document.Tokens.Count && NumberWord.Words.TryGet(document.Folded(token), out var word) && word.Kind == NumberKind.Ten;

    private static NumberPiece Digits(Document document, int token)
    {
        var next = token + 1 < document.Tokens.Count && document.Tokens[token + 1].Kind == TokenKind.Word && IsScale(document, token + 1);
        if (!Figures.Digits.TryRead(document.Folded(token), next, out var value)) return default;
        return new NumberPiece(NumberKind.Digits, value, FollowsAnd(document, token), FollowsArticle(document, token), false, 0);
    }

    private static bool IsScale(Document document, int token) =>
        NumberWord.Words.TryGet(document.Folded(token), out var word) && word.Kind is NumberKind.Scale or NumberKind.ScaleAccusative or NumberKind.ScalePlural;

    private static bool FollowsAnd(Document document, int token) => token > 0 && IsAnd(document, token - 1);

    private static bool FollowsArticle(Document document, int token) =>
        token > 0 && document.Tokens[token - 1].End == document.Tokens[token].Start && document.Folded(token - 1) is [.., Letters.Alef, Letters.Lam] or [Letters.Lam, Letters.Lam];
}
