using System.Text.Encodings.Web;
using System.Text.Json;
using Marsad.Records;
using Marsad.Relating;
using Marsad.Relating.Copies;
using Marsad.Store.Queries;

namespace Marsad.Store;

/// <summary>What articles are to those whose words they share.</summary>
internal sealed class Kinships(StationStore store)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An article as it is compared.</summary>
    public KinText TextOf(long article)
    {
        var record = RecordJson.Read((byte[])store.Prepared("SELECT CAST(record AS BLOB) FROM article WHERE id = $1").Value(article)!);
        return new KinText(new ArticleWords(record.Article.Text), record.Article.Title, record.Article.Outlet, record.Record);
    }

    /// <summary>Keeps what was found when an article came.</summary>
    public void Keep(long article, Kinship found)
    {
        var (later, earlier) = found.IsEarlier ? (found.Other, article) : (article, found.Other);
        Put(new KinArticle(later, found.Later), new KinArticle(earlier, found.Earlier), found.Kin);
    }

    /// <summary>Keeps what an article is to an earlier one, in the place of what was known before.</summary>
    public void Put(KinArticle later, KinArticle earlier, Kin kin)
    {
        var changes = kin.Changes.Select(change => new FigureChangeRow(
            Terms.Of(change.After.Category), change.After.Of ?? change.Before.Of, change.Before.Span.In(earlier.Text.Words.Text), change.After.Span.In(later.Text.Words.Text)));
        var analyzer = later.Text.Record.Analyzer == earlier.Text.Record.Analyzer ? later.Text.Record.Analyzer : "";
        // To replace a row SQLite makes a savepoint, and there the search index writes out what it holds back.
        Forget(later.Id);
        store.Prepared("INSERT INTO kin(article_id, of_id, kind, own, changes, analyzer, passage) VALUES ($1, $2, $3, $4, $5, $6, $7)").Run(
            later.Id, earlier.Id, kin.Kind.ToString().ToLowerInvariant(), kin.Own, JsonSerializer.Serialize(changes, Readable), analyzer, kin.Passage?.In(later.Text.Words.Text));
    }

    public void Forget(long later) => store.Prepared("DELETE FROM kin WHERE article_id = $1").Run(later);

    /// <summary>What was related to a version is related to the one that follows it.</summary>
    public void Follow(long before, long now) => store.Prepared("UPDATE kin SET of_id = $2 WHERE of_id = $1").Run(before, now);
}

/// <summary>One of the two articles that are compared.</summary>
internal sealed record KinArticle(long Id, KinText Text);
