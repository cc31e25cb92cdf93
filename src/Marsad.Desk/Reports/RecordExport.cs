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

/// <summary>Writes what is known of articles to hand over: a situation as a report with numbered citations, any articles as data.</summary>
public static class RecordExport
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

    /// <summary>The formats that need no situation to be about.</summary>
    public static IReadOnlyCollection<string> DataFormats { get; } = ["jsonl", "csv", "parquet", "geojson"];

    /// <summary>The media type of a format.</summary>
    public static string ContentType(string format) => ContentTypes[format];

    /// <summary>Writes from one state of the store.</summary>
    /// <param name="language">"ar" or "en", for reports; data is the same in both.</param>
    /// <param name="target">Written while the store is read, so that any number of articles goes through; what it holds after a fault is no export.</param>
    /// <returns>False where there is nothing of that choice, or a report would be of no situation.</returns>
    public static async Task<bool> Write(StationStore store, ExportChoice choice, string format, string language, Stream target)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(choice);
        var reader = new Reader(language == "ar" ? Words.Arabic : Words.English, DigitShape.Latin, Months.Default, Theme.Light, store.Clock.GetUtcNow(), "", "");
        return await store.ReadAsync(async connection =>
        {
            if (DataFormats.Contains(format)) return await WriteData(connection, choice, format, target);
            if (choice.Situation is not { } slug || connection.Situation(slug) is not { } situation) return false;
            await WriteReport(connection, situation, format, reader, target);
            return true;
        });
    }

    private static async Task<bool> WriteData(SqliteConnection store, ExportChoice choice, string format, Stream target)
    {
        if (!choice.Has(store)) return false;
        switch (format)
        {
            case "jsonl": RecordData.WriteLines(store, choice, target); break;
            case "csv": RecordData.WriteCsv(store, choice, target); break;
            case "geojson": RecordData.WriteGeoJson(store, choice, target); break;
            default: await RecordData.WriteParquet(store, choice, target); break;
        }

        return true;
    }

    private static async Task WriteReport(SqliteConnection store, SituationRow situation, string format, Reader reader, Stream target)
    {
        var report = Report.Of(store, situation);
        switch (format)
        {
            case "md": await target.WriteAsync(Encoding.UTF8.GetBytes(ReportMarkdown.Write(report, reader))); break;
            case "html": await target.WriteAsync(Encoding.UTF8.GetBytes(await Html(report, reader))); break;
            case "docx": ReportDocx.Write(report, reader, target); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format that situations are written in.");
        }
    }

    private static async Task<string> Html(Report report, Reader reader)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportDocument>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportDocument.Report)] = report, [nameof(ReportDocument.Reader)] = reader }))).ToHtmlString());
    }
}
