using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>What stands behind a number: the noun it counts with its adjective, or the measure.</summary>
/// <param name="End">The token after it; the number's own end where nothing is counted there.</param>
/// <param name="Noun">The token of the noun; -1 where none stands.</param>
/// <param name="IsPartitive">"of" stands before the noun: some of them.</param>
/// <param name="Second">The class of a second noun joined by "and" ("dead and wounded").</param>
internal readonly record struct CountedPhrase(int End, int Noun, CountedClass Class, CountedClass Second, Measure Measure, bool IsPartitive = false)
{
    public bool HasNoun => Noun >= 0;

    /// <summary>Nothing is counted behind the number that ends there.</summary>
    public static CountedPhrase None(int end) => new(end, -1, CountedClass.Unknown, CountedClass.Unknown, Measure.None);

    public static CountedPhrase Read(Document document, in NumberReading number)
    {
        var at = SkipBound(document, ArabicNumbers.IsEnclosed(document, number.First, number.End) ? number.End + 1 : number.End);
        var none = None(number.End);
        if (at >= document.Tokens.Count) return none;
        if (ArabicPercentages.TryMark(document, at, out var end)) return none with { End = end, Measure = Measure.Percent };
        if (document.Tokens[at].Kind != TokenKind.Word) return none;
        if (document.Folded(at) is [Letters.Meem, Letters.Noon]) return Partitive(document, at, none);
        var measure = FigureWords.MeasureOf(document.Folded(at));
        if (measure == Measure.Distance && at + 1 < document.Tokens.Count && FigureWords.MeasureOf(document.Folded(at + 1)) == Measure.Volume) return none with { End = at + 2, Noun = at, Class = CountedClass.Item };
        // "215 thousand, last month": a noun with the article is not what a number without it counts.
        if (measure != Measure.None && (number.IsDefinite || !Letters.HasArticle(document.Folded(at)))) return none with { End = at + 1, Measure = measure };
        return Counted(document, at, number, none);
    }

    // "7 at least of the civilians": the bound may stand between.
    private static int SkipBound(Document document, int at) =>
        at + 2 < document.Tokens.Count && Bounds.Of(document, 0, at, at) != Bound.Exact ? at + 2 : at;

    private static CountedPhrase Partitive(Document document, int of, CountedPhrase none)
    {
        var at = of + 1;
        // "of the foremost of its leaders": the superlative is not what is counted.
        if (at + 1 < document.Tokens.Count && IsSuperlative(document.Folded(at)) && document.Tokens[at + 1].Kind == TokenKind.Word) at++;
        if (at >= document.Tokens.Count || document.Tokens[at].Kind != TokenKind.Word || FigureWords.IsStop(document.Folded(at))) return none;
        var measure = FigureWords.MeasureOf(document.Folded(at));
        if (measure is Measure.Duration or Measure.Distance) return none with { End = at + 1, Measure = measure };
        return none with { End = at + 1, Noun = at, Class = ClassAnyhow(document, at), IsPartitive = true };
    }

    private static bool IsSuperlative(ReadOnlySpan<char> word) => word is [Letters.Alef, _, _, _] or [Letters.Alef, Letters.Heh, Letters.Meem] && !CountedNoun.Forms.Has(word);

    private static CountedPhrase Counted(Document document, int at, in NumberReading number, CountedPhrase none)
    {
        var known = CountedNoun.Forms.TryFind(document.Folded(at), out var stem, out var noun) && (stem.Start == 0 || (number.IsDefinite && stem.Proclitics == Proclitics.Article));
        if (!known && (number.IsDefinite || FigureWords.IsStop(document.Folded(at)) || !MayBeCounted(document, at, number))) return none;
        var end = at + 1;
        var second = CountedClass.Unknown;
        if (TrySecond(document, end, out second)) end++;
        else if (IsAdjective(document, at, end)) end++;
        return none with { End = end, Noun = at, Class = known ? noun.Class : CountedClass.Unknown, Second = second };
    }

    /// <summary>The class of a noun with whatever is written together with it.</summary>
    public static CountedClass ClassAnyhow(Document document, int at)
    {
        var folded = document.Folded(at);
        return CountedNoun.Forms.TryFindWithPronoun(folded, out var noun) ? noun.Class : CountedClass.Unknown;
    }

    private static bool TrySecond(Document document, int at, out CountedClass second)
    {
        second = CountedClass.Unknown;
        if (at >= document.Tokens.Count || document.Tokens[at].Kind != TokenKind.Word) return false;
        var folded = document.Folded(at);
        if (folded[0] != Letters.Waw || !CountedNoun.Forms.TryGet(folded[1..], out var noun) || noun.IsDual || FigureWords.TryCue(folded, out _)) return false;
        second = noun.Class;
        return true;
    }

    /// <summary>An unknown word is counted only where grammar allows it: after 11 to 99 in the accusative singular, never definite, never joined.</summary>
    private static bool MayBeCounted(Document document, int at, in NumberReading number)
    {
        var word = document.Folded(at);
        if (word.Length < 3 || (MayBeJoined(word) && !IsCountedForm(word, number)) || word is [Letters.Alef, Letters.Lam, ..] or [Letters.Lam, Letters.Lam, ..] or [Letters.Beh, Letters.Alef, Letters.Lam, ..]) return false;
        if (NumberPiece.At(document, at).Kind != NumberKind.None || word is [.., Letters.Waw, Letters.Alef]) return false;
        if (number.InDigits && number.Scale == 1 && number.End == number.First + 1 && IsYearLike(document, number.First)) return false;
        var rest = number.Value % 100;
        return number.Scale > 1 || rest is < 11 or > 99 || word[^1] is Letters.Alef or Letters.Heh or Letters.Teh;
    }

    private static bool MayBeJoined(ReadOnlySpan<char> word) => word[0] is Letters.Waw or Letters.Feh;

    // "80 riders": what grammar asks for behind this very number can hardly be "and" or "so" with another word.
    private static bool IsCountedForm(ReadOnlySpan<char> word, in NumberReading number) => (number.Value % 100) switch
    {
        >= 3 and <= 10 => word is [Letters.Feh, _, _, .., Letters.Alef, Letters.Teh],
        >= 11 => word[^1] == Letters.Alef || (word[0] == Letters.Feh && word[^1] == Letters.Heh),
        _ => false,
    };

    // "World Cup 2018 in Russia"
    private static bool IsYearLike(Document document, int token) => document.Folded(token) is ['1', '9', _, _] or ['2', '0', _, _];

    // An adjective agrees in its ending: feminine with feminine or broken plural, accusative with accusative.
    private static bool IsAdjective(Document document, int noun, int at)
    {
        if (at >= document.Tokens.Count || document.Tokens[at].Kind != TokenKind.Word) return false;
        ReadOnlySpan<char> first = document.Folded(noun), second = document.Folded(at);
        if (second.Length < 4 || FigureWords.IsStop(second) || second is [Letters.Alef, Letters.Lam, ..] || second[0] == Letters.Waw || second is [.., Letters.Waw, Letters.Alef] || FigureWords.TryCue(second, out _)) return false;
        return (second[^1] == Letters.Heh && first[^1] is Letters.Heh or Letters.Teh)
            || (second[^1] == Letters.Alef && first[^1] == Letters.Alef)
            || (second is [.., Letters.Yeh, Letters.Noon] && first is [.., Letters.Yeh, Letters.Noon])
            || (second[^1] == Letters.Yeh && first[^1] != Letters.Alef);
    }
}
