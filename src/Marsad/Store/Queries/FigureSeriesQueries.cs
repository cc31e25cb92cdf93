using System.Text.Json;
using Dapper;
using Marsad.Relating.Figures;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Figures over time: what several sources gave for one quantity, and what each claim is to those before it.</summary>
public static class FigureSeriesQueries
{
    /// <summary>The series of a situation in the order of their first claims; copies are left out.</summary>
    /// <param name="latest">Of how many of its latest articles.</param>
    /// <param name="categories">Only of these; null for all.</param>
    public static IReadOnlyList<FigureSeries> SeriesOfSituation(this SqliteConnection store, long situation, int latest = int.MaxValue, IReadOnlyList<string>? categories = null) => SeriesJudge.Order(store.Query<Row>(
        """
        SELECT f.id, f.category, f.of, f.place, f.day, f.low, f.high, f.bound, coalesce(s.speaker, s.via, a.outlet, a.key) AS Source, a.published_at AS At
        FROM (SELECT article_id FROM situation_article WHERE situation_id = @situation ORDER BY published_at DESC, article_id DESC LIMIT @latest) m
        CROSS JOIN article a ON a.id = m.article_id CROSS JOIN figure f ON f.article_id = a.id LEFT JOIN statement s ON s.id = f.statement_id
        WHERE a.copy_of IS NULL AND (@categories IS NULL OR f.category IN (SELECT value FROM json_each(@categories))) ORDER BY a.published_at, f.id
        """,
        new { situation, latest, categories = categories is null ? null : JsonSerializer.Serialize(categories) }).Select(row => row.ToClaim()));

    private sealed class Row
    {
        public long Id { get; init; }

        public string Category { get; init; } = "";

        public string? Of { get; init; }

        public string? Place { get; init; }

        public string? Day { get; init; }

        public double Low { get; init; }

        public double High { get; init; }

        public string Bound { get; init; } = "";

        public string Source { get; init; } = "";

        public string At { get; init; } = "";

        public FigureClaim ToClaim() => new(Id, Category, Of, Place, Low, High, Bound, Source, Instant.Parse(At), Day);
    }
}
