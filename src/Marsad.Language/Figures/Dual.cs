using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>Reads the dual of people, vehicles, vessels and aircraft: "two gunmen" is one word.</summary>
internal static class Dual
{
    public static bool TryRead(Document document, int token, ref CategoryReader categories, List<Figure> found, out int end)
    {
        end = token + 1;
        if (document.Tokens[token].Kind != TokenKind.Word || !CountedNoun.Forms.TryFind(document.Folded(token), out var stem, out var noun) || !Counts(noun.Class)) return false;
        var two = NumberPiece.At(document, token + 1) is { Kind: NumberKind.Unit, Value: 2, Joined: false };
        // The oblique dual of a sound masculine looks like its plural; "two" behind it tells.
        if (!noun.IsDual && !(two && document.Folded(token) is [.., Letters.Yeh or Letters.Alef, Letters.Noon])) return false;
        if (FigureWords.IsStop(document.Folded(token))) return false;
        if ((stem.Proclitics & Proclitics.Article) != 0 || (noun.IsConstruct && !IsBareNoun(document, token + 1))) return false;
        if (two) end++;
        var span = new Span(document.Without(token, stem.Start).Start, document.Tokens[end - 1].End);
        var phrase = new CountedPhrase(end, token, noun.Class, CountedClass.Unknown, Measure.None);
        var joined = (stem.Proclitics & Proclitics.Conjunction) != 0;
        var bound = Bounds.Of(document, token, end, end);
        var figure = new Candidate(token, end, span, bound, phrase, false, false, false, joined, false, null);
        found.Add(new Figure($"f{found.Count + 1}", span, 2, 2, bound, categories.Of(figure), span.In(document.Text), null));
        return true;
    }

    private static bool IsBareNoun(Document document, int at) =>
        at < document.Tokens.Count && document.Tokens[at].Kind == TokenKind.Word && !Letters.HasArticle(document.Folded(at)) && !FigureWords.IsStop(document.Folded(at)) && document.Folded(at)[0] != Letters.Waw;

    private static bool Counts(CountedClass kind) => kind is not (CountedClass.Item or CountedClass.Body or CountedClass.Other or CountedClass.Votes or CountedClass.Unknown);
}
