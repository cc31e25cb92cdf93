using Marsad.Language;
using Marsad.Records;
using Marsad.Relating.Entities;

namespace Marsad.Store;

/// <summary>Names that are known across articles, with every spelling they were met in.</summary>
internal sealed class Entities(StationStore store)
{
    private const int MostRemembered = 200_000;

    // Short skeletons are shared by ever more names; of so many a new spelling could be too many to tell.
    private const int MostAlike = 200;

    private readonly Persons _persons = new(store);
    private readonly HashSet<string> _spellings = new(StringComparer.Ordinal);
    private readonly HashSet<(NameType, string)> _held = [];
    private int _generation = store.Generation;

    /// <summary>The entity of each name by the name's id in the record, new ones made; a name that tells too little has none.</summary>
    /// <param name="article">The row of the article that has them; what it is about is kept already.</param>
    /// <param name="identity">Of that article: a person may have said that a name in it is another's.</param>
    /// <param name="contexts">What stands beside the names of persons, by the name's id.</param>
    public Dictionary<string, long> Join(IReadOnlyList<Name> names, long article, string identity, IReadOnlyDictionary<string, string> contexts)
    {
        if (_generation != store.Generation || _spellings.Count > MostRemembered) _spellings.Clear();
        if (_generation != store.Generation || _held.Count > MostRemembered) _held.Clear();
        _generation = store.Generation;
        var apart = SplitOff(identity);
        var subject = new Lazy<IReadOnlyDictionary<long, double>>(() => store.Stories.SubjectOf(article).ToDictionary(term => term.Term, term => term.Weight));
        var found = new HashSet<long>();
        var joined = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            AddSpellings(name);
            var mentioned = new MentionedPerson(subject, contexts.GetValueOrDefault(name.Id, ""), apart.Keys);
            if (EntityOf(name, mentioned, found) is not { } entity) continue;
            found.Add(entity);
            joined[name.Id] = Decided(entity, apart);
        }

        return joined;
    }

    private long? EntityOf(Name name, MentionedPerson mentioned, HashSet<long> beside)
    {
        var forms = EntityJudge.Forms(name).ToList();
        var isPerson = name.Type == NameType.Person;
        if (forms.Count == 0) return isPerson ? _persons.FindByLastName(NameForm.Of(name.Canonical), mentioned) : null;
        var known = isPerson ? _persons.Find(forms, mentioned, beside) : Find(name.Type, forms);
        var entity = known ?? Add(name);
        foreach (var form in forms) AddVariant(entity, name.Type, form, isOwn: known is null && form == forms[0]);
        return entity;
    }

    // What people decided wins: whose name it is in this article, then who that is.
    private long Decided(long entity, Dictionary<long, long> apart)
    {
        var own = apart.GetValueOrDefault(entity, entity);
        return (long?)store.Prepared("SELECT merged_into FROM entity WHERE id = $1").Value(own) ?? own;
    }

    private Dictionary<long, long> SplitOff(string identity) => store.Prepared(
        "SELECT entity_id, other_id FROM entity_decision WHERE kind = 'split_articles' AND undone_at IS NULL AND EXISTS (SELECT 1 FROM json_each(what) WHERE value = $1) ORDER BY id")
        .Rows(row => (From: row.GetInt64(0), To: row.GetInt64(1)), identity).GroupBy(split => split.From).ToDictionary(splits => splits.Key, splits => splits.Last().To);

    // Most names are known in the very form they are written in, whatever other spellings there are.
    private long? Find(NameType type, List<NameForm> forms)
    {
        foreach (var form in forms)
        {
            var exact = Known(form.Folded).FindAll(candidate => candidate.Type == type);
            if (EntityJudge.Judge(type, form, exact.Count > 0 ? exact : Alike(form.Skeleton)) is { } entity) return entity;
        }

        return null;
    }

    private List<EntityCandidate> Known(string folded) => store.Prepared(
        "SELECT e.id, e.type, v.folded FROM entity_variant v JOIN entity e ON e.id = v.entity_id WHERE v.folded = $1").Rows(Candidate, folded);

    private List<EntityCandidate> Alike(string skeleton) => store.Prepared(
        "SELECT e.id, e.type, v.folded FROM entity_variant v JOIN entity e ON e.id = v.entity_id WHERE v.skeleton = $1 LIMIT $2").Rows(Candidate, skeleton, MostAlike);

    private static EntityCandidate Candidate(PreparedRow row) => new(row.GetInt64(0), Terms.ToNameType(row.GetString(1)), row.GetString(2));

    private long Add(Name name) => store.Insert("INSERT INTO entity(type, name) VALUES ($1, $2)", Terms.Of(name.Type), name.Canonical);

    // A form that another entity of the kind is known by already stays with it: two would make it tell nothing. But one who merely shares a name with another has it too.
    private void AddVariant(long entity, NameType type, NameForm form, bool isOwn)
    {
        if (!isOwn && (!_held.Add((type, form.Folded)) || Known(form.Folded).Exists(known => known.Type == type))) return;
        if (store.Prepared("INSERT OR IGNORE INTO entity_variant(entity_id, folded, surface, skeleton) VALUES ($1, $2, $3, $4)").Run(entity, form.Folded, form.Surface, form.Skeleton) == 0) return;
        store.Prepared("INSERT INTO entity_search(folded, entity_id) VALUES ($1, $2)").Run(form.Folded, entity);
        if (type == NameType.Person) _persons.AddKeys(entity, form);
    }

    private void AddSpellings(Name name)
    {
        var insert = store.Prepared("INSERT OR IGNORE INTO spelling(skeleton, folded) VALUES ($1, $2)");
        foreach (var surface in name.Variants.Prepend(name.Canonical))
        {
            var form = NameForm.Of(surface);
            var skeletons = form.Skeleton.Split(' ');
            var words = form.Words;
            for (var i = 0; i < words.Length && i < skeletons.Length; i++)
                if (skeletons[i].Length > 1 && _spellings.Add(words[i])) insert.Run(skeletons[i], words[i]);
        }
    }
}
