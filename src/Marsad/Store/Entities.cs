using Marsad.Language;
using Marsad.Records;
using Marsad.Relating.Entities;
using Marsad.Relating.Stories;

namespace Marsad.Store;

/// <summary>Names that are known across articles, with every spelling they were met in.</summary>
internal sealed class Entities(StationStore store)
{
    private const int MostRemembered = 200_000;

    // The latest of those that share a given and a family name, and of the articles of each: filing must not slow down as the store grows.
    private const int MostOfOneKey = 20;
    private const int Latest = 3;
    private const int MostVariants = 8;

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
        var subject = new Lazy<Dictionary<long, double>>(() => TermsOf(article).ToDictionary(term => term.Term, term => term.Weight));
        var found = new HashSet<long>();
        var joined = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            AddSpellings(name);
            var forms = EntityJudge.Forms(name).ToList();
            if (forms.Count == 0) continue;
            var entity = Find(name.Type, forms) ?? FindShortened(name.Type, forms[0], subject, found) ?? Add(name);
            foreach (var form in forms) AddVariant(entity, name.Type, form);
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

    private long? Find(NameType type, List<NameForm> forms)
    {
        foreach (var form in forms)
            if (EntityJudge.Judge(type, form, Candidates(form.Skeleton)) is { } known) return known;
        return null;
    }

    // A name that stands in the article beside another is not that one shortened: the reader would have taken both together.
    private long? FindShortened(NameType type, NameForm form, Lazy<Dictionary<long, double>> subject, HashSet<long> beside) => type != NameType.Person
        ? null
        : EntityJudge.JudgeShortened(form, KeyHolders(form).Where(entity => !beside.Contains(entity)).SelectMany(entity => Known(entity, subject.Value)));

    private HashSet<long> KeyHolders(NameForm form)
    {
        var read = store.Prepared("SELECT entity_id FROM person_key WHERE key = $1 ORDER BY entity_id DESC LIMIT $2");
        return [.. new PersonName(form).Keys.SelectMany(key => read.Rows(row => row.GetInt64(0), key, MostOfOneKey))];
    }

    private List<PersonCandidate> Known(long entity, Dictionary<long, double> subject)
    {
        var likeness = store.Prepared("SELECT article_id FROM name WHERE entity_id = $1 ORDER BY id DESC LIMIT $2").Rows(row => row.GetInt64(0), entity, Latest)
            .Select(article => TermsOf(article).Sum(term => subject.GetValueOrDefault(term.Term) * term.Weight)).DefaultIfEmpty().Max();
        return store.Prepared("SELECT surface FROM entity_variant WHERE entity_id = $1 LIMIT $2")
            .Rows(row => new PersonCandidate(entity, NameForm.Of(row.GetString(0)), likeness), entity, MostVariants);
    }

    private List<StoryTerm> TermsOf(long article) =>
        store.Prepared("SELECT term, weight FROM article_term WHERE article_id = $1").Rows(row => new StoryTerm(row.GetInt64(0), row.GetDouble(1)), article);

    private List<EntityCandidate> Candidates(string skeleton) => store.Prepared(
        "SELECT e.id, e.type, v.folded FROM entity_variant v JOIN entity e ON e.id = v.entity_id WHERE v.skeleton = $1 ORDER BY e.id")
        .Rows(row => new EntityCandidate(row.GetInt64(0), Terms.ToNameType(row.GetString(1)), row.GetString(2)), skeleton);

    private long Add(Name name) => store.Insert("INSERT INTO entity(type, name) VALUES ($1, $2)", Terms.Of(name.Type), name.Canonical);

    // A form that another entity of the kind is known by already stays with it: two would make it tell nothing.
    private void AddVariant(long entity, NameType type, NameForm form)
    {
        var isNew = store.Prepared(
            """
            INSERT OR IGNORE INTO entity_variant(entity_id, folded, surface, skeleton) SELECT $1, $2, $3, $4
            WHERE NOT EXISTS (SELECT 1 FROM entity_variant v JOIN entity e ON e.id = v.entity_id WHERE v.folded = $2 AND e.type = $5)
            """)
            .Run(entity, form.Folded, form.Surface, form.Skeleton, Terms.Of(type)) > 0;
        if (!isNew || type != NameType.Person) return;
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
