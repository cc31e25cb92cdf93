using Dapper;
using Marsad.Archive;
using Marsad.Language;
using Marsad.Reading;
using Marsad.Records;
using Marsad.Relating;
using Marsad.Relating.Copies;
using Marsad.Relating.Stories;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Flow;

/// <summary>
/// Makes the records of all articles anew with the analyzer of this program, from the archived page where there is one, and then what each is to the earlier one that it
/// shares words with. Stories and alerts stay as they are; people's decisions are laid over what comes out. Stopped or killed, it goes on where it was: a record says which analyzer made it.
/// </summary>
public sealed class Reanalysis(StationStore store, CaptureArchive archive)
{
    private const int Batch = 50;

    /// <summary>How many articles, all versions, are to be made anew.</summary>
    /// <param name="all">Also those that the present analyzer made.</param>
    public long Count(bool all) => store.Read(connection => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM article WHERE @all OR analyzer <> @version", new { all, version = ArabicAnalyzer.Version }));

    /// <summary>Makes them anew.</summary>
    /// <param name="report">Told how many are done after each batch.</param>
    /// <param name="stop">Stops cleanly after the batch at hand.</param>
    /// <exception cref="SqliteException">The store is down; what was reported stands.</exception>
    public ReanalysisCount Run(bool all, Action<ReanalysisCount> report, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(report);
        var count = new ReanalysisCount(0, 0, 0);
        for (long after = 0; !stop.IsCancellationRequested;)
        {
            var filed = Next(after, all);
            if (filed.Count == 0) break;
            var made = InOrder.Select(filed, Understand, ahead: Batch).ToList();
            count = store.Write(_ => made.Aggregate(count, Put));
            after = filed[^1].Id;
            report(count);
        }

        JudgeKin(all, stop);
        return count;
    }

    // When all records are new: an amount that only one of two records holds would look like an update.
    private void JudgeKin(bool all, CancellationToken stop)
    {
        for (long after = 0; !stop.IsCancellationRequested;)
        {
            var stale = store.KinAnew.Stale(all, ArabicAnalyzer.Version, after, Batch);
            if (stale.Count == 0) break;
            store.Write(_ =>
            {
                foreach (var later in stale) store.KinAnew.Judge(later);
                return stale.Count;
            });
            after = stale[^1];
        }
    }

    private List<Filed> Next(long after, bool all) => store.Read(connection => connection.Query<Filed>(
        """
        SELECT a.id AS Id, a.identity AS Identity, a.published_at AS PublishedAt, a.digest AS Digest, a.outlet AS Outlet, CAST(a.record AS BLOB) AS Record,
               c.final_url AS Url, c.content_type AS ContentType
        FROM article a LEFT JOIN capture c ON c.id = (SELECT id FROM capture WHERE digest = a.digest ORDER BY captured_at LIMIT 1)
        WHERE a.id > @after AND (@all OR a.analyzer <> @version) ORDER BY a.id LIMIT @Batch
        """,
        new { after, all, version = ArabicAnalyzer.Version, Batch }).AsList());

    // What hurts or is no article to the new reader keeps the record it has: nothing that was collected may be lost.
    private (Filing? Filing, Filed Filed) Understand(Filed filed)
    {
        try
        {
            var before = RecordJson.Read(filed.Record);
            var article = ReadAgain(filed, before.Article) ?? before.Article;
            var record = ArticleReading.Understand(before.Id, article, before.Path);
            var (title, text) = (new ArticleWords(article.Title ?? ""), new ArticleWords(article.Text));
            var relation = new Relation(null, null, Sketch.Of(text), StoryTerms.Of(record.Record, title, text), []);
            return (new Filing(record, filed.Identity, ArticleIdentity.Content(article), article.Published?.Instant ?? Instant.Parse(filed.PublishedAt), null, null, title, text, relation), filed);
        }
        catch (Exception fault) when (fault is not SqliteException and not IOException)
        {
            return (null, filed);
        }
    }

    private Article? ReadAgain(Filed filed, Article before)
    {
        if (filed.Digest is null || !Digest.TryParse(filed.Digest, out var digest) || archive.TryRead(digest, out var body) is not null) return null;
        var url = Uri.TryCreate(filed.Url, UriKind.Absolute, out var address) ? address : null;
        if (PageReader.Read(body, new PageHints(url, filed.ContentType, filed.Outlet)) is not PageReading.Read { Article: var article }) return null;
        return article with { Url = article.Url ?? before.Url, Outlet = article.Outlet ?? before.Outlet, Published = article.Published ?? before.Published };
    }

    private ReanalysisCount Put(ReanalysisCount count, (Filing? Filing, Filed Filed) made)
    {
        if (made.Filing is not { } filing) return count with { Done = count.Done + 1, Kept = count.Kept + 1 };
        store.Articles.Replace(made.Filed.Id, filing);
        var changed = RecordJson.Write(filing.Record).AsSpan().SequenceEqual(made.Filed.Record) ? 0 : 1;
        return count with { Done = count.Done + 1, Changed = count.Changed + changed };
    }

    private sealed class Filed
    {
        public long Id { get; init; }

        public string Identity { get; init; } = "";

        public string PublishedAt { get; init; } = "";

        public string? Digest { get; init; }

        public string? Outlet { get; init; }

        public byte[] Record { get; init; } = [];

        public string? Url { get; init; }

        public string? ContentType { get; init; }
    }
}

/// <summary>How far a reanalysis is.</summary>
/// <param name="Done">Articles gone through.</param>
/// <param name="Changed">Of them, those whose record came out different.</param>
/// <param name="Kept">Of them, those that hurt and keep the record they had.</param>
public sealed record ReanalysisCount(long Done, long Changed, long Kept);
