using Marsad.Language.Data;

namespace Marsad.Language.Figures;

/// <summary>What a measure word makes of the number before it.</summary>
internal enum Measure : byte { None, Duration, Distance, Percent, Money }

/// <summary>The word lists that tell what a number counts.</summary>
internal static class FigureWords
{
    private static readonly Lexicon<Measure> Measures = Lexicon<Measure>.Load("measures.tsv", row => row[1] switch
    {
        "duration" => Measure.Duration,
        "distance" => Measure.Distance,
        "percent" => Measure.Percent,
        "money" => Measure.Money,
        _ => throw new InvalidOperationException($"measures.tsv: unknown class {row[1]}"),
    });

    private static readonly Lexicon<FigureCategory> Cues = Lexicon<FigureCategory>.Load("figurecues.tsv", row => Enum.Parse<FigureCategory>(row[1], ignoreCase: true));
    private static readonly Lexicon<bool> Numbered = Lexicon<bool>.Load("numbered.tsv", _ => true);
    private static readonly Lexicon<bool> YearHeads = Lexicon<bool>.Load("yearheads.tsv", _ => true);
    private static readonly Lexicon<bool> Stops = Lexicon<bool>.Load("stopwords.tsv", _ => true);

    public static Measure MeasureOf(ReadOnlySpan<char> folded) => Measures.TryFind(folded, out _, out var measure) ? measure : Measure.None;

    public static bool TryCue(ReadOnlySpan<char> folded, out FigureCategory category) => Cues.TryFind(folded, out _, out category);

    /// <summary>A word that takes a number as its name: resolution 2216, article 5.</summary>
    public static bool NamesByNumber(ReadOnlySpan<char> folded) => Numbered.TryFind(folded, out _, out _);

    /// <summary>A word that takes a bare year: the elections of 2014.</summary>
    public static bool TakesYear(ReadOnlySpan<char> folded) => YearHeads.TryFind(folded, out _, out _);

    /// <summary>A word that is never what a number counts.</summary>
    public static bool IsStop(ReadOnlySpan<char> folded) => Stops.TryFind(folded, out _, out _);

    /// <summary>A noun or measure that a number counts.</summary>
    public static bool IsCounted(ReadOnlySpan<char> folded) => (CountedNoun.Forms.TryFind(folded, out var stem, out _) && stem.Start == 0) || MeasureOf(folded) != Measure.None;
}
