using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Marsad.Records;
using Marsad.Store.Queries;
using Microsoft.Data.Sqlite;
using Parquet;
using Parquet.Serialization;

namespace Marsad.Desk.Reports;

/// <summary>Articles as data: whole records as JSON lines, their statements as a table, their places as GeoJSON.</summary>
internal static class RecordData
{
    private const int RowsOfGroup = 50_000;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The records, one a line, as the data contract says them.</summary>
    public static void WriteLines(SqliteConnection store, ExportChoice choice, Stream target)
    {
        foreach (var article in choice.Articles(store))
        {
            target.Write(store.RecordOf(article.Id));
            target.WriteByte((byte)'\n');
        }
    }

    /// <summary>The statements as CSV (RFC 4180), UTF-8 with a byte order mark, without which spreadsheets do not read Arabic.</summary>
    public static void WriteCsv(SqliteConnection store, ExportChoice choice, Stream target)
    {
        using var csv = CsvWriter.Create(target, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteRecord(StatementLine.Columns);
        foreach (var statement in Statements(store, choice)) csv.WriteRecord(statement.Cells);
    }

    /// <summary>The statements as Apache Parquet, in groups of rows that fit in memory however many there are.</summary>
    public static Task WriteParquet(SqliteConnection store, ExportChoice choice, Stream target) =>
        ParquetSerializer.SerializeAsync(Statements(store, choice), target, new ParquetOptions { RowGroupSize = RowsOfGroup });

    /// <summary>The places as GeoJSON (RFC 7946): a point for each place that an article names, with how many articles name it.</summary>
    public static void WriteGeoJson(SqliteConnection store, ExportChoice choice, Stream target)
    {
        using var json = new Utf8JsonWriter(target, Readable);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var (at, named) in Places(store, choice)) WriteFeature(json, at, named);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Dictionary<(double Latitude, double Longitude), NamedPlace> Places(SqliteConnection store, ExportChoice choice)
    {
        var places = new Dictionary<(double, double), NamedPlace>();
        foreach (var article in choice.Articles(store))
        {
            var record = RecordJson.Read(store.RecordOf(article.Id)).Record;
            foreach (var (place, name) in record.Places.Join(record.Names, place => place.Name, name => name.Id, (place, name) => (place, name.Canonical)))
            {
                var at = (place.Latitude, place.Longitude);
                if (!places.TryGetValue(at, out var named)) places.Add(at, named = new NamedPlace(place.Country, article));
                named.Add(name, article);
            }
        }

        return places;
    }

    // Longitude first: RFC 7946, 3.1.1.
    private static void WriteFeature(Utf8JsonWriter json, (double Latitude, double Longitude) at, NamedPlace named)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(at.Longitude);
        json.WriteNumberValue(at.Latitude);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("name", named.Name);
        json.WriteString("country", named.Country);
        json.WriteNumber("articles", named.Articles);
        json.WriteString("first", named.First);
        json.WriteString("last", named.Last);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static IEnumerable<StatementLine> Statements(SqliteConnection store, ExportChoice choice) =>
        choice.Statements(store).Select(StatementLine.Of);

    /// <summary>A place, under the name that most articles give it.</summary>
    private sealed class NamedPlace(string? country, ArticleRow first)
    {
        private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
        private long _latestArticle = -1;

        public string? Country => country;

        public long Articles { get; private set; }

        public string First { get; private set; } = first.PublishedAt;

        public string Last { get; private set; } = first.PublishedAt;

        public string Name => _names.MaxBy(name => name.Value).Key;

        public void Add(string name, ArticleRow article)
        {
            _names[name] = _names.GetValueOrDefault(name) + 1;
            if (_latestArticle == article.Id) return;
            _latestArticle = article.Id;
            Articles++;
            if (string.CompareOrdinal(article.PublishedAt, First) < 0) First = article.PublishedAt;
            if (string.CompareOrdinal(article.PublishedAt, Last) > 0) Last = article.PublishedAt;
        }
    }
}

/// <summary>One statement of a table.</summary>
internal sealed record StatementLine
{
    public string Article { get; init; } = "";

    public string Statement { get; init; } = "";

    public string? Outlet { get; init; }

    public string PublishedAt { get; init; } = "";

    public string? Speaker { get; init; }

    public string? Entity { get; init; }

    public string? Role { get; init; }

    public string? Via { get; init; }

    public string? Addressee { get; init; }

    public string Type { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Content { get; init; } = "";

    public double Confidence { get; init; }

    public string? Review { get; init; }

    public long Copies { get; init; }

    internal static string[] Columns { get; } =
        ["article", "statement", "outlet", "published_at", "speaker", "entity", "role", "via", "addressee", "type", "kind", "content", "confidence", "review", "copies"];

    internal string[] Cells =>
    [
        Article, Statement, Outlet ?? "", PublishedAt, Speaker ?? "", Entity ?? "", Role ?? "", Via ?? "", Addressee ?? "", Type, Kind, Content,
        Confidence.ToString(CultureInfo.InvariantCulture), Review ?? "", Copies.ToString(CultureInfo.InvariantCulture),
    ];

    public static StatementLine Of(StatementRow s) => new()
    {
        Article = s.ArticleKey,
        Statement = s.LocalId,
        Outlet = s.Outlet,
        PublishedAt = s.PublishedAt,
        Speaker = s.Speaker,
        Entity = s.Entity,
        Role = s.Role,
        Via = s.Via,
        Addressee = s.Addressee,
        Type = s.Type,
        Kind = s.Kind,
        Content = s.Content,
        Confidence = s.Confidence,
        Review = s.Review,
        Copies = s.Copies,
    };
}
