using Marsad.Language;
using Marsad.Records;
using Marsad.Relating.Entities;

namespace Marsad.Store;

/// <summary>Names that are known across articles, with every spelling they were met in.</summary>
internal sealed class Entities(StationStore store)
{
    private const int MostRemembered = 200_000;
    private readonly HashSet<string> _spellings = new(StringComparer.Ordinal);
    private int _generation = store.Generation;

    /// <summary>The entity of each name by the name's id in the record, new ones made; a name that tells too little has none.</summary>
    /// <param name="identity">Of the article that has them: a person may have said that a name in it is another's.</param>
    public Dictionary<string, long> Join(IReadOnlyList<Name> names, string identity)
    {
        if (_generation != store.Generation || _spellings.Count > MostRemembered) _spellings.Clear();
        _generation = store.Generation;
        var apart = SplitOff(identity);
        var joined = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            AddSpellings(name);
            var forms = EntityJudge.Forms(name).ToList();
            if (forms.Count > 0) joined[name.Id] = Decided(Join(name, forms), apart);
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

    private long Join(Name name, List<NameForm> forms)
    {
        var entity = Find(name.Type, forms) ?? Add(name);
        foreach (var form in forms) AddVariant(entity, name.Type, form);
        return entity;
    }

    private long? Find(NameType type, List<NameForm> forms)
    {
        foreach (var form in forms)
            if (EntityJudge.Judge(type, form, Candidates(form.Skeleton)) is { } known) return known;
        return null;
    }

    private List<EntityCandidate> Candidates(string skeleton) => store.Prepared(
        "SELECT e.id, e.type, v.folded FROM entity_variant v JOIN entity e ON e.id = v.entity_id WHERE v.skeleton = $1 ORDER BY e.id")
        .Rows(row => new EntityCandidate(row.GetInt64(0), Terms.ToNameType(row.GetString(1)), row.GetString(2)), skeleton);

    private long Add(Name name) => store.Insert("INSERT INTO entity(type, name) VALUES ($1, $2)", Terms.Of(name.Type), name.Canonical);

    // A form that another entity of the kind is known by already stays with it: two would make it tell nothing.
    private void AddVariant(long entity, NameType type, NameForm form) => store.Prepared(
        """
        INSERT OR IGNORE INTO entity_variant(entity_id, folded, surface, skeleton) SELECT $1, $2, $3, $4
        WHERE NOT EXISTS (SELECT 1 FROM entity_variant v JOIN entity e ON e.id = v.entity_id WHERE v.folded = $2 AND e.type = $5)
        """)
        .Run(entity, form.Folded, form.Surface, form.Skeleton, Terms.Of(type));

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
