namespace Marsad.Store;

/// <summary>How often persons are named and how many have a last name, up to forty: who or what has reached that is not counted again.</summary>
internal sealed class PersonCounts(StationStore store)
{
    private const int Most = 40;
    private const int MostRemembered = 200_000;

    private readonly HashSet<object> _many = [];
    private int _generation = store.Generation;

    /// <summary>In how many articles a person is named.</summary>
    public long MentionsOf(long person) => Count("SELECT count(*) FROM (SELECT 1 FROM name WHERE entity_id = $1 LIMIT $2)", person);

    /// <summary>How many have a last name.</summary>
    public long HoldersOf(string lastName) => Count("SELECT count(*) FROM (SELECT 1 FROM person_key WHERE key = $1 LIMIT $2)", lastName);

    private long Count(string sql, object of)
    {
        if (_generation != store.Generation || _many.Count > MostRemembered) _many.Clear();
        _generation = store.Generation;
        if (_many.Contains(of)) return Most;
        var count = (long)store.Prepared(sql).Value(of, Most)!;
        if (count == Most) _many.Add(of);
        return count;
    }
}
