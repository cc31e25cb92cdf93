using System.Runtime.InteropServices;
using System.Text.Json;
using Marsad.Relating.Stories;

namespace Marsad.Store;

/// <summary>Stories, and what each article is about so that the next report on the same happening finds them.</summary>
internal sealed class Stories(StationStore store)
{
    // A term that stands in more articles of those days says nothing of any one story.
    private const int MostInDays = 200;

    // The heaviest terms find the candidates; the rest of the vector adds little to any that they did not find.
    private const int Asked = 24;

    private const int Week = 7;

    // All terms in one question: asked one by one, most of the time went into asking.
    private static readonly string NearSql = string.Join(" UNION ALL ", Enumerable.Range(0, Asked).Select(i =>
        FormattableString.Invariant($"SELECT * FROM (SELECT {i}, article_id, weight FROM story_term WHERE week IN ($1, $2) AND term = ${i + 5} AND day BETWEEN $3 AND $4 LIMIT {MostInDays})")));

    /// <summary>In how many articles each term has stood; missing where in none.</summary>
    public Dictionary<long, long> Counts(IEnumerable<long> terms)
    {
        var counts = new Dictionary<long, long>();
        var known = store.Prepared("SELECT term, articles FROM word_count WHERE term IN (SELECT value FROM json_each($1))").Rows(row => (Term: row.GetInt64(0), Articles: row.GetInt64(1)), List(terms));
        foreach (var (term, articles) in known) counts.Add(term, articles);
        return counts;
    }

    /// <summary>Articles of the days around that are about some of the same things.</summary>
    public List<StoryCandidate> Near(IReadOnlyList<StoryTerm> terms, DateTimeOffset published)
    {
        var (first, last) = (Day(published) - StoryJudge.Days, Day(published) + StoryJudge.Days);
        var values = new object?[Asked + 4];
        (values[0], values[1], values[2], values[3]) = (first / Week, last / Week, first, last);
        var asked = Math.Min(Asked, terms.Count);
        for (var i = 0; i < asked; i++) values[i + 4] = terms[i].Term;
        var found = store.Prepared(NearSql).Rows(row => (Place: row.GetInt32(0), Article: row.GetInt64(1), Parts: row.GetInt64(2)), values);
        return WithStories(Likenesses(terms, found));
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
        var day = Day(published);
        store.Prepared("INSERT INTO subject(article_id, day, terms) VALUES ($1, $2, $3)").Run(article, day, SubjectBytes.Of(terms));
        var insert = store.Prepared("INSERT INTO story_term(week, term, day, article_id, weight) VALUES ($1, $2, $3, $4, $5)");
        foreach (var term in terms.OrderBy(term => term.Term)) insert.Run(day / Week, term.Term, day, article, SubjectBytes.PartsOf(term));
        var count = store.Prepared("INSERT INTO word_count(term, articles) VALUES ($1, 1) ON CONFLICT(term) DO UPDATE SET articles = articles + 1");
        foreach (var term in all.Order()) count.Run(term);
    }

    /// <summary>What an article that was kept is about.</summary>
    public StoryTerm[] SubjectOf(long article) => store.Prepared("SELECT terms FROM subject WHERE article_id = $1").Value(article) is byte[] terms ? SubjectBytes.Read(terms) : [];

    /// <summary>Forgets what an earlier version was about.</summary>
    public void Drop(long article)
    {
        var day = store.Prepared("SELECT day FROM subject WHERE article_id = $1").Value(article) as long? ?? 0;
        var remove = store.Prepared("DELETE FROM story_term WHERE week = $1 AND term = $2 AND day = $3 AND article_id = $4");
        foreach (var term in SubjectOf(article)) remove.Run(day / Week, term.Term, day, article);
        store.Prepared("DELETE FROM subject WHERE article_id = $1").Run(article);
    }

    private static int Day(DateTimeOffset published) => DateOnly.FromDateTime(published.UtcDateTime).DayNumber;

    // In the order of the index, so that what lies together is read together.
    private static string List(IEnumerable<long> terms) => JsonSerializer.Serialize(terms.Order());

    private static Dictionary<long, double> Likenesses(IReadOnlyList<StoryTerm> terms, List<(int Place, long Article, long Parts)> found)
    {
        var counts = new int[Asked];
        foreach (var (place, _, _) in found) counts[place]++;
        var likeness = new Dictionary<long, double>();
        foreach (var (place, article, parts) in found)
            if (counts[place] < MostInDays) CollectionsMarshal.GetValueRefOrAddDefault(likeness, article, out _) += (double)parts / SubjectBytes.Parts * terms[place].Weight;
        return likeness;
    }

    private List<StoryCandidate> WithStories(Dictionary<long, double> likeness)
    {
        const double Faint = 0.1;
        var story = store.Prepared("SELECT story_id FROM article WHERE id = $1");
        return [.. likeness.Where(near => near.Value >= Faint).OrderBy(near => near.Key).Select(near => new StoryCandidate(near.Key, (long)story.Value(near.Key)!, near.Value))];
    }
}
