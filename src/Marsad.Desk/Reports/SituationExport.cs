using System.Text;
using Marsad.Desk.Readers;
using Marsad.Store;
using Marsad.Store.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Marsad.Desk.Reports;

/// <summary>Writes a situation to hand over: as a report with numbered citations, or as data.</summary>
public static class SituationExport
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        ["html"] = "text/html; charset=utf-8",
        ["md"] = "text/markdown; charset=utf-8",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["jsonl"] = "application/jsonl; charset=utf-8",
        ["csv"] = "text/csv; charset=utf-8",
        ["parquet"] = "application/vnd.apache.parquet",
        ["geojson"] = "application/geo+json",
    };

    /// <summary>The formats, by their usual file endings.</summary>
    public static IReadOnlyCollection<string> Formats => ContentTypes.Keys;

    /// <summary>The media type of a format.</summary>
    public static string ContentType(string format) => ContentTypes[format];

    /// <summary>Writes a situation from one state of the store.</summary>
    /// <param name="language">"ar" or "en", for reports; data is the same in both.</param>
    /// <returns>False where there is no situation of that name.</returns>
    public static async Task<bool> Write(StationStore store, string slug, string format, string language, Stream target)
    {
        ArgumentNullException.ThrowIfNull(store);
        var reader = new Reader(language == "ar" ? Words.Arabic : Words.English, DigitShape.Latin, Months.Default, Theme.Light, store.Clock.GetUtcNow(), "", "");
        var written = store.Read(connection => connection.Situation(slug) is { } situation ? Write(connection, situation, format, reader) : null);
        if (written is null) return false;
        await target.WriteAsync(await written);
        return true;
    }

    private static async Task<ReadOnlyMemory<byte>> Write(SqliteConnection store, SituationRow situation, string format, Reader reader)
    {
        var target = new MemoryStream();
        switch (format)
        {
            case "jsonl": SituationData.WriteLines(store, situation, target); break;
            case "csv": SituationData.WriteCsv(store, situation, target); break;
            case "geojson": SituationData.WriteGeoJson(store, situation, target); break;
            case "parquet": SituationData.WriteParquet(store, situation, target).GetAwaiter().GetResult(); break;
            case "docx": ReportDocx.Write(Report.Of(store, situation), reader, target); break;
            case "md": target.Write(Encoding.UTF8.GetBytes(ReportMarkdown.Write(Report.Of(store, situation), reader))); break;
            case "html": return Encoding.UTF8.GetBytes(await Html(Report.Of(store, situation), reader));
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format that situations are written in.");
        }

        return target.ToArray();
    }

    private static async Task<string> Html(Report report, Reader reader)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportDocument>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportDocument.Report)] = report, [nameof(ReportDocument.Reader)] = reader }))).ToHtmlString());
    }
}
