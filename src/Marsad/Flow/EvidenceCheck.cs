using System.Globalization;
using Dapper;
using Marsad.Archive;
using Marsad.Records;
using Marsad.Store;
using Microsoft.Data.Sqlite;

namespace Marsad.Flow;

/// <summary>Checks a data directory from end to end: the archive's files, and that the rows of the database still say what the archive and their own digests say.</summary>
public static class EvidenceCheck
{
    /// <param name="key">The public key that the archive must be signed with; null to take the one that it names.</param>
    /// <returns>What was found, and how many rows were compared.</returns>
    public static (ArchiveReport Archive, long Rows) Run(string dataDirectory, StationStore store, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        // The rows are read from a state that is older than the archive's, so that each has its line there.
        return store.Read(db =>
        {
            using var rows = Captures(db).GetEnumerator();
            var compared = 0L;
            Trouble? odd = null;
            var more = rows.MoveNext();
            var archive = ArchiveCheck.Run(DataDirectory.Archive(dataDirectory), line: line =>
            {
                for (; odd is null && more && rows.Current.Entry <= line.Entry; more = rows.MoveNext(), compared++) odd = Compare(rows.Current, line);
            });
            if (archive.Damage is not null) return (archive, compared);
            if (key is not null && archive.Key != key) return (archive with { Damage = new Trouble("AR012", $"the archive is signed by {archive.Key ?? "nobody"}, not by {key}") }, compared);
            odd ??= more ? Unknown(rows.Current) : null;
            return (archive with { Damage = odd ?? Articles(db, dataDirectory, ref compared) }, compared);
        });
    }

    private static IEnumerable<CaptureOfRow> Captures(SqliteConnection db) => db.Query<CaptureOfRow>(
        "SELECT id, entry, digest, url, final_url AS finalUrl, captured_at AS capturedAt FROM capture WHERE entry IS NOT NULL ORDER BY entry, id", buffered: false);

    private static Trouble? Compare(CaptureOfRow row, Evidence line) =>
        row.Entry != line.Entry ? Unknown(row)
        : row.Digest != line.Digest.ToString() || row.Url != line.Url.AbsoluteUri || row.FinalUrl != line.FinalUrl.AbsoluteUri || row.CapturedAt != Instant.ToText(line.CapturedAt)
            ? new Trouble("FL014", $"row {row.Id} of the table capture says something else than line {line.Entry} of the archive's log") : null;

    private static Trouble Unknown(CaptureOfRow row) => new("FL014", $"row {row.Id} of the table capture names line {row.Entry} of the archive's log, which is no capture");

    private static Trouble? Articles(SqliteConnection db, string dataDirectory, ref long compared)
    {
        using var bodies = new HeldBodies(DataDirectory.Archive(dataDirectory));
        foreach (var row in db.Query<ArticleOfRow>("SELECT id, digest, content, CAST(record AS BLOB) AS record FROM article ORDER BY id", buffered: false))
        {
            compared++;
            if (row.Digest is not null && !(Digest.TryParse(row.Digest, out var digest) && bodies.Holds(digest)))
                return new Trouble("FL015", string.Create(CultureInfo.InvariantCulture, $"article {row.Id} was read off {row.Digest}, which is not in the archive"));
            if (!SaysWhatWasRead(row)) return new Trouble("FL015", string.Create(CultureInfo.InvariantCulture, $"article {row.Id} is not the one that was read: its words have another digest"));
        }

        return null;
    }

    private static bool SaysWhatWasRead(ArticleOfRow row)
    {
        try
        {
            return ArticleIdentity.Content(RecordJson.Read(row.Record).Article).ToString() == row.Content;
        }
        catch (Exception odd) when (odd is System.Text.Json.JsonException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    private sealed record CaptureOfRow(long Id, long Entry, string Digest, string Url, string FinalUrl, string CapturedAt);

    private sealed record ArticleOfRow(long Id, string? Digest, string Content, byte[] Record);
}
