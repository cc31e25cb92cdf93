using Dapper;
using Marsad.Archive;
using Marsad.Records;
using Marsad.Records.Corrections;
using Marsad.Relating.Copies;
using Marsad.Relating.Entities;
using Marsad.Store.Search;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>Articles with the record of each, all versions; only the current one is found by search.</summary>
internal sealed class Articles(StationStore store)
{
    private static readonly Lazy<IReadOnlySet<string>> Unnamed = new(new HashSet<string>());
    private readonly RecordRows _rows = new(store);
    private readonly SearchIndex _search = new(store);

    private readonly Fingerprints _fingerprints = new(store);

    /// <summary>Null where no such article was filed.</summary>
    public FiledVersion? Current(string identity) => store.Write(_ => store.Prepared(
            "SELECT id, version, content FROM article WHERE identity = $1 AND current = 1")
        .Rows(row => new FiledVersion(row.GetInt64(0), row.GetInt32(1), row.GetString(2)), identity).FirstOrDefault());

    /// <summary>The article whose current version has these very words; null where there is none.</summary>
    public static long? Find(SqliteConnection connection, string identity, Digest content) => connection.ExecuteScalar<long?>(
        "SELECT id FROM article WHERE identity = @identity AND current = 1 AND content = @content", new { identity, content = content.ToString() });

    /// <summary>Articles that share a band with <paramref name="sketch"/>, and those they are folded under, other than versions of <paramref name="identity"/>.</summary>
    public IReadOnlyList<CopyCandidate> Sharing(Sketch sketch, string identity)
    {
        if (sketch.BandKeys.Length == 0) return [];
        var near = _fingerprints.Sharing(sketch).SelectMany(id => Candidates(id, identity)).Where(candidate => CopyJudge.IsNear(sketch.Runs, candidate.Runs)).ToDictionary(candidate => candidate.Id);
        foreach (var head in near.Values.Select(candidate => candidate.Head).Distinct().Where(head => !near.ContainsKey(head)).ToList())
            foreach (var candidate in Candidates(head, identity)) near.Add(head, candidate);
        return [.. near.Values.OrderBy(candidate => candidate.Id)];
    }

    private List<CopyCandidate> Candidates(long id, string identity) => store.Prepared(
        """
        SELECT a.id, h.id, h.published_at, h.story_id, s.runs, a.published_at FROM article a
        JOIN sketch s ON s.article_id = a.id JOIN article h ON h.id = coalesce(a.copy_of, a.id) WHERE a.id = $1 AND a.identity <> $2
        """)
        .Rows(Candidate, id, identity);

    /// <summary>Those of some articles that have a sketch, as they are compared word for word, other than versions of <paramref name="identity"/>.</summary>
    public IReadOnlyList<CopyCandidate> Sketches(IEnumerable<long> ids, string identity)
    {
        var read = store.Prepared("SELECT a.id, a.published_at, s.runs FROM article a JOIN sketch s ON s.article_id = a.id WHERE a.id = $1 AND a.identity <> $2");
        return [.. ids.SelectMany(id => read.Rows(row => (Id: row.GetInt64(0), At: Instant.Parse(row.GetString(1)), Runs: Sketch.FromBytes(row.GetBytes(2))), id, identity))
            .Select(found => new CopyCandidate(found.Id, found.At, found.Id, found.At, null, found.Runs, Unnamed))];
    }

    private IReadOnlySet<string> NamesOf(long id) =>
        store.Prepared("SELECT name FROM name WHERE article_id = $1").Rows(row => NameForm.Of(row.GetString(0)).Folded, id).ToHashSet();

    /// <summary>How many articles there are, all versions.</summary>
    public long Count() => (long)store.Prepared("SELECT coalesce(max(id), 0) FROM article").Value()!;

    /// <summary>Files an article and everything of its record; the version before it is kept and steps back.</summary>
    /// <returns>The row's id.</returns>
    public long File(Filing filing, long story) => store.Write(_ =>
    {
        var before = Current(filing.Identity);
        if (before is not null) StepBack(before.Id);
        var id = Insert(filing, story, before is null ? 1 : before.Version + 1);
        if (before is not null) Follow(before.Id, id);
        if (filing.Relation.Folded is { } copy) Fold(copy, id);
        if (filing.Relation.Kin is { } kin) store.Kinships.Keep(id, kin);
        _fingerprints.Add(id, filing.Relation.Sketch);
        store.Stories.Keep(id, filing.PublishedAt, filing.Relation.Terms, filing.Relation.AllTerms.All);
        var reviewed = ReviewedRecord.Of(filing.Record, StandingOn(filing.Identity));
        _search.Add(id, reviewed.Holds, filing.PublishedAt, filing.Title, filing.Text);
        _rows.Add(id, filing.Identity, filing.PublishedAt, reviewed);
        if (before is not null) store.KinAnew.AfterEdit(id);
        return id;
    });

