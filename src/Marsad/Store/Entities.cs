using Marsad.Language;
using Marsad.Records;
using Marsad.Relating.Entities;

namespace Marsad.Store;

/// <summary>Names that are known across articles, with every spelling they were met in.</summary>
internal sealed class Entities(StationStore store)
{
    private const int MostRemembered = 200_000;

    // The latest of those that share a given and a family name, and of the articles of each: filing must not slow down as the store grows.
    private const int MostOfOneKey = 20;
    private const int Latest = 3;
    private const int MostVariants = 8;

    // Short skeletons are shared by ever more names; of so many a new spelling could be too many to tell.
    private const int MostAlike = 200;

    private readonly HashSet<string> _spellings = new(StringComparer.Ordinal);
    private int _generation = store.Generation;

    /// <summary>The entity of each name by the name's id in the record, new ones made; a name that tells too little has none.</summary>
    /// <param name="article">The row of the article that has them; what it is about is kept already.</param>
    /// <param name="identity">Of that article: a person may have said that a name in it is another's.</param>
    public Dictionary<string, long> Join(IReadOnlyList<Name> names, long article, string identity)
    {
        if (_generation != store.Generation || _spellings.Count > MostRemembered) _spellings.Clear();
        _generation = store.Generation;
        var apart = SplitOff(identity);
        var subject = new Lazy<Dictionary<long, double>>(() => store.Stories.SubjectOf(article).ToDictionary(term => term.Term, term => term.Weight));
        var found = new HashSet<long>();
        var joined = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            AddSpellings(name);
            var forms = EntityJudge.Forms(name).ToList();
            if (forms.Count == 0) continue;
            var known = new HashSet<string>(StringComparer.Ordinal);
            var entity = Find(name.Type, forms, known) ?? FindShortened(name.Type, forms[0], subject, found) ?? Add(name);
            foreach (var form in forms.Where(form => !known.Contains(form.Folded))) AddVariant(entity, name.Type, form);
            found.Add(entity);
            joined[name.Id] = Decided(entity, apart);
        }

        return joined;
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
    private long? Find(NameType type, List<NameForm> forms, HashSet<string> known)
    {
        foreach (var form in forms)
        {
            var exact = Known(form.Folded).FindAll(candidate => candidate.Type == type);
            if (exact.Count > 0) known.Add(form.Folded);
            if (EntityJudge.Judge(type, form, exact.Count > 0 ? exact : Alike(form.Skeleton)) is { } entity) return entity;
        }

        return null;
    }

    // A name that stands in the article beside another is not that one shortened: the reader would have taken both together.
    private long? FindShortened(NameType type, NameForm form, Lazy<Dictionary<long, double>> subject, HashSet<long> beside) => type != NameType.Person
        ? null
        : EntityJudge.JudgeShortened(form, Holders(new PersonName(form), subject, beside));

    private IEnumerable<PersonCandidate> Holders(PersonName name, Lazy<Dictionary<long, double>> subject, HashSet<long> beside) =>
        KeyHolders(name).Where(entity => !beside.Contains(entity)).SelectMany(entity => Known(entity, name, subject));

    private HashSet<long> KeyHolders(PersonName name)
    {
        var read = store.Prepared("SELECT entity_id FROM person_key WHERE key = $1 ORDER BY entity_id DESC LIMIT $2");
        return [.. name.Keys.SelectMany(key => read.Rows(row => row.GetInt64(0), key, MostOfOneKey))];
    }

    private List<PersonCandidate> Known(long entity, PersonName name, Lazy<Dictionary<long, double>> subject)
    {
        var forms = store.Prepared("SELECT surface, folded, skeleton FROM entity_variant WHERE entity_id = $1 LIMIT $2")
            .Rows(row => new NameForm(row.GetString(0), row.GetString(1), row.GetString(2)), entity, MostVariants).FindAll(form => EntityJudge.CouldBe(name, new PersonName(form)));
        if (forms.Count == 0) return [];
        var likeness = store.Prepared("SELECT article_id FROM name WHERE entity_id = $1 ORDER BY id DESC LIMIT $2").Rows(row => row.GetInt64(0), entity, Latest)
            .Select(article => store.Stories.SubjectOf(article).Sum(term => subject.Value.GetValueOrDefault(term.Term) * term.Weight)).DefaultIfEmpty().Max();
        return forms.ConvertAll(form => new PersonCandidate(entity, form, likeness));
    }

    private List<EntityCandidate> Known(string folded) => store.Prepared(
        "SELECT e.id, e.type, v.folded FROM entity_variant v JOIN entity e ON e.id = v.entity_id WHERE v.folded = $1").Rows(Candidate, folded);

    private List<EntityCandidate> Alike(string skeleton) => store.Prepared(
        "SELECT e.id, e.type, v.folded FROM entity_variant v JOIN entity e ON e.id = v.entity_id WHERE v.skeleton = $1 LIMIT $2").Rows(Candidate, skeleton, MostAlike);

    private static EntityCandidate Candidate(PreparedRow row) => new(row.GetInt64(0), Terms.ToNameType(row.GetString(1)), row.GetString(2));

    private long Add(Name name) => store.Insert("INSERT INTO entity(type, name) VALUES ($1, $2)", Terms.Of(name.Type), name.Canonical);

    // A form that another entity of the kind is known by already stays with it: two would make it tell nothing.
    private void AddVariant(long entity, NameType type, NameForm form)
    {
        if (Known(form.Folded).Exists(known => known.Type == type)) return;
        if (store.Prepared("INSERT OR IGNORE INTO entity_variant(entity_id, folded, surface, skeleton) VALUES ($1, $2, $3, $4)").Run(entity, form.Folded, form.Surface, form.Skeleton) == 0) return;
        store.Prepared("INSERT INTO entity_search(folded, entity_id) VALUES ($1, $2)").Run(form.Folded, entity);
        if (type != NameType.Person) return;
        var insert = store.Prepared("INSERT OR IGNORE INTO person_key(key, entity_id) VALUES ($1, $2)");
        foreach (var key in new PersonName(form).Keys) insert.Run(key, entity);
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
