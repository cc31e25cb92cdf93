using System.Globalization;
using System.Text.Json;
using Dapper;
using Marsad.Relating.Entities;
using Marsad.Store.Search;
using Marsad.Watching;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>Situations, and the articles that belong to each: those filed before it was made, and every one that comes.</summary>
public sealed class Situations
{
    private readonly StationStore _store;
    private List<Followed>? _followed;
    private long _seen = -1;

    internal Situations(StationStore store) => _store = store;

    /// <summary>Follows a situation, or changes the one with that slug; its articles are gathered anew.</summary>
    /// <returns>The row's id.</returns>
    public long Follow(Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return _store.Write(connection =>
        {
            var id = Save(connection, situation);
            connection.Execute("DELETE FROM situation_article WHERE situation_id = @id", new { id });
            foreach (var term in situation.Terms) Gather(connection, id, term, situation);
            _store.Tallies.Recount(id);
            _followed = null;
            return id;
        });
    }

    /// <summary>Follows a situation no longer.</summary>
    /// <returns>Whether there was one of that name.</returns>
    public bool Remove(string slug) => _store.Write(connection =>
    {
        _followed = null;
        if (connection.ExecuteScalar<long?>("SELECT id FROM situation WHERE slug = @slug", new { slug }) is not { } id) return false;
        _store.Tallies.Forget(id);
        return connection.Execute("DELETE FROM situation WHERE id = @id", new { id }) > 0;
    });

    /// <summary>Puts a filed article into every situation that it belongs to, inside a write.</summary>
    internal void Match(long article, Filing filing)
    {
        foreach (var followed in CurrentlyFollowed())
            if (followed.Holds(filing)
                && _store.Prepared("INSERT OR IGNORE INTO situation_article(situation_id, article_id, published_at) VALUES ($1, $2, $3)").Run(followed.Id, article, Instant.ToText(filing.PublishedAt)) > 0)
                _store.Tallies.Put(article, followed.Id);
    }

    /// <summary>Takes an article that a later version follows out of every situation, inside a write.</summary>
    internal void Drop(long article)
    {
        _store.Tallies.Take(article);
        _store.Prepared("DELETE FROM situation_article WHERE situation_id IN (SELECT id FROM situation) AND article_id = $1").Run(article);
    }

    /// <summary>Puts an article whose record was made anew where it now belongs in time, inside a write.</summary>
    internal void Date(long article, DateTimeOffset published) =>
        _store.Prepared("UPDATE situation_article SET published_at = $2 WHERE situation_id IN (SELECT id FROM situation) AND article_id = $1").Run(article, Instant.ToText(published));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Save(SqliteConnection connection, Situation situation) => connection.ExecuteScalar<long>(
        """
        INSERT INTO situation(slug, title_ar, title_en, terms, from_day, to_day) VALUES (@Slug, @TitleArabic, @TitleEnglish, @terms, @from, @to)
        ON CONFLICT(slug) DO UPDATE SET title_ar = excluded.title_ar, title_en = excluded.title_en, terms = excluded.terms, from_day = excluded.from_day, to_day = excluded.to_day
        RETURNING id
        """,
        new { situation.Slug, situation.TitleArabic, situation.TitleEnglish, terms = JsonSerializer.Serialize(situation.Terms), from = Day(situation.From), to = Day(situation.To) });

    private static void Gather(SqliteConnection connection, long id, string term, Situation situation)
    {
        if (SearchQuery.Read(connection, term) is not { } query) return;
        connection.Execute(
            """
            INSERT OR IGNORE INTO situation_article(situation_id, article_id, published_at)
            SELECT @id, a.id, a.published_at FROM article_search JOIN article a ON a.id = article_search.rowid
            WHERE article_search MATCH @match AND (@from IS NULL OR substr(a.published_at, 1, 10) >= @from) AND (@to IS NULL OR substr(a.published_at, 1, 10) <= @to)
            """,
            new { id, match = query.Match, from = Day(situation.From), to = Day(situation.To) });
    }

    // Read anew when any process has changed them: the desk may run beside an ingest.
    private List<Followed> CurrentlyFollowed()
    {
        var version = (long)_store.Prepared("PRAGMA data_version").Value()!;
        if (_followed is null || version != _seen) _followed = _store.Prepared("SELECT id, terms, from_day, to_day FROM situation ORDER BY id").Rows(Followed.Of);
        _seen = version;
        return _followed;
    }

    private sealed record Followed(long Id, List<string> Terms, TermList List, string? From, string? To)
    {
        public static Followed Of(PreparedRow row)
        {
            var terms = JsonSerializer.Deserialize<List<string>>(row.GetString(1))!;
            return new Followed(row.GetInt64(0), terms, new TermList(terms), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3));
        }

        public bool Holds(Filing filing)
        {
            var day = Instant.ToText(filing.PublishedAt)[..10];
            if (From is not null && string.CompareOrdinal(day, From) < 0) return false;
            if (To is not null && string.CompareOrdinal(day, To) > 0) return false;
            return List.In(filing.Title, 0, filing.Title.Count).Count > 0 || List.In(filing.Text, 0, filing.Text.Count).Count > 0 || Names(filing);
        }

        // A foreign name in another spelling.
        private bool Names(Filing filing)
        {
            var forms = filing.Record.Record.Names.SelectMany(name => name.Variants.Prepend(name.Canonical)).Select(NameForm.Of).ToList();
            return Terms.Select(NameForm.Of).Any(term => forms.Any(form => EntityJudge.IsSpelling(form.Words, term.Words, shortest: 5)));
        }
    }
}
