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
    /// <returns>False where there is nothing of that choice, or a report would be of no situation.</returns>
    public static async Task<bool> Write(StationStore store, ExportChoice choice, string format, string language, Stream target)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(choice);
        var reader = new Reader(language == "ar" ? Words.Arabic : Words.English, DigitShape.Latin, Months.Default, Theme.Light, store.Clock.GetUtcNow(), "", "");
        var written = store.Read(connection => DataFormats.Contains(format)
            ? choice.Has(connection) ? Data(connection, choice, format) : null
            : choice.Situation is { } slug && connection.Situation(slug) is { } situation ? Report(connection, situation, format, reader) : null);
        if (written is null) return false;
        await target.WriteAsync(await written);
        return true;
    }

    private static async Task<ReadOnlyMemory<byte>> Data(SqliteConnection store, ExportChoice choice, string format)
    {
        var target = new MemoryStream();
        switch (format)
        {
            case "jsonl": RecordData.WriteLines(store, choice, target); break;
            case "csv": RecordData.WriteCsv(store, choice, target); break;
            case "geojson": RecordData.WriteGeoJson(store, choice, target); break;
            default: await RecordData.WriteParquet(store, choice, target); break;
        }

        return target.ToArray();
    }

    private static async Task<ReadOnlyMemory<byte>> Report(SqliteConnection store, SituationRow situation, string format, Reader reader)
    {
        var report = Reports.Report.Of(store, situation);
        switch (format)
        {
            case "md": return Encoding.UTF8.GetBytes(ReportMarkdown.Write(report, reader));
            case "html": return Encoding.UTF8.GetBytes(await Html(report, reader));
            case "docx":
                var target = new MemoryStream();
                ReportDocx.Write(report, reader, target);
                return target.ToArray();
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
