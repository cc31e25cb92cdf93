using Dapper;

namespace Marsad.Store;

/// <summary>The sitemaps that were read under sources, and what their hosts say they are known by.</summary>
internal sealed class Sitemaps(StationStore store)
{
    /// <summary>Null where the sitemap was never read.</summary>
    public (string? ETag, string? LastModified)? Seen(Uri url) => store.Read(db =>
        db.QueryFirstOrDefault<(string?, string?)?>("SELECT etag, last_modified FROM sitemap WHERE url = @url", new { url = url.AbsoluteUri }));

    public void Keep(Uri url, string? etag, string? lastModified) => store.Write(db => db.Execute(
        "INSERT OR REPLACE INTO sitemap(url, etag, last_modified, read_at) VALUES (@url, @etag, @lastModified, @now)",
        new { url = url.AbsoluteUri, etag, lastModified, now = Instant.ToText(store.Clock.GetUtcNow()) }));
}
