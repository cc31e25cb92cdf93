using Dapper;
using Marsad.Relating.Figures;
using Microsoft.Data.Sqlite;

namespace Marsad.Store.Queries;

/// <summary>Figures over time: what several sources gave for one quantity, and what each claim is to those before it.</summary>
public static class FigureSeriesQueries
{
    /// <summary>The series of a situation in the order of their first claims; copies are left out.</summary>
    public static IReadOnlyList<FigureSeries> SeriesOfSituation(this SqliteConnection store, long situation) => SeriesJudge.Order(store.Query<Row>(
        """
        SELECT f.id, f.category, f.of, f.place, f.low, f.high, f.bound, coalesce(s.speaker, s.via, a.outlet, a.key) AS Source, a.published_at AS At
        FROM situation_article m JOIN article a ON a.id = m.article_id JOIN figure f ON f.article_id = a.id LEFT JOIN statement s ON s.id = f.statement_id
        WHERE m.situation_id = @situation AND a.current = 1 AND a.copy_of IS NULL ORDER BY a.published_at, f.id
        """,
        new { situation }).Select(row => row.ToClaim()));

    private sealed class Row
    {
        public long Id { get; init; }

        public string Category { get; init; } = "";

        public string? Of { get; init; }

        public string? Place { get; init; }

        public double Low { get; init; }

        public double High { get; init; }

        public string Bound { get; init; } = "";

        public string Source { get; init; } = "";

        public string At { get; init; } = "";

        public FigureClaim ToClaim() => new(Id, Category, Of, Place, Low, High, Bound, Source, Instant.Parse(At));
    }
}
