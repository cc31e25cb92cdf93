using Marsad.Relating.Copies;

namespace Marsad.Store;

/// <summary>By what near-duplicates are found: the bands of each article's sketch, and the sketch.</summary>
/// <remarks>
/// A text may come again after years, so all bands that ever were must be found, and a new one may fall anywhere among them: written at once, every band of an article would change a page
/// of its own. They wait in a small table; every article moves a slice of what waits there, bands that lie side by side, to the large one.
/// </remarks>
internal sealed class Fingerprints(StationStore store)
{
    // A band that more articles share is a set phrase of an outlet; the latest are the likeliest to be copied.
    private const int MostInBand = 24;

    // So many articles wait at most.
    private const int Slices = 1 << 14;
    private const long Slice = 1L << (64 - 14);

    private static readonly string SharingSql = string.Join(" UNION ALL ", Enumerable.Range(1, Sketch.Bands).SelectMany(i => new[] { "fingerprint_waiting", "fingerprint" }.Select(table =>
        FormattableString.Invariant($"SELECT * FROM (SELECT article_id FROM {table} WHERE band = ${i} ORDER BY article_id DESC LIMIT {MostInBand})"))));

    /// <summary>The articles that share a band, of each band the latest.</summary>
    public HashSet<long> Sharing(Sketch sketch) => store.Prepared(SharingSql).Rows(row => row.GetInt64(0), [.. sketch.BandKeys]).ToHashSet();

    public void Add(long article, Sketch sketch)
    {
        var insert = store.Prepared("INSERT INTO fingerprint_waiting(band, article_id) VALUES ($1, $2)");
        foreach (var band in sketch.BandKeys.Order()) insert.Run(band, article);
        store.Prepared("INSERT INTO sketch(article_id, runs) VALUES ($1, $2)").Run(article, sketch.ToBytes());
        Settle(article % Slices);
    }

    // Its rows are found by its own bands: by its number they could only be found by going through those of all articles.
    public void Remove(long article)
    {
        if (store.Prepared("SELECT runs FROM sketch WHERE article_id = $1").Value(article) is not byte[] runs) return;
        var delete = store.Prepared("DELETE FROM fingerprint WHERE band = $1 AND article_id = $2");
        var deleteWaiting = store.Prepared("DELETE FROM fingerprint_waiting WHERE band = $1 AND article_id = $2");
        foreach (var band in Sketch.Of(Sketch.FromBytes(runs)).BandKeys)
            if (deleteWaiting.Run(band, article) == 0) delete.Run(band, article);
        store.Prepared("DELETE FROM sketch WHERE article_id = $1").Run(article);
    }

    // Row by row: a statement that writes several rows, each of which may fail, has a savepoint.
    private void Settle(long slice)
    {
        var (first, last) = (long.MinValue + (slice * Slice), long.MinValue + (slice * Slice) + (Slice - 1));
        var waiting = store.Prepared("SELECT band, article_id FROM fingerprint_waiting WHERE band BETWEEN $1 AND $2").Rows(row => (Band: row.GetInt64(0), Article: row.GetInt64(1)), first, last);
        if (waiting.Count == 0) return;
        var insert = store.Prepared("INSERT INTO fingerprint(band, article_id) VALUES ($1, $2)");
        foreach (var (band, of) in waiting) insert.Run(band, of);
        store.Prepared("DELETE FROM fingerprint_waiting WHERE band BETWEEN $1 AND $2").Run(first, last);
    }
}
