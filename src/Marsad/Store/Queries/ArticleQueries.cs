using Dapper;
using Marsad.Records;
using Marsad.Records.Corrections;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Reads articles for the desk. Every method reads on the connection it is given, so that one page shows one state of the store.</summary>
public static class ArticleQueries
{
    /// <summary>Articles by their numbers, in that order.</summary>
    public static IReadOnlyList<ArticleRow> ArticlesBy(this SqliteConnection store, IEnumerable<long> ids) => store.Query<ArticleRow>(
        $"SELECT {ArticleRow.Columns} FROM json_each(@ids) place CROSS JOIN article a ON a.id = place.value ORDER BY place.key", new { ids = Rows.List(ids) }).AsList();

    public static ArticleRow? Article(this SqliteConnection store, long id) =>
        store.QuerySingleOrDefault<ArticleRow>($"SELECT {ArticleRow.Columns} FROM article a WHERE a.id = @id", new { id });

    /// <summary>The current version of the article with this key; null if none is known.</summary>
    public static ArticleRow? ArticleByKey(this SqliteConnection store, string key) =>
        store.QueryFirstOrDefault<ArticleRow>($"SELECT {ArticleRow.Columns} FROM article a WHERE a.key = @key ORDER BY a.current DESC, a.version DESC LIMIT 1", new { key });

    /// <summary>The article's JSON object as the data contract says it, UTF-8: what the machine read, with what people decided laid over it.</summary>
    public static byte[]? RecordOf(this SqliteConnection store, long articleId) => store.ReviewedOf(articleId) is { } reviewed ? RecordJson.Write(reviewed) : null;

    /// <summary>The article's record with people's decisions; null if there is no such article.</summary>
    public static ReviewedRecord? ReviewedOf(this SqliteConnection store, long articleId) => Corrections.Of(store, articleId);

    /// <summary>Decisions on the article's items, taken back or not, the latest first.</summary>
    public static IReadOnlyList<CorrectionRow> DecisionsOn(this SqliteConnection store, long articleId) => Corrections.History(store, articleId);

    /// <summary>Current articles, newest first, copies folded into the first of them.</summary>
    public static IReadOnlyList<ArticleRow> LatestArticles(this SqliteConnection store, int limit, int offset = 0) =>
        store.Query<ArticleRow>(
            $"SELECT {ArticleRow.Columns} FROM article a INDEXED BY article_shown WHERE a.current = 1 AND a.copy_of IS NULL ORDER BY a.published_at DESC, a.id DESC LIMIT @limit OFFSET @offset",
            new { limit, offset }).AsList();

    /// <summary>Every current article, copies too, the newest first; read from the store one by one, as they are asked for.</summary>
    public static IEnumerable<ArticleRow> EveryArticle(this SqliteConnection store) =>
        store.Query<ArticleRow>($"SELECT {ArticleRow.Columns} FROM article a WHERE a.current = 1 ORDER BY a.published_at DESC, a.id DESC", buffered: false);

    /// <summary>The same of one situation.</summary>
    public static IEnumerable<ArticleRow> EveryArticleOf(this SqliteConnection store, long situation) =>
        store.Query<ArticleRow>(SituationQueries.ArticlesSql, new { situation, limit = -1 }, buffered: false);

    /// <summary>How many current articles there are, copies folded.</summary>
    public static long CountArticles(this SqliteConnection store) =>
        store.ExecuteScalar<long>("SELECT count(*) FROM article INDEXED BY article_shown WHERE current = 1 AND copy_of IS NULL");

    /// <summary>Every version of the article, the newest first.</summary>
    public static IReadOnlyList<ArticleRow> VersionsOf(this SqliteConnection store, long articleId) =>
        store.Query<ArticleRow>(
            $"SELECT {ArticleRow.Columns} FROM article a WHERE a.identity = (SELECT identity FROM article WHERE id = @articleId) ORDER BY a.version DESC", new { articleId }).AsList();

    /// <summary>The capture with this digest that came first; null if it is not known.</summary>
    public static CaptureRow? Capture(this SqliteConnection store, string digest) =>
        store.QueryFirstOrDefault<CaptureRow>(
            """
            SELECT digest AS Digest, url AS Url, final_url AS FinalUrl, captured_at AS CapturedAt, status AS Status, content_type AS ContentType, length AS Length
            FROM capture WHERE digest = @digest ORDER BY captured_at LIMIT 1
            """,
            new { digest });
}

/// <summary>A capture and how it came.</summary>
public sealed record CaptureRow
{
    public string Digest { get; init; } = "";

    public string Url { get; init; } = "";

    public string FinalUrl { get; init; } = "";

    public string CapturedAt { get; init; } = "";

    public long Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    public DateTimeOffset Instant => Instants.Parse(CapturedAt);
}
