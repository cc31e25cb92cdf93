using Marsad.Relating.Entities;
using Marsad.Relating.Stories;

namespace Marsad.Store;

/// <summary>Finds whose a person's name is among those known from before: what <see cref="EntityJudge"/> decides by is looked up here, and only when it asks.</summary>
internal sealed class Persons(StationStore store)
{
    // The latest of those that share a key, and of the articles of each: filing must not slow down as the store grows.
    private const int MostOfOneKey = 20;
    private const int MostNamesakes = 60;
    private const int MostVariants = 8;
    private const int Latest = 6;

    // Whoever was named in this many articles was met in enough of them to be recognised before.
    private const int Young = 6;

    private readonly PersonCounts _counts = new(store);

    /// <summary>The person; null where it is nobody known.</summary>
    /// <param name="forms">Of the name, the full one first.</param>
    /// <param name="beside">Who else is named in the article: a name that stands beside another is not that one shortened, or the reader would have taken both together.</param>
    public long? Find(IReadOnlyList<NameForm> forms, MentionedPerson mentioned, IReadOnlySet<long> beside)
    {
        var others = new Lazy<List<PersonCandidate>>(() => [.. Sharing(forms[0], mentioned).Where(other => !beside.Contains(other.Entity))]);
        foreach (var form in forms)
            if (EntityJudge.JudgeNamesake(form, Namesakes(form, mentioned)) is { } known) return IsYoung(known) ? Recognised(known, form, others.Value) : known;
        return EntityJudge.JudgeShortened(forms[0], others.Value);
    }

    /// <summary>Who is called by the last name alone; null where nobody known is.</summary>
    public long? FindByLastName(NameForm name, MentionedPerson mentioned) =>
        EntityJudge.JudgeLastName(Holders(name.Folded).Select(holder => holder.Person).Distinct().Select(person => Candidate(person, name, name.Folded, mentioned)));

    /// <summary>Keeps by what a person may be found under another form of the name.</summary>
    public void AddKeys(long entity, NameForm form)
    {
        var insert = store.Prepared("INSERT OR IGNORE INTO person_key(key, entity_id) VALUES ($1, $2)");
        var name = new PersonName(form);
        foreach (var key in name.Keys) insert.Run(key, entity);
        if (name.LastName is { } last) insert.Run(last, entity);
    }

    // Who was met first in articles that did not tell may turn out to be one who was known before.
    private long Recognised(long known, NameForm form, IEnumerable<PersonCandidate> others)
    {
        if (EntityJudge.JudgeRecognised(form, others.Where(other => other.Entity != known)) is not { } other) return known;
        var (kept, gone) = (Math.Min(known, other), Math.Max(known, other));
        return store.EntityDecisions.Recognise(kept, gone) ? kept : known;
    }

    // Where namesakes were found to be one, by people or by the station, the name is that one's.
    private List<PersonCandidate> Namesakes(NameForm form, MentionedPerson mentioned) => store.Prepared(
        """
        SELECT coalesce(e.merged_into, e.id), e.merged_into IS NOT NULL FROM (SELECT entity_id FROM entity_variant WHERE folded = $1 ORDER BY entity_id DESC LIMIT $2) v
        CROSS JOIN entity e ON e.id = v.entity_id WHERE e.type = 'PER'
        """)
        .Rows(row => (Person: row.GetInt64(0), IsUnited: row.GetInt64(1) > 0), form.Folded, MostNamesakes)
        .GroupBy(known => known.Person, known => known.IsUnited).OrderByDescending(known => known.Key).Take(MostOfOneKey).Select(known => (Person: known.Key, IsUnited: known.Any(united => united))).ToList().ConvertAll(known =>
            known.IsUnited || mentioned.Decided.Contains(known.Person)
                ? new PersonCandidate(known.Person, form, new Lazy<double>(1), new Lazy<double>(() => LikenessOf(known.Person, mentioned)))
                : Candidate(known.Person, form, new PersonName(form).LastName, mentioned));

    private IEnumerable<PersonCandidate> Sharing(NameForm form, MentionedPerson mentioned)
    {
        var name = new PersonName(form);
        return name.Keys.SelectMany(Forms).GroupBy(held => held.Entity).SelectMany(held => held.DistinctBy(one => one.Form.Folded).Take(MostVariants)).Where(held => name.CouldBe(new PersonName(held.Form)))
            .Select(held => Candidate(held.Person, held.Form, new PersonName(held.Form).LastName, mentioned));
    }

    private List<(long Entity, long Person)> Holders(string key) => store.Prepared(
        "SELECT e.id, coalesce(e.merged_into, e.id) FROM person_key k JOIN entity e ON e.id = k.entity_id WHERE k.key = $1 ORDER BY k.entity_id DESC LIMIT $2")
        .Rows(row => (row.GetInt64(0), row.GetInt64(1)), key, MostOfOneKey);

    private List<(long Entity, long Person, NameForm Form)> Forms(string key) => store.Prepared(
        """
        SELECT e.id, coalesce(e.merged_into, e.id), v.surface, v.folded, v.skeleton FROM (SELECT entity_id FROM person_key WHERE key = $1 ORDER BY entity_id DESC LIMIT $2) k
        CROSS JOIN entity e ON e.id = k.entity_id CROSS JOIN entity_variant v ON v.entity_id = e.id LIMIT $3
        """)
        .Rows(row => (row.GetInt64(0), row.GetInt64(1), new NameForm(row.GetString(2), row.GetString(3), row.GetString(4))), key, MostOfOneKey, MostOfOneKey * MostVariants);

    private PersonCandidate Candidate(long person, NameForm form, string? lastName, MentionedPerson mentioned) =>
        new(person, form, new Lazy<double>(() => ShareOf(person, lastName)), new Lazy<double>(() => LikenessOf(person, mentioned)));

    // Whom a form was given to by a person's decision has it, whatever the articles are about; and who is named nowhere else was named here before, when the article was read last.
    private double ShareOf(long person, string? lastName)
    {
        var own = _counts.MentionsOf(person);
        if (own == 0 || store.Prepared("SELECT 1 FROM entity_decision WHERE other_id = $1 AND kind = 'split_forms' AND undone_at IS NULL").Value(person) is not null) return 1;
        var others = lastName is null ? 0 : _counts.HoldersOf(lastName) - 1;
        return own / Math.Max(1.0, own + others);
    }

    private double LikenessOf(long person, MentionedPerson mentioned) => store.Prepared("SELECT article_id, coalesce(around, '') FROM name WHERE entity_id = $1 ORDER BY id DESC LIMIT $2")
        .Rows(row => (Article: row.GetInt64(0), Context: row.GetString(1)), person, Latest)
        .Select(known => Math.Max(NameContext.Likeness(known.Context, mentioned.Context), mentioned.SharesSubject(store.Stories.SubjectOf(known.Article)))).DefaultIfEmpty().Max();

    private bool IsYoung(long person) => _counts.MentionsOf(person) < Young;
}

/// <summary>What an article says that may tell whose a name in it is.</summary>
/// <param name="Subject">The weights of what the article is about.</param>
/// <param name="Context">What stands beside the name.</param>
/// <param name="Decided">Persons on whose name in this very article people have decided.</param>
internal sealed record MentionedPerson(Lazy<IReadOnlyDictionary<long, double>> Subject, string Context, IReadOnlyCollection<long> Decided)
{
    /// <summary>The cosine of what both articles are about.</summary>
    public double SharesSubject(IEnumerable<StoryTerm> other) => other.Sum(term => Subject.Value.GetValueOrDefault(term.Term) * term.Weight);
}
