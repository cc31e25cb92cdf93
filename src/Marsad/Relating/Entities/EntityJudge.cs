using Marsad.Language;
using Marsad.Relating.Spelling;

namespace Marsad.Relating.Entities;

/// <summary>A variant of an entity that is known from before.</summary>
internal sealed record EntityCandidate(long Entity, NameType Type, string Folded);

/// <summary>A known person whose name has a key in common.</summary>
/// <param name="Share">Of the mentions of people who have the person's last name, the share that is the person's: 0 to 1.</param>
/// <param name="Likeness">How much the person's latest articles are about what this one is about, or say the same beside the name: 0 to 1, the likest of them.</param>
internal sealed record PersonCandidate(long Entity, NameForm Form, Lazy<double> Share, Lazy<double> Likeness);

/// <summary>Tells which known entity a name of an article is.</summary>
internal static class EntityJudge
{
    // Hundreds share a given name and a family's: they are one person where their articles share their subject or the same stands beside the
    // name (an office, a club). Two articles with nothing in common have a cosine under 0.03. Read off 135 look-alikes of 29 to 31 July 2015.
    private const double AnySubject = 0.03;
    private const double SameSubject = 0.06;
    private const double SameStory = 0.15;
    private const double ClearlyNearer = 1.5;

    // Whose last name is hardly anybody else's is known by it and a given name.
    private const double Known = 0.2;
    private const double KnownByShortForm = 0.5;
    private const int LettersOfOneName = 5;

    /// <summary>
    /// Forms by which a name may be known in other articles: its full form first. One word says too little of a person or a body
    /// ("the organisation", a family name): it makes no entity.
    /// </summary>
    public static IEnumerable<NameForm> Forms(Name name)
    {
        var forms = name.Variants.Prepend(name.Canonical).Select(NameForm.Of).Where(form => form.Folded.Length > 1 && TellsEnough(name, form)).DistinctBy(form => form.Folded).ToList();
        // What begins with another given name is a father, a son or a mistake of reading.
        return name.Type == NameType.Person ? forms.Where(form => new PersonName(form).HasGivenNameOf(new PersonName(forms[0]))) : forms;
    }

    /// <summary>The body or place; null where none is the same, or where two could be.</summary>
    /// <param name="candidates">Those with the skeleton of <paramref name="form"/>.</param>
    public static long? Judge(NameType type, NameForm form, IReadOnlyCollection<EntityCandidate> candidates)
    {
        var exact = candidates.Where(known => known.Type == type && known.Folded == form.Folded).Select(known => known.Entity).Distinct().ToList();
        if (exact.Count > 0) return exact.Count == 1 ? exact[0] : null;
        var alike = candidates.Where(known => known.Type == type && IsSpelling(form.Words, known.Folded.Split(' '), LettersOfOneName)).Select(known => known.Entity).Distinct().ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>The person of just this name; null where there is none, where two could be, or where many have the name and the articles nothing in common.</summary>
    /// <param name="candidates">Those with the very words of <paramref name="form"/>.</param>
    public static long? JudgeNamesake(NameForm form, IReadOnlyCollection<PersonCandidate> candidates)
    {
        if (candidates.Count > 1)
        {
            var near = candidates.Where(known => known.Likeness.Value >= SameSubject).OrderByDescending(known => known.Likeness.Value).ToList();
            if (near.Count == 1 || (near.Count > 1 && IsClearlyNearer(near[0], near[1]))) return near[0].Entity;
        }

        var isTelling = new PersonName(form).IsTelling;
        var sure = candidates.Where(known => isTelling || known.Share.Value >= Known || (candidates.Count == 1 && known.Likeness.Value >= SameSubject)).ToList();
        return sure.Count == 1 ? sure[0].Entity : null;
    }

    /// <summary>The person, by a shortened form or another spelling; null where none is, or where two could be. Of several that could be one another, the one known longest.</summary>
    /// <param name="candidates">Those that share a key with <paramref name="form"/>.</param>
    public static long? JudgeShortened(NameForm form, IEnumerable<PersonCandidate> candidates)
    {
        var name = new PersonName(form);
        var likely = candidates.Select(known => (Known: known, Name: new PersonName(known.Form)))
            .Where(one => name.Is(one.Name) || (name.MayBe(one.Name) && SpeaksFor(one.Known)) || (name.SoundsLike(one.Name) && one.Known.Likeness.Value >= SameStory && one.Known.Share.Value >= KnownByShortForm))
            .OrderByDescending(one => one.Known.Likeness.Value).ThenBy(one => one.Known.Entity).DistinctBy(one => one.Known.Entity).ToList();
        if (likely.Count < 2) return likely.Count == 1 ? likely[0].Known.Entity : null;
        if (IsClearlyNearer(likely[0].Known, likely[1].Known)) return likely[0].Known.Entity;
        var areOne = likely.TrueForAll(one => likely.TrueForAll(other => one.Known == other.Known || one.Name.Is(other.Name) || one.Name.MayBe(other.Name)));
        return areOne ? likely.Min(one => one.Known.Entity) : null;
    }

    /// <summary>Of the others that share a key with the name of a known person, the one who is that person after all; null where none or several could be.</summary>
    public static long? JudgeRecognised(NameForm form, IEnumerable<PersonCandidate> others)
    {
        var name = new PersonName(form);
        var likely = others.Where(other => name.IsFormOf(new PersonName(other.Form)) && other.Likeness.Value >= SameStory).Select(other => other.Entity).Distinct().ToList();
        return likely.Count == 1 ? likely[0] : null;
    }

    /// <summary>The person who is called by the last name alone: the one of that name of whom the news has been speaking in this matter; null where there is none.</summary>
    /// <param name="holders">Persons whose last name it is.</param>
    public static long? JudgeLastName(IEnumerable<PersonCandidate> holders) =>
        holders.Where(known => known.Share.Value >= KnownByShortForm && known.Likeness.Value >= SameStory).Select(known => (long?)known.Entity).FirstOrDefault();

    private static bool SpeaksFor(PersonCandidate known) => known.Likeness.Value >= SameSubject || (known.Share.Value >= KnownByShortForm && known.Likeness.Value >= AnySubject);

    private static bool IsClearlyNearer(PersonCandidate one, PersonCandidate other) => one.Likeness.Value >= ClearlyNearer * other.Likeness.Value;

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
}
