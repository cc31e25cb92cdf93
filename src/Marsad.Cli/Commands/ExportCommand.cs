using System.CommandLine;
using System.Globalization;
using Marsad.Archive;
using Marsad.Flow;
using Marsad.Flow.Exports;
using Marsad.Records;
using Marsad.Store;
using Marsad.Store.Queries;
using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Commands;

/// <summary>`marsad export`: what is kept, in forms that others read.</summary>
internal static class ExportCommand
{
    private const string Examples = """
        Writes articles in a form that others read.

        Examples:
          marsad export --format wacz --situation kazakhstan -o kazakhstan.wacz
          marsad export --format wacz --article 17 -o evidence.wacz
          marsad export --format annotations --article 17

        wacz: the captured pages, for ReplayWeb.page and other tools of web archives (WACZ 1.1.1).
        annotations: every statement, name, figure, time and event with its words, one W3C annotation collection an article and line (JSON-LD).
        Exit code: 0 if something was written; 1 if there was nothing to write, or it could not be.
        """;

    public static Command Create()
    {
        var format = new Option<ExportFormat>("--format", "-f") { Description = "wacz or annotations.", Required = true };
        var article = new Option<string?>("--article") { Description = "One article: the desk's number, or the record's own id." };
        var situation = new Option<string?>("--situation") { Description = "The articles of one situation, by its short name. Default: all articles." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write. Default: standard output; a wacz needs a file." };
        var data = DataOption.Create();
        var command = new Command("export", Examples) { format, article, situation, output, data };
        command.SetAction(parsed => Run(parsed.GetValue(format), new ExportChoice(parsed.GetValue(article), parsed.GetValue(situation)), parsed.GetValue(output), parsed.GetRequiredValue(data)));
        return command;
    }

    private static int Run(ExportFormat format, ExportChoice choice, string? output, string data)
    {
        if (format == ExportFormat.Wacz && output is null) return Refuse("a wacz goes into a file: -o NAME.wacz");
        try
        {
            if (!File.Exists(DataDirectory.Database(data))) return Refuse($"there is no station in {data}");
            using var store = StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
            using var archive = new CaptureArchive(DataDirectory.Archive(data));
            return store.Read(db => choice.Articles(db)) is { Count: > 0 } articles ? Write(format, articles, choice.Title, output, store, archive) : Refuse("there is no such article");
        }
        catch (Exception down) when (down is NewerStoreException or SqliteException or IOException or UnauthorizedAccessException)
        {
            return Refuse(down.Message);
        }
    }

    private static int Write(ExportFormat format, IReadOnlyList<ArticleRow> articles, string title, string? path, StationStore store, CaptureArchive archive)
    {
        using var output = path is null ? Console.OpenStandardOutput() : File.Create(path);
        if (format == ExportFormat.Annotations) return WriteAnnotations(articles, output, store, archive);
        var pages = articles.Select(row => Digest.TryParse(row.Digest, out var digest) ? new ExportedPage(digest, row.Headline) : null).OfType<ExportedPage>();
        var captures = new WaczExport(archive, store.Clock.GetUtcNow()).Write(output, pages, title);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{captures} captures of {articles.Count} articles"));
        return captures > 0 ? 0 : Refuse("no page of these articles was captured");
    }

    private static int WriteAnnotations(IReadOnlyList<ArticleRow> articles, Stream output, StationStore store, CaptureArchive archive)
    {
        foreach (var row in articles)
        {
            if (store.Read(db => db.ReviewedOf(row.Id)) is not { } reviewed) continue;
            output.Write(ArticleEvidence.Annotations(archive, reviewed, row.Digest));
            output.WriteByte((byte)'\n');
        }

        return 0;
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine($"marsad: {reason}");
        return 1;
    }
}

/// <summary>What `marsad export` writes.</summary>
internal enum ExportFormat
{
    Wacz,
    Annotations,
}

/// <summary>Which articles are meant.</summary>
internal sealed record ExportChoice(string? Article, string? Situation)
{
    private const int Most = 1_000_000;

    public string Title => Article is { } article ? $"Marsad: article {article}" : Situation is { } situation ? $"Marsad: {situation}" : "Marsad";

    public IReadOnlyList<ArticleRow> Articles(SqliteConnection store)
    {
        if (Article is { } article)
        {
            var row = long.TryParse(article, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? store.Article(number) : store.ArticleByKey(article);
            return row is null ? [] : [row];
        }

        if (Situation is null) return store.EveryArticle();
        return store.Situation(Situation) is { } situation ? store.ArticlesOfSituation(situation.Id, Most) : [];
    }
}
