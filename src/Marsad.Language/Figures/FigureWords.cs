using Marsad.Language.Data;
using Marsad.Language.Text;

namespace Marsad.Language.Figures;

/// <summary>What a measure word makes of the number before it.</summary>
internal enum Measure : byte
{
    None,
    Duration,
    Distance,

    /// <summary>So many times as much.</summary>
    Ratio,

    /// <summary>Of a team or of an index.</summary>
    Points,
    Percent,
    Money,

    /// <summary>Behind a length it makes a volume of it: cubic.</summary>
    Volume,
}

/// <summary>The word lists that tell what a number counts.</summary>
internal static class FigureWords
{
    private static readonly Lexicon<Measure> Measures = Lexicon<Measure>.Load("measures.tsv", row => row[1] switch
    {
        "duration" => Measure.Duration,
        "distance" => Measure.Distance,
        "ratio" => Measure.Ratio,
        "points" => Measure.Points,
        "volume" => Measure.Volume,
        "percent" => Measure.Percent,
        "money" => Measure.Money,
        _ => throw new InvalidOperationException($"measures.tsv: unknown class {row[1]}"),
    });

    private static readonly Lexicon<FigureCategory> Cues = Lexicon<FigureCategory>.Load("figurecues.tsv", row => Enum.Parse<FigureCategory>(row[1], ignoreCase: true));
    private static readonly Lexicon<bool> Numbered = Lexicon<bool>.Load("numbered.tsv", _ => true);
    private static readonly Lexicon<bool> YearHeads = Lexicon<bool>.Load("yearheads.tsv", _ => true);
    private static readonly Lexicon<bool> Stops = Lexicon<bool>.Load("stopwords.tsv", _ => true);

    public static Measure MeasureOf(ReadOnlySpan<char> folded) => Measures.TryFind(folded, out _, out var measure) ? measure : Measure.None;

    /// <summary>A verb or noun that tells what befell people, also in the feminine and the plural, or with a pronoun behind it.</summary>
    public static bool TryCue(ReadOnlySpan<char> folded, out FigureCategory category)
    {
        if (Cues.TryFind(folded, out _, out category)) return true;
        if (folded.Length > 4 && folded is [.., Letters.Waw, Letters.Alef] && Cues.TryFind(folded[..^2], out _, out category)) return true;
        return folded.Length > 3 && folded[^1] == Letters.Teh && Cues.TryFind(folded[..^1], out _, out category);
    }

    /// <summary>A word that takes a number as its name: resolution 2216, article 5.</summary>
    public static bool NamesByNumber(ReadOnlySpan<char> folded) => Numbered.TryFind(folded, out _, out _);

    /// <summary>A word that takes a bare year: the elections of 2014.</summary>
    public static bool TakesYear(ReadOnlySpan<char> folded) => YearHeads.TryFind(folded, out _, out _);

    /// <summary>A word that is never what a number counts.</summary>
    public static bool IsStop(ReadOnlySpan<char> folded) => Stops.TryFind(folded, out _, out _);

    /// <summary>A noun or measure that a number counts.</summary>
    public static bool IsCounted(ReadOnlySpan<char> folded) => (CountedNoun.Forms.TryFind(folded, out var stem, out _) && stem.Start == 0) || MeasureOf(folded) != Measure.None;
}