    /// <summary>Lays the decisions over an article's record anew: its rows say what holds now.</summary>
    public void Relay(long id) => store.Write(connection =>
    {
        if (Corrections.Of(connection, id) is not { } reviewed) return;
        var (identity, isCurrent, at) = store.Prepared("SELECT identity, current, published_at FROM article WHERE id = $1").Rows(row => (row.GetString(0), row.GetInt64(1) != 0, Instant.Parse(row.GetString(2))), id)[0];
        store.Tallies.Take(id);
        _rows.Replace(id, identity, at, reviewed);
        store.Tallies.Put(id);
        if (isCurrent) _search.Replace(id, reviewed.Holds, at);
        else _search.Remove(id);
    });

    /// <summary>Puts a record that was made anew in the place of the one before it: the same version of the same article, in its story and under its first copy.</summary>
    public void Replace(long id, Filing filing) => store.Write(connection =>
    {
        var article = filing.Record.Article;
        var isCurrent = (long)store.Prepared("SELECT current FROM article WHERE id = $1").Value(id)! != 0;
        store.Prepared("UPDATE article SET title = $2, byline = $3, language = $4, published = $5, published_at = $6, content = $7, analyzer = $8, record = $9 WHERE id = $1").Run(
            id, article.Title, article.Byline, article.Language, article.Published?.ToString(), Instant.ToText(filing.PublishedAt), filing.Content.ToString(), filing.Record.Record.Analyzer,
            RecordJson.Write(filing.Record));
        var reviewed = ReviewedRecord.Of(filing.Record, Corrections.Standing(connection, filing.Identity));
        store.Tallies.Take(id);
        _rows.Replace(id, filing.Identity, filing.PublishedAt, reviewed);
        store.Tallies.Put(id);
        store.Situations.Date(id, filing.PublishedAt);
        store.Prepared("UPDATE alert SET published_at = $2 WHERE article_id = $1").Run(id, Instant.ToText(filing.PublishedAt));
        if (!isCurrent)
        {
            _search.Remove(id);
            return;
        }

        _fingerprints.Remove(id);
        _fingerprints.Add(id, filing.Relation.Sketch);
        _search.Replace(id, reviewed.Holds, filing.PublishedAt);
    });

    // Most articles nobody has decided on.
    internal IReadOnlyList<Correction> StandingOn(string identity) => store.Prepared("SELECT 1 FROM correction WHERE identity = $1 LIMIT 1").Value(identity) is null
        ? []
        : store.Write(connection => Corrections.Standing(connection, identity));

    // Its names are asked for only where the words leave it open.
    private CopyCandidate Candidate(PreparedRow row)
    {
        var id = row.GetInt64(0);
        return new CopyCandidate(
            id, Instant.Parse(row.GetString(5)), row.GetInt64(1), Instant.Parse(row.GetString(2)), row.IsDBNull(3) ? null : row.GetInt64(3), Sketch.FromBytes(row.GetBytes(4)),
            new Lazy<IReadOnlySet<string>>(() => NamesOf(id)));
    }

    private long Insert(Filing filing, long story, int version)
    {
        var article = filing.Record.Article;
        return store.Insert(
            """
            INSERT INTO article(identity, key, url, outlet, title, byline, language, published, published_at, filed_at, digest, content, source_id, version, copy_of, story_id, analyzer, record)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            filing.Identity, filing.Record.Id, article.Url, article.Outlet, article.Title, article.Byline, article.Language, article.Published?.ToString(),
            Instant.ToText(filing.PublishedAt), Instant.ToText(store.Clock.GetUtcNow()), filing.Capture?.ToString(), filing.Content.ToString(), filing.Source, version,
            filing.Relation.Folded?.Like.Head, story, filing.Record.Record.Analyzer, RecordJson.Write(filing.Record));
    }

    // The earlier version stays readable but is no longer found, counted or compared.
    private void StepBack(long id)
    {
        store.Prepared("UPDATE article SET current = 0 WHERE id = $1").Run(id);
        _search.Remove(id);
        _fingerprints.Remove(id);
        store.Stories.Drop(id);
        store.Situations.Drop(id);
    }

    // What was folded under the version before is folded under the new one.
    private void Follow(long before, long now)
    {
        store.Prepared("UPDATE article SET copy_of = $2 WHERE copy_of = $1 AND id <> $2").Run(before, now);
        store.Kinships.Follow(before, now);
    }

    // A copy that was published before the first one known takes its place.
    private void Fold(CopyOf copy, long id)
    {
        if (!copy.IsFirst) return;
        store.Tallies.Take(copy.Like.Head);
        store.Prepared("UPDATE article SET copy_of = $1 WHERE copy_of = $2 OR id = $2").Run(id, copy.Like.Head);
        store.Prepared("UPDATE article SET copy_of = NULL WHERE id = $1").Run(id);
        store.Tallies.Put(copy.Like.Head);
    }
}
