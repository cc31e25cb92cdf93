using Marsad.Language;
using Marsad.Relating.Spelling;

namespace Marsad.Relating.Entities;

/// <summary>A variant of an entity that is known from before.</summary>
internal sealed record EntityCandidate(long Entity, NameType Type, string Folded);

/// <summary>A known person whose name has a key in common.</summary>
/// <param name="Likeness">How much the articles about the person are about what this one is about: the cosine of the likest.</param>
internal sealed record PersonCandidate(long Entity, NameForm Form, double Likeness);

/// <summary>Tells which known entity a name of an article is.</summary>
internal static class EntityJudge
{
    // Hundreds share a given name and a family's: they are one person where their articles share their subject (the same office, the same
    // work). Two articles with nothing in common have a cosine under 0.03.
    private const double SameSubject = 0.06;
    private const double ClearlyNearer = 1.5;

    /// <summary>
    /// Forms by which a name may be known in other articles: its full form first. One word says too little of a person or a body
    /// ("the organisation", a family name): it is never joined, and makes no entity.
    /// </summary>
    public static IEnumerable<NameForm> Forms(Name name) =>
        name.Variants.Prepend(name.Canonical).Select(NameForm.Of).Where(form => form.Folded.Length > 1 && TellsEnough(name, form)).DistinctBy(form => form.Folded);

    /// <summary>The entity; null where none is the same, or where two could be.</summary>
    /// <param name="candidates">Those with the skeleton of <paramref name="form"/>.</param>
    public static long? Judge(NameType type, NameForm form, IReadOnlyCollection<EntityCandidate> candidates)
    {
        var exact = candidates.Where(known => known.Type == type && known.Folded == form.Folded).Select(known => known.Entity).Distinct().ToList();
        if (exact.Count > 0) return exact.Count == 1 ? exact[0] : null;
        var alike = candidates.Where(known => known.Type == type && IsSpelling(type, form.Words, known.Folded.Split(' '))).Select(known => known.Entity).Distinct().ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>The person, by a shortened form or another spelling; null where none is, or where two could be. Of several that could be one another, the one known longest.</summary>
    /// <param name="candidates">Those that share a key with <paramref name="form"/>.</param>
    public static long? JudgeShortened(NameForm form, IEnumerable<PersonCandidate> candidates)
    {
        var name = new PersonName(form);
        var likely = candidates.Select(known => (known.Entity, Name: new PersonName(known.Form), known.Likeness))
            .Where(known => name.Is(known.Name) || (known.Likeness >= SameSubject && name.MayBe(known.Name)))
            .OrderByDescending(known => known.Likeness).ThenBy(known => known.Entity).DistinctBy(known => known.Entity).ToList();
        if (likely.Count < 2) return likely.Count == 1 ? likely[0].Entity : null;
        if (likely[0].Likeness >= ClearlyNearer * likely[1].Likeness) return likely[0].Entity;
        var areOne = likely.TrueForAll(one => likely.TrueForAll(other => one.Entity == other.Entity || one.Name.Is(other.Name) || one.Name.MayBe(other.Name)));
        return areOne ? likely.Min(known => known.Entity) : null;
    }

    /// <summary>Whether a known person's form could be the name at all, whatever the articles are about.</summary>
    public static bool CouldBe(PersonName name, PersonName known) => name.Is(known) || name.MayBe(known);

    // An organisation whose only name is one word (an agency, a party) is known by it; as a short form of a longer name it is not.
    private static bool TellsEnough(Name name, NameForm form) => name.Type switch
    {
        NameType.Person => form.Folded.Contains(' ', StringComparison.Ordinal),
        NameType.Organization => form.Folded.Contains(' ', StringComparison.Ordinal) || !name.Canonical.Contains(' ', StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>Whether both are the same words, or spellings of the same foreign ones.</summary>
    public static bool IsSpelling(string[] words, string[] known, int shortest)
    {
        if (words.Length != known.Length) return false;
        for (var i = 0; i < words.Length; i++)
            if (!Likeness.IsOneName(words[i], known[i], shortest)) return false;
        return true;
    }

    // Given names differ by one vowel (six letters and more are safe from the common pairs), so persons are held to longer words than places.
    private static bool IsSpelling(NameType type, string[] words, string[] known) => IsSpelling(words, known, type == NameType.Person ? 6 : 5);
}
