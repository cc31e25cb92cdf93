using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Figures;

/// <summary>
/// Tells what befell those that a figure counts, figure by figure through one sentence. The noun says it ("dead"), else the nearest verb or
/// noun before it that no other figure has used up ("the killing of five and the wounding of twelve"), else a plural verb behind it
/// ("five people who were lost"), else the figure it is joined to ("among them three officers").
/// </summary>
internal struct CategoryReader(Document document, Sentence sentence)
{
    private const int Before = 14;
    private const int Behind = 9;
    private const int LongestAddition = 4;
    private static readonly Lexicon<bool> Additions = Lexicon<bool>.Load("additions.tsv", _ => true);
    private int _lastEnd = sentence.First;
    private FigureCategory? _last;

    public FigureCategory Of(in Candidate figure)
    {
        var category = Choose(figure);
        _lastEnd = figure.End;
        _last = category;
        return category;
    }

    private readonly FigureCategory Choose(in Candidate figure)
    {
        if (figure.IsPercent) return FigureCategory.Percent;
        if (figure.IsMoney) return FigureCategory.Money;
        // "from 34 billion dollars to 68 billion"
        if (!figure.Phrase.HasNoun && figure.IsScaled && _last == FigureCategory.Money) return FigureCategory.Money;
        if (figure.IsAnaphoric) return FigureCategory.Other;
        var kind = figure.Phrase.Class;
        if (ByNoun(kind, figure.Phrase.Second) is { } named) return named;
        if (kind == CountedClass.Case && figure.End < sentence.End && FigureWords.TryCue(document.Folded(figure.End), out var befell)) return befell;
        if (kind is CountedClass.Item or CountedClass.Vehicle or CountedClass.Vessel or CountedClass.Aircraft) return FigureCategory.Items;
        if (kind is CountedClass.Body or CountedClass.Other && !figure.Phrase.IsPartitive) return OfBodies(figure, kind);
        if (kind == CountedClass.Unknown && figure.Phrase is { HasNoun: true, IsPartitive: false } && !MayBePeople(figure)) return FigureCategory.Items;
        if (kind == CountedClass.Participants) return Fate(What(figure)) is { } fate ? fate : FigureCategory.Participants;
        var said = What(figure);
        if (said == FigureCategory.Forces && kind == CountedClass.Person) return FigureCategory.Other; // "published: 75,000 women ..." is spelled as "deployed" is
        return said ?? (kind == CountedClass.Force ? FigureCategory.Forces : FigureCategory.Other);
    }

    private static FigureCategory? ByNoun(CountedClass kind, CountedClass second) => kind switch
    {
        CountedClass.Killed => second == CountedClass.Injured ? FigureCategory.Casualties : FigureCategory.Killed,
        CountedClass.Injured => second == CountedClass.Killed ? FigureCategory.Casualties : FigureCategory.Injured,
        CountedClass.Casualties => FigureCategory.Casualties,
        CountedClass.Detained => FigureCategory.Detained,
        CountedClass.Missing => FigureCategory.Missing,
        CountedClass.Displaced => FigureCategory.Displaced,
        CountedClass.Votes => FigureCategory.Votes,
        _ => null,
    };

    private readonly FigureCategory? What(in Candidate figure) => Among(figure) ?? CueBeside(figure) ?? CueBefore(figure) ?? CueBehind(figure) ?? Inherited(figure);

    // "with the vote of 14 states", "500 companies take part"; "in 5 of them" says where, not who.
    private readonly FigureCategory OfBodies(in Candidate figure, CountedClass kind) => CueBefore(figure) switch
    {
        FigureCategory.Votes => FigureCategory.Votes,
        FigureCategory.Participants when kind == CountedClass.Body && !IsPlace(figure.First - 1) => FigureCategory.Participants,
        _ => FigureCategory.Other,
    };

    private readonly bool IsPlace(int token) => token >= 0 && document.Folded(token) is [Letters.Feh, Letters.Yeh] or [Letters.Meem, Letters.Noon];

    private static FigureCategory? Fate(FigureCategory? said) => said <= FigureCategory.Displaced ? said : null;

    // An unknown noun is a person's where it ends as relative adjectives and sound masculine plurals do, or carries a pronoun or article.
    private readonly bool MayBePeople(in Candidate figure)
    {
        var word = document.Folded(figure.Phrase.Noun);
        return word is [.., Letters.Yeh, Letters.Noon] or [.., Letters.Waw, Letters.Noon] or [.., Letters.Yeh] or [.., Letters.Yeh, Letters.Alef] or [Letters.Alef, Letters.Lam, ..];
    }

    private readonly FigureCategory? CueBefore(in Candidate figure)
    {
        var from = Math.Max(_lastEnd, figure.First - Before);
        for (var i = figure.First - 1; i >= from; i--)
            if (document.Tokens[i].Kind == TokenKind.Word && FigureWords.TryCue(document.Folded(i), out var category)) return category;
        return null;
    }

    // "18 were killed and 748 were wounded": a verb that a bare number has for its own.
    private readonly FigureCategory? CueBeside(in Candidate figure) =>
        !figure.Phrase.HasNoun && figure.End < sentence.End && document.Folded(figure.End) is [.., Letters.Waw, Letters.Alef] word && FigureWords.TryCue(word, out var category) ? category : null;

    private readonly FigureCategory? CueBehind(in Candidate figure)
    {
        var end = Math.Min(sentence.End, figure.End + Behind);
        for (var i = figure.End; i < end; i++)
        {
            if (document.Tokens[i].Kind == TokenKind.Number) return null;
            var word = document.Folded(i);
            if (document.Tokens[i].Kind == TokenKind.Word && IsSaidOfThem(word) && FigureWords.TryCue(word, out var category)) return category;
        }

        return null;
    }

    // A verb in the plural, "their death", "with wounds".
    private static bool IsSaidOfThem(ReadOnlySpan<char> word) =>
        word is [.., Letters.Waw, Letters.Alef] or [.., Letters.Heh, Letters.Meem] or [Letters.Beh, ..];

    private readonly FigureCategory? Inherited(in Candidate figure)
    {
        if (_last is null or FigureCategory.Money or FigureCategory.Percent or FigureCategory.Items) return null;
        return figure.IsJoined || figure.First - _lastEnd <= 1 || IsAdded(figure) ? _last : null;
    }

    // "the killing of ten guards, as well as three workers"
    private readonly bool IsAdded(in Candidate figure)
    {
        for (var i = Math.Max(_lastEnd, figure.First - LongestAddition); i < figure.First; i++)
            if (Additions.TryFind(document.Folded(i), out _, out _)) return true;
        return false;
    }

    // "3,000 soldiers ..., among them 500 who ...": what befell the whole befell the part.
    private readonly FigureCategory? Among(in Candidate figure)
    {
        if (_last is null or FigureCategory.Money or FigureCategory.Percent or FigureCategory.Items) return null;
        for (var i = Math.Max(_lastEnd, figure.First - 3); i < figure.First; i++)
            if (document.Folded(i) is [.., Letters.Noon, Letters.Heh, Letters.Meem or Letters.Alef]) return _last;
        return null;
    }
}
