using System.Globalization;
using Marsad.Language.Data;

namespace Marsad.Language.Figures;

/// <summary>What a word does inside a number.</summary>
internal enum NumberKind : byte
{
    None,

    /// <summary>A run of digits.</summary>
    Digits,

    /// <summary>0 to 9, either gender.</summary>
    Unit,

    /// <summary>One, as it is written only before ten: eleven.</summary>
    TeenOne,
    Ten,

    /// <summary>20 to 90.</summary>
    Tens,

    /// <summary>100, which a unit may stand before as a word of its own.</summary>
    Hundred,

    /// <summary>200 to 900 as one word.</summary>
    Hundreds,

    /// <summary>1,000 and up, which multiplies what stands before it.</summary>
    Scale,

    /// <summary>A scale in the accusative after a number; alone, the dual in construct ("two thousand of").</summary>
    ScaleAccusative,
    ScaleDual,

    /// <summary>A scale in the plural: a number only behind one ("three thousands"), vague alone.</summary>
    ScalePlural,
    Fraction,

    /// <summary>A fraction that a unit multiplies: three quarters.</summary>
    FractionPlural,

    /// <summary>A fraction whose letters more often spell another word (an eighth: a price).</summary>
    FractionWeak,
    Dozen,
    Minus,

    /// <summary>Between the whole and the tenths: "three point five".</summary>
    Point,

    /// <summary>Between numerator and denominator: "3 over 5".</summary>
    Over,

    /// <summary>"parts", before "of" and the denominator.</summary>
    Part,
    Ordinal,
    OrdinalTeen,
}

/// <summary>A number word of lang/ar/numbers.tsv.</summary>
internal readonly record struct NumberWord(NumberKind Kind, decimal Value)
{
    public static readonly Lexicon<NumberWord> Words = Lexicon<NumberWord>.Load("numbers.tsv", Read);

    private static NumberWord Read(string[] row) => new(KindOf(row[1]), ValueOf(row[2]));

    private static NumberKind KindOf(string kind) => kind switch
    {
        "none" => NumberKind.None,
        "unit" => NumberKind.Unit,
        "teen" => NumberKind.TeenOne,
        "ten" => NumberKind.Ten,
        "tens" => NumberKind.Tens,
        "hundred" => NumberKind.Hundred,
        "hundreds" => NumberKind.Hundreds,
        "scale" => NumberKind.Scale,
        "scale-acc" => NumberKind.ScaleAccusative,
        "scale-plural" => NumberKind.ScalePlural,
        "scale-dual" => NumberKind.ScaleDual,
        "fraction" => NumberKind.Fraction,
        "fraction-plural" => NumberKind.FractionPlural,
        "fraction-weak" => NumberKind.FractionWeak,
        "minus" => NumberKind.Minus,
        "point" => NumberKind.Point,
        "over" => NumberKind.Over,
        "part" => NumberKind.Part,
        "dozen" => NumberKind.Dozen,
        "ordinal" => NumberKind.Ordinal,
        "ordinal-teen" => NumberKind.OrdinalTeen,
        _ => throw new InvalidOperationException($"numbers.tsv: unknown kind {kind}"),
    };

    private static decimal ValueOf(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? decimal.Parse(value, CultureInfo.InvariantCulture)
            : decimal.Parse(value.AsSpan(0, slash), CultureInfo.InvariantCulture) / decimal.Parse(value.AsSpan(slash + 1), CultureInfo.InvariantCulture);
    }
}
