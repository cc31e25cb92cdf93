using System.CommandLine;
using System.Globalization;
using Marsad.Archive;
using Marsad.Cli.Output;
using Marsad.Desk.Reports;
using Marsad.Flow;
using Marsad.Flow.Exports;
using Marsad.Store;
using Marsad.Store.Queries;

namespace Marsad.Cli.Commands;

/// <summary>`marsad export`, and the same under a situation's name as `marsad situation export NAME`: what is kept, in forms that others read.</summary>
internal static class ExportCommand
{
    private const string Forms = """
        wacz: the captured pages, for ReplayWeb.page and other tools of web archives (WACZ 1.1.1).
        annotations: every statement, name, figure, time and event with its words, one W3C annotation collection an article and line (JSON-LD).
        jsonl: whole records. csv, parquet: statements. geojson: places.
        html, pdf, docx, md: a situation's report with numbered citations.
        Exit code: 0 if something was written; 1 if there was nothing to write, or it could not be.
        """;

    // These cannot be told from noise on a screen.
    private static readonly string[] IntoFilesOnly = ["wacz", "pdf", "docx", "parquet"];

    private static IEnumerable<string> Formats => ["wacz", "annotations", .. RecordExport.Formats, "pdf"];

    public static Command Create()
    {
        var article = new Option<string?>("--article") { Description = "One article: the desk's number, or the record's own id." };
        var situation = new Option<string?>("--situation") { Description = "The articles of one situation, by its short name. Default: all articles." };
        var command = new Command("export", $"""
            Writes articles in a form that others read.

            Examples:
              marsad export --format wacz --article 17 -o evidence.wacz
              marsad export --format annotations --article 17
              marsad export --format pdf --situation almaty -o almaty.pdf

            {Forms}
            """) { article, situation };
        return WithOptions(command, parsed => new ExportChoice(parsed.GetValue(article), parsed.GetValue(situation)));
    }

    public static Command CreateForSituation()
    {
        var slug = new Argument<string>("NAME") { Description = "The situation's name." };
        var command = new Command("export", $"""
            Writes a situation's dossier: the same as marsad export --situation NAME.

            Example:
              marsad situation export almaty --format pdf --output almaty.pdf

            {Forms}
            """) { slug };
        return WithOptions(command, parsed => ExportChoice.OfSituation(parsed.GetRequiredValue(slug)));
    }

    private static Command WithOptions(Command command, Func<ParseResult, ExportChoice> choice)
    {
        var format = new Option<string>("--format", "-f") { Description = "One of the forms below.", Required = true };
        format.AcceptOnlyFromAmong([.. Formats]);
        var output = new Option<string?>("--output", "-o") { Description = "The file to write. Default: standard output, for what is text." };
        var language = new Option<string>("--language") { Description = "Of a report: ar or en.", DefaultValueFactory = _ => "ar" };
        language.AcceptOnlyFromAmong("ar", "en");
        var data = DataOption.Create();
        foreach (var option in (Option[])[format, output, language, data]) command.Add(option);
        command.SetAction((parsed, stop) => Run(
            parsed.GetRequiredValue(data), choice(parsed), parsed.GetRequiredValue(format), parsed.GetRequiredValue(language), parsed.GetValue(output), stop));
        return command;
    }

    private static Task<int> Run(string data, ExportChoice choice, string format, string language, string? output, CancellationToken stop) => OnStation.ReadAsync(data, async store =>
    {
        if (output is null && IntoFilesOnly.Contains(format)) return OnStation.Refuse($"a {format} goes into a file: -o NAME.{format}");
        if (!store.Read(choice.Has)) return OnStation.Refuse(choice.Situation is { } slug ? $"there is no situation {slug}; see marsad situation list" : "there is no such article");
        if (format is "pdf") return await WritePdf(store, choice, language, output!, stop);
        return await Into(output, target => format switch
        {
            "wacz" => Task.FromResult(WriteWacz(store, data, choice, target)),
            "annotations" => Task.FromResult(WriteAnnotations(store, data, choice, target)),
            _ => Write(store, choice, format, language, target),
        }) ? 0 : 1;
    });

    // Beside the target first: a disk that fills up in between leaves an older file as it was.
    private static async Task<bool> Into(string? path, Func<Stream, Task<bool>> write)
    {
        if (path is null)
        {
            await using var output = Console.OpenStandardOutput();
            return await write(output);
        }

        var part = path + ".part";
        bool isWritten;
        await using (var file = File.Create(part)) isWritten = await write(file);
        if (isWritten) File.Move(part, path, overwrite: true);
        else File.Delete(part);
        return isWritten;
    }

    private static async Task<bool> Write(StationStore store, ExportChoice choice, string format, string language, Stream target) =>
        await RecordExport.Write(store, choice, format, language, target) || Not("a report is of a situation: --situation NAME");

    private static bool WriteWacz(StationStore store, string data, ExportChoice choice, Stream target)
    {
        using var archive = new CaptureArchive(DataDirectory.Archive(data));
        var articles = 0;
        var captures = store.Read(db => new WaczExport(archive, store.Clock.GetUtcNow()).Write(target, Pages(choice.Articles(db)), choice.Title));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{captures} captures of {articles} articles"));
        return captures > 0 || Not("no page of these articles was captured");

        IEnumerable<ExportedPage> Pages(IEnumerable<ArticleRow> rows)
        {
            foreach (var row in rows)
            {
                articles++;
                if (Digest.TryParse(row.Digest, out var digest)) yield return new ExportedPage(digest, row.Headline);
            }
        }
    }

    private static bool WriteAnnotations(StationStore store, string data, ExportChoice choice, Stream target) => store.Read(db =>
    {
        using var archive = new CaptureArchive(DataDirectory.Archive(data));
        foreach (var row in choice.Articles(db))
        {
            if (db.ReviewedOf(row.Id) is not { } reviewed) continue;
            target.Write(ArticleEvidence.Annotations(archive, reviewed, row.Digest));
            target.WriteByte((byte)'\n');
        }

        return true;
    });

    private static async Task<int> WritePdf(StationStore store, ExportChoice choice, string language, string output, CancellationToken stop)
    {
        if (Chromium.Path is not { } chromium)
            return OnStation.Refuse("a PDF takes an installed Chromium; set MARSAD_CHROMIUM to its path, or write html and print it from any browser");
        var html = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
        try
        {
            if (!await Into(html, target => Write(store, choice, "html", language, target))) return 1;
            return await Chromium.Print(chromium, html, output, stop) ? 0 : OnStation.Refuse($"{chromium} made no PDF");
        }
        finally
        {
            File.Delete(html);
        }
    }

    private static bool Not(string reason) => OnStation.Refuse(reason) == 0;
}
