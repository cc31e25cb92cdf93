using System.Text.Json;
using Dapper;
using Marsad.Language.Text;
using Marsad.Records;
using Marsad.Records.Corrections;
using Microsoft.Data.Sqlite;

namespace Marsad.Store;

/// <summary>What people decided on items of records. A decision is laid over the machine's record at once and whenever a record is made anew; it can be taken back.</summary>
public sealed class Corrections
{
    private const string Columns = "id AS Id, kind AS Kind, decision AS Decision, start AS Start, quote AS Quote, fields AS Fields, who AS Who, decided_at AS At";

    private readonly StationStore _store;

    internal Corrections(StationStore store) => _store = store;

    /// <summary>Keeps a decision on an item of an article.</summary>
    /// <param name="article">The article's row.</param>
    /// <param name="item">The item's id in the record that is shown, such as "s3".</param>
    /// <param name="changed">Fields to set; what is missing stays. Only for a correction.</param>
    /// <param name="who">Who decides.</param>
    /// <returns>Whether there is such an item and the fields can be so.</returns>
    public bool Decide(long article, string item, Decision decision, string who, IReadOnlyDictionary<string, string?>? changed = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        return _store.Write(connection =>
        {
            if (Of(connection, article) is not { } reviewed) return false;
            var record = reviewed.Shown;
            if (RecordItem.Of(record.Record, record.Article.Text).FirstOrDefault(i => i.Id == item) is not { } target) return false;
            var fields = Merged(target, changed);
            if (ItemFields.Fault(target.Kind, fields) is not null) return false;
            Insert(connection, article, target, decision, fields, who, record);
            _store.Articles.Relay(article);
            return true;
        });
    }

    /// <summary>Takes a decision back: what held before it holds again.</summary>
    /// <returns>The article that it was about, its current version; null where there is no such decision, or it was taken back already.</returns>
    public long? Undo(long correction, string who)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        return _store.Write(connection =>
        {
            var identity = connection.QuerySingleOrDefault<string>(
                "UPDATE correction SET undone_by = @who, undone_at = @now WHERE id = @correction AND undone_at IS NULL RETURNING identity",
                new { correction, who, now = Instant.ToText(_store.Clock.GetUtcNow()) });
            if (identity is null) return null;
            foreach (var article in connection.Query<long>("SELECT id FROM article WHERE identity = @identity", new { identity }).ToList()) _store.Articles.Relay(article);
            return connection.ExecuteScalar<long?>("SELECT id FROM article WHERE identity = @identity ORDER BY current DESC, version DESC LIMIT 1", new { identity });
        });
    }

    /// <summary>An article's record with the decisions laid over it; null where there is no such article.</summary>
    public static ReviewedRecord? Of(SqliteConnection connection, long article)
    {
        var row = connection.QuerySingleOrDefault<(string Identity, byte[] Record)?>("SELECT identity, CAST(record AS BLOB) FROM article WHERE id = @article", new { article });
        return row is { } found ? ReviewedRecord.Of(RecordJson.Read(found.Record), Standing(connection, found.Identity)) : null;
    }

    /// <summary>Decisions on an article's items, taken back or not, the latest first.</summary>
    public static IReadOnlyList<CorrectionRow> History(SqliteConnection connection, long article) => connection.Query<CorrectionRow>(
        $"SELECT {Columns}, undone_by AS UndoneBy, undone_at AS UndoneAt FROM correction WHERE identity = (SELECT identity FROM article WHERE id = @article) ORDER BY id DESC", new { article }).AsList();

    internal static IReadOnlyList<Correction> Standing(SqliteConnection connection, string identity) =>
        [.. connection.Query<CorrectionRow>($"SELECT {Columns} FROM correction WHERE identity = @identity AND undone_at IS NULL ORDER BY id", new { identity }).Select(row => row.ToCorrection())];

    private void Insert(
        SqliteConnection connection, long article, RecordItem item, Decision decision, Dictionary<string, string?> fields, string who, ArticleRecord record) => connection.Execute(
        """
        INSERT INTO correction(identity, kind, decision, start, quote, fields, before, analyzer, who, decided_at)
        SELECT identity, @kind, @decision, @start, @quote, @fields, @before, @Analyzer, @who, @now FROM article WHERE id = @article
        """,
        new
        {
            article,
            kind = item.Kind.ToString().ToLowerInvariant(),
            decision = decision.ToString().ToLowerInvariant(),
            start = new CodePoints(record.Article.Text).FromUtf16(item.Anchor.Start),
            quote = item.Anchor.In(record.Article.Text),
            fields = JsonSerializer.Serialize(fields),
            before = JsonSerializer.Serialize(item.Fields),
            record.Record.Analyzer,
            who = who.Trim(),
            now = Instant.ToText(_store.Clock.GetUtcNow()),
        });

    private static Dictionary<string, string?> Merged(RecordItem item, IReadOnlyDictionary<string, string?>? changed)
    {
        var fields = new Dictionary<string, string?>(item.Fields, StringComparer.Ordinal);
        foreach (var field in ItemFields.Of(item.Kind))
            if (changed is not null && changed.TryGetValue(field, out var value)) fields[field] = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        return fields;
    }
}

/// <summary>A decision as it is kept.</summary>
public sealed record CorrectionRow
{
    public long Id { get; init; }

    public string Kind { get; init; } = "";

    public string Decision { get; init; } = "";

    public long Start { get; init; }

    public string Quote { get; init; } = "";

    public string Fields { get; init; } = "{}";

    public string Who { get; init; } = "";

    public string At { get; init; } = "";

    public string? UndoneBy { get; init; }

    public string? UndoneAt { get; init; }

    internal Correction ToCorrection() => new(
        Id, Enum.Parse<ItemKind>(Kind, ignoreCase: true), Enum.Parse<Decision>(Decision, ignoreCase: true), (int)Start, Quote,
        JsonSerializer.Deserialize<Dictionary<string, string?>>(Fields)!, Who, Instant.Parse(At));
}
