using Dapper;
using Marsad.Archive;
using Marsad.Fetch;

namespace Marsad.Store;

/// <summary>What was fetched, when and from where; the bytes are in the archive under the digest.</summary>
internal sealed class Captures(StationStore store)
{
    /// <param name="entry">The number of its line in the archive's log.</param>
    public long Add(Capture capture, Digest digest, long entry, long? source) => store.Write(db => db.ExecuteScalar<long>(
        """
        INSERT INTO capture(digest, url, final_url, captured_at, status, content_type, length, source_id, entry)
        VALUES (@digest, @url, @final, @at, @Status, @ContentType, @length, @source, @entry) RETURNING id
        """,
        new
        {
            digest = digest.ToString(),
            url = capture.Url.AbsoluteUri,
            final = capture.FinalUrl.AbsoluteUri,
            at = Instant.ToText(capture.CapturedAt),
            capture.Status,
            capture.ContentType,
            length = capture.Body.Length,
            source,
            entry,
        }));

    /// <summary>Every capture that had a body, oldest first, given the body.</summary>
    public IReadOnlyList<Capture> All(Digest digest, ReadOnlyMemory<byte> body) => store.Read(db => db
        .Query("SELECT url, final_url, captured_at, status, content_type FROM capture WHERE digest = @digest ORDER BY id", new { digest = digest.ToString() })
        .Select(row => (Capture)Of(row, body)).ToList());

    /// <summary>The latest capture of a page with these bytes, given the bytes; null where there is no such row.</summary>
    public Capture? Latest(Uri url, Digest digest, ReadOnlyMemory<byte> body) => store.Read(db =>
    {
        var row = db.QueryFirstOrDefault(
            "SELECT url, final_url, captured_at, status, content_type FROM capture WHERE digest = @digest AND url = @url ORDER BY id DESC LIMIT 1",
            new { digest = digest.ToString(), url = url.AbsoluteUri });
        return row is null ? null : (Capture)Of(row, body);
    });

    private static Capture Of(dynamic row, ReadOnlyMemory<byte> body) =>
        new(new Uri((string)row.url), new Uri((string)row.final_url), Instant.Parse((string)row.captured_at), (int)(long)row.status, (string?)row.content_type, body);
}
