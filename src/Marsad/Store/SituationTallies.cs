using Dapper;

namespace Marsad.Store;

/// <summary>What a situation's page counts, kept as its articles come and change: articles, stories, outlets, what each party said, alerts.</summary>
/// <remarks>What is about to change in an article is taken out before and put in again after. Row by row: a statement that writes several rows may have a savepoint.</remarks>
internal sealed class SituationTallies(StationStore store)
{
    private const string All =
        """
        INSERT INTO situation_tally(situation_id, kind, key, n)
            SELECT @situation, 'story', a.story_id, count(*) FROM situation_article m CROSS JOIN article a ON a.id = m.article_id WHERE m.situation_id = @situation AND a.story_id IS NOT NULL GROUP BY 3;
        INSERT INTO situation_tally(situation_id, kind, key, n)
            SELECT @situation, 'outlet', a.outlet, count(*) FROM situation_article m CROSS JOIN article a ON a.id = m.article_id WHERE m.situation_id = @situation AND a.outlet IS NOT NULL GROUP BY 3;
        INSERT INTO situation_tally(situation_id, kind, key, n, first_at)
            SELECT @situation, 'party', coalesce(s.entity_id, s.speaker), count(*), min(a.published_at)
            FROM situation_article m CROSS JOIN article a ON a.id = m.article_id CROSS JOIN statement s ON s.article_id = a.id
            WHERE m.situation_id = @situation AND a.copy_of IS NULL AND coalesce(s.entity_id, s.speaker) IS NOT NULL GROUP BY 3;
        UPDATE situation SET
            articles = (SELECT count(*) FROM situation_article WHERE situation_id = @situation),
            stories = (SELECT count(*) FROM situation_tally WHERE situation_id = @situation AND kind = 'story'),
            outlets = (SELECT count(*) FROM situation_tally WHERE situation_id = @situation AND kind = 'outlet'),
            statements = (SELECT count(*) FROM situation_article m CROSS JOIN article a ON a.id = m.article_id CROSS JOIN statement s ON s.article_id = a.id WHERE m.situation_id = @situation AND a.copy_of IS NULL),
            alerts = (SELECT count(*) FROM situation_article m CROSS JOIN alert l ON l.article_id = m.article_id WHERE m.situation_id = @situation)
            WHERE id = @situation;
        """;

    /// <summary>Counts an article in all situations that it belongs to.</summary>
    public void Put(long article)
    {
        foreach (var situation in Of(article)) Change(situation, article, 1);
    }

    /// <summary>Counts it no longer.</summary>
    public void Take(long article)
    {
        foreach (var situation in Of(article)) Change(situation, article, -1);
    }

    /// <summary>Counts an article in one situation.</summary>
    public void Put(long article, long situation) => Change(situation, article, 1);

    /// <summary>Counts an alert that an article raised.</summary>
    public void Alerted(long article)
    {
        foreach (var situation in Of(article)) store.Prepared("UPDATE situation SET alerts = alerts + 1 WHERE id = $1").Run(situation);
    }

    /// <summary>What one party said was said by another.</summary>
    public void Move(long from, long to)
    {
        foreach (var situation in store.Prepared("SELECT id FROM situation").Rows(row => row.GetInt64(0)))
        {
            if (Party(situation, from) is not { } known) continue;
            Bump(situation, "party", from, -known.Count, null);
            Bump(situation, "party", to, known.Count, known.First);
        }
    }

    /// <summary>Counts a situation's articles, which were gathered anew.</summary>
    public void Recount(long situation)
    {
        Forget(situation);
        store.Write(connection => connection.Execute(All, new { situation }));
    }

    /// <summary>Leaves nothing of a situation that is followed no longer.</summary>
    public void Forget(long situation) => store.Prepared("DELETE FROM situation_tally WHERE situation_id = $1").Run(situation);

    private List<long> Of(long article) =>
        store.Prepared("SELECT situation_id FROM situation_article WHERE situation_id IN (SELECT id FROM situation) AND article_id = $1").Rows(row => row.GetInt64(0), article);

    private void Change(long situation, long article, int sign)
    {
        var (story, outlet, isCopy, at, alerts) = store.Prepared(
            "SELECT story_id, outlet, copy_of IS NOT NULL, published_at, (SELECT count(*) FROM alert l WHERE l.article_id = a.id) FROM article a WHERE id = $1")
            .Rows(row => (row.Value(0), row.Value(1), row.GetInt64(2) != 0, row.GetString(3), row.GetInt64(4)), article)[0];
        var stories = Bump(situation, "story", story, sign, null);
        var outlets = Bump(situation, "outlet", outlet, sign, null);
        var said = isCopy ? [] : store.Prepared("SELECT coalesce(entity_id, speaker), count(*) FROM statement WHERE article_id = $1 GROUP BY 1").Rows(row => (Party: row.Value(0), Count: row.GetInt64(1)), article);
        foreach (var (party, count) in said) Bump(situation, "party", party, sign * count, at);
        store.Prepared("UPDATE situation SET articles = articles + $2, stories = stories + $3, outlets = outlets + $4, statements = statements + $5, alerts = alerts + $6 WHERE id = $1")
            .Run(situation, sign, stories, outlets, sign * said.Sum(one => one.Count), sign * alerts);
    }

    private (long Count, string? First)? Party(long situation, long entity) => store.Prepared("SELECT n, first_at FROM situation_tally WHERE situation_id = $1 AND kind = 'party' AND key = $2")
        .Rows(row => ((long, string?)?)(row.GetInt64(0), row.Value(1) as string), situation, entity).FirstOrDefault();

    // Whether there is one more of the kind now, or one less.
    private int Bump(long situation, string kind, object? key, long by, string? at)
    {
        if (key is null) return 0;
        if (store.Prepared("SELECT n FROM situation_tally WHERE situation_id = $1 AND kind = $2 AND key = $3").Value(situation, kind, key) is not long known)
        {
            store.Prepared("INSERT INTO situation_tally(situation_id, kind, key, n, first_at) VALUES ($1, $2, $3, $4, $5)").Run(situation, kind, key, by, at);
            return 1;
        }

        if (known + by == 0)
        {
            store.Prepared("DELETE FROM situation_tally WHERE situation_id = $1 AND kind = $2 AND key = $3").Run(situation, kind, key);
            return -1;
        }

        store.Prepared("UPDATE situation_tally SET n = n + $4, first_at = min(first_at, coalesce($5, first_at)) WHERE situation_id = $1 AND kind = $2 AND key = $3").Run(situation, kind, key, by, at);
        return 0;
    }
}
