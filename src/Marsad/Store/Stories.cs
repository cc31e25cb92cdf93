using System.Runtime.InteropServices;
using Marsad.Relating.Stories;

namespace Marsad.Store;

/// <summary>Stories, and what each article is about so that the next report on the same happening finds them.</summary>
internal sealed class Stories(StationStore store)
{
    // A term that stands in more articles of those days says nothing of any one story.
    private const int MostInDays = 200;

    // The heaviest terms find the candidates; the rest of the vector adds little to any that they did not find.
    private const int Asked = 24;

    /// <summary>In how many articles each term has stood; missing where in none.</summary>
    public Dictionary<long, long> Counts(IEnumerable<long> terms)
    {
        var read = store.Prepared("SELECT articles FROM word_count WHERE term = $1");
        var counts = new Dictionary<long, long>();
        foreach (var term in terms)
            if (read.Value(term) is long count) counts[term] = count;
        return counts;
    }

    /// <summary>Articles of the days around that are about some of the same things.</summary>
    public List<StoryCandidate> Near(IReadOnlyList<StoryTerm> terms, DateTimeOffset published)
    {
        var day = Day(published);
        var read = store.Prepared("SELECT article_id, weight FROM article_term WHERE term = $1 AND day BETWEEN $2 AND $3 ORDER BY day DESC, article_id DESC LIMIT $4");
        var likeness = new Dictionary<long, double>();
        foreach (var term in terms.Take(Asked))
        {
            var found = read.Rows(row => (Article: row.GetInt64(0), Weight: row.GetDouble(1)), term.Term, day - StoryJudge.Days, day + StoryJudge.Days, MostInDays);
            if (found.Count == MostInDays) continue;
            foreach (var (article, weight) in found) CollectionsMarshal.GetValueRefOrAddDefault(likeness, article, out _) += weight * term.Weight;
        }

        return WithStories(likeness);
    }

    /// <summary>Makes a story of its first article.</summary>
    public long Open(string title, DateTimeOffset at) =>
        store.Insert("INSERT INTO story(title, first_at, last_at) VALUES ($1, $2, $2)", title, Instant.ToText(at));

    /// <summary>Stretches a story over one more article.</summary>
    public void Stretch(long story, DateTimeOffset at) =>
        store.Prepared("UPDATE story SET first_at = min(first_at, $2), last_at = max(last_at, $2) WHERE id = $1").Run(story, Instant.ToText(at));

    /// <summary>Keeps what an article is about.</summary>
    public void Keep(long article, DateTimeOffset published, IReadOnlyList<StoryTerm> terms, IEnumerable<long> all)
    {
        var insert = store.Prepared("INSERT INTO article_term(term, day, article_id, weight) VALUES ($1, $2, $3, $4)");
        foreach (var term in terms) insert.Run(term.Term, Day(published), article, term.Weight);
        var count = store.Prepared("INSERT INTO word_count(term, articles) VALUES ($1, 1) ON CONFLICT(term) DO UPDATE SET articles = articles + 1");
        foreach (var term in all) count.Run(term);
    }

    private static int Day(DateTimeOffset published) => DateOnly.FromDateTime(published.UtcDateTime).DayNumber;

    private List<StoryCandidate> WithStories(Dictionary<long, double> likeness)
    {
        const double Faint = 0.1;
        var story = store.Prepared("SELECT story_id FROM article WHERE id = $1");
        return [.. likeness.Where(near => near.Value >= Faint).OrderBy(near => near.Key).Select(near => new StoryCandidate(near.Key, (long)story.Value(near.Key)!, near.Value))];
    }
}
