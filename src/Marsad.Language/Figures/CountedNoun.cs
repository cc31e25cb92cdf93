using Marsad.Language.Data;
using Marsad.Language.Text;

namespace Marsad.Language.Figures;

/// <summary>What kind of thing a noun of lang/ar/counted.tsv counts.</summary>
internal enum CountedClass : byte
{
    Unknown,
    Killed,
    Injured,
    Casualties,
    Detained,
    Missing,
    Displaced,

    /// <summary>Those who take part unless something befell them: demonstrators, pilgrims.</summary>
    Participants,
    Votes,

    /// <summary>Soldiers and units: forces, unless something befell them.</summary>
    Force,

    /// <summary>Armed people who are no army's strength: fighters, police officers.</summary>
    Gunman,
    Person,

    /// <summary>A case of what stands behind it: a death, a wound.</summary>
    Case,
    Vehicle,
    Vessel,
    Aircraft,
    Item,

    /// <summary>States, companies and teams: nothing by themselves, but they can take part and vote.</summary>
    Body,

    /// <summary>Happenings, acts and abstractions.</summary>
    Other,
}

/// <summary>One form of a counted noun.</summary>
/// <param name="IsDual">The form can only mean two of them.</param>
/// <param name="IsConstruct">A dual only where a bare noun follows; else "my car".</param>
/// <param name="IsPlural">The form can only mean more than two.</param>
internal readonly record struct CountedNoun(CountedClass Class, bool IsDual, bool IsPlural = false, bool IsConstruct = false)
{
    /// <summary>Every form that grammar makes of the file's nouns: tanwin, dual and plural in their cases, and before another noun.</summary>
    public static readonly Lexicon<CountedNoun> Forms = new(Table.Rows("counted.tsv").SelectMany(FormsOf));

    /// <summary>People can be killed, detained or take part; things cannot.</summary>
    public bool IsPerson => Class is CountedClass.Force or CountedClass.Gunman or CountedClass.Person or CountedClass.Participants;

    private static IEnumerable<KeyValuePair<string, CountedNoun>> FormsOf(string[] row)
    {
        var noun = Folding.Fold(row[0]);
        var plural = Folding.Fold(row[1]);
        var kind = ClassOf(row[2]);
        var one = new CountedNoun(kind, false);
        var two = new CountedNoun(kind, true);
        var stem = IsFeminine(row[0]) ? noun[..^1] + Letters.Teh : noun;
        yield return new(noun, one);
        if (!IsFeminine(row[0])) yield return new(noun + Letters.Alef, one);
        var isSoundMasculine = plural.Length == 3 && plural[0] == '+' && plural[1] == Letters.Waw;
        // The oblique dual of a sound masculine is written as its plural is, and active participles have one beside their broken plural.
        yield return new(stem + Letters.Yeh + Letters.Noon, isSoundMasculine || (one.IsPerson && noun is [_, Letters.Alef, _, _]) ? one : two);
        yield return new(stem + Letters.Alef + Letters.Noon, two);
        // "two cars of the police"; of people the same letters mean "my wife".
        if (IsFeminine(row[0]) && kind is CountedClass.Vehicle or CountedClass.Vessel or CountedClass.Aircraft)
        {
            yield return new(stem + Letters.Yeh, two with { IsConstruct = true });
            yield return new(stem + Letters.Alef, two with { IsConstruct = true });
        }

        foreach (var form in PluralForms(IsFeminine(row[0]) ? noun[..^1] : noun, plural)) yield return new(form, one with { IsPlural = true });
    }

    private static bool IsFeminine(string written) => written[^1] == Letters.TehMarbuta;

    private static IEnumerable<string> PluralForms(string stem, string plural)
    {
        if (plural == "-") return [];
        // Before a pronoun a hamza at the end takes a seat: "his sons".
        if (plural[^1] == Letters.Hamza) return [plural, plural[..^1] + Letters.HamzaOnYeh, plural[..^1] + Letters.HamzaOnWaw];
        if (plural[0] != '+') return [plural, plural + Letters.Alef, plural + Letters.Yeh];
        var ending = plural[1..];
        return ending[0] == Letters.Waw ? [stem + ending, stem + Letters.Waw, stem + Letters.Yeh] : [stem + ending];
    }

    private static CountedClass ClassOf(string name) => name switch
    {
        "killed" => CountedClass.Killed,
        "injured" => CountedClass.Injured,
        "casualties" => CountedClass.Casualties,
        "detained" => CountedClass.Detained,
        "missing" => CountedClass.Missing,
        "displaced" => CountedClass.Displaced,
        "participants" => CountedClass.Participants,
        "votes" => CountedClass.Votes,
        "force" => CountedClass.Force,
        "gunman" => CountedClass.Gunman,
        "person" => CountedClass.Person,
        "case" => CountedClass.Case,
        "vehicle" => CountedClass.Vehicle,
        "vessel" => CountedClass.Vessel,
        "aircraft" => CountedClass.Aircraft,
        "item" => CountedClass.Item,
        "body" => CountedClass.Body,
        "other" => CountedClass.Other,
        _ => throw new InvalidOperationException($"counted.tsv: unknown class {name}"),
    };
}
