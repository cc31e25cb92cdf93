using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Marsad.Cli.Output;
using Marsad.Flow;
using Marsad.Store;
using Marsad.Store.Queries;
using Marsad.Store.Search;

namespace Marsad.Cli.Commands;

/// <summary>`marsad search`: finds articles and statements, with the query language of the desk and the API.</summary>
internal static class SearchCommand
{
    private const string Examples = """
        Finds articles and statements in the store, in any form of the words and any spelling of a name.

        Examples:
          marsad search "state of emergency" --sort newest
          marsad search 'speaker:Price type:call from:2022-01'
          marsad search 'place:Almaty -airport' --format jsonl --limit 100

        Fields: speaker: via: outlet: type: from: to: place:, also with a minus before them; values with spaces in quotes (docs/search.md).
        Exit code: 0 if something was found, 1 if nothing was, 2 if the query cannot be read.
        """;

    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "What to find; in single quotes, so that the shell leaves its quotation marks alone." };
        var data = DataOption.Create();
        var sort = new Option<SearchOrder>("--sort") { Description = "best, newest or oldest first." };
        var limit = new Option<int>("--limit") { Description = "How many articles and how many statements at most.", DefaultValueFactory = _ => 10 };
        var format = new Option<string>("--format", "-f") { Description = "text for people, or jsonl: one found article or statement a line.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("search", Examples) { query, data, sort, limit, format };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(query), parsed.GetRequiredValue(data), parsed.GetValue(sort), Math.Max(1, parsed.GetValue(limit)), parsed.GetValue(format) == "jsonl"));
        return command;
    }

    private static int Run(string query, string data, SearchOrder order, int limit, bool asJson)
    {
        using var store = StationStore.Open(DataDirectory.Database(data), TimeProvider.System);
        return store.Read(connection =>
        {
            var words = SearchQuery.Read(connection, query, out var fault);
            if (fault is not null) return Refuse(query, fault);
            var articles = words is null ? [] : connection.FindArticles(words, limit, 0, order);
            var statements = words is null ? [] : connection.FindStatements(words, limit, 0, order);
            if (asJson) PrintLines(articles, statements);
            else PrintText(articles, statements);
            return articles.Count + statements.Count == 0 ? 1 : 0;
        });
    }

    private static int Refuse(string query, SearchFault fault)
    {
        Console.Error.WriteLine($"marsad: {Reason(fault)}");
        Console.Error.WriteLine($"  {Isolates.Of(query)}");
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  at character {fault.At + 1}: {Isolates.Of(query.Substring(fault.At, fault.Length))}"));
        return 2;
    }

    private static string Reason(SearchFault fault) => fault.Kind switch
    {
        SearchFaultKind.UnknownField => $"there is no field {Isolates.Of(fault.Words)}; to search for the words as they are, put them in quotation marks",
        SearchFaultKind.NoValue => "nothing follows the colon; write the value right after it",
        SearchFaultKind.NotADay => $"{Isolates.Of(fault.Words)} is not a date; write a year, a month or a day, such as 2022, 2022-01 or 2022-01-05",
        SearchFaultKind.UnknownType => $"{Isolates.Of(fault.Words)} is not a kind of act; there are {string.Join(", ", Enum.GetNames<Language.StatementType>().Select(name => name.ToLowerInvariant()))}",
        SearchFaultKind.OnlyOnce => "this field can be given only once, and without a minus",
        _ => "the span of time ends before it begins",
    };

    private static void PrintText(IReadOnlyList<ArticleHit> articles, IReadOnlyList<StatementRow> statements)
    {
        foreach (var (row, _) in articles)
            Console.WriteLine($"{row.Time.Day:yyyy-MM-dd}  {Isolates.Of(row.Outlet ?? "–")}  {Isolates.Of(row.Headline)}  [{row.Id}]{Kin(row)}");
        if (articles.Count > 0 && statements.Count > 0) Console.WriteLine();
        foreach (var said in statements)
            Console.WriteLine($"{said.PublishedAt[..10]}  {Isolates.Of(said.Speaker ?? "–")} ({said.Type}{(said.Via is null ? "" : ", via " + Isolates.Of(said.Via))}): {Isolates.Of(said.Content)}  [{said.ArticleId}#{said.LocalId}]");
    }

    private static string Kin(ArticleRow row) =>
        (row.Copies > 0 ? $"  copies: {row.Copies.ToString(CultureInfo.InvariantCulture)}" : "") + (row.Updates > 0 ? $"  updates: {row.Updates.ToString(CultureInfo.InvariantCulture)}" : "")
        + (row.Kin is "update" or "quotation" ? $"  ({row.Kin})" : "");

    private static void PrintLines(IReadOnlyList<ArticleHit> articles, IReadOnlyList<StatementRow> statements)
    {
        foreach (var (row, _) in articles)
            Console.WriteLine(JsonSerializer.Serialize(new { Kind = "article", row.Id, row.Key, row.Outlet, Title = row.Headline, row.Url, row.Published, row.PublishedAt, row.Copies, row.Updates, row.Kin }, Lines));
        foreach (var said in statements)
            Console.WriteLine(JsonSerializer.Serialize(
                new { Kind = "statement", Article = said.ArticleId, Id = said.LocalId, said.Speaker, said.Entity, said.Role, said.Via, said.Type, said.Content, said.Confidence, said.Outlet, said.PublishedAt }, Lines));
    }
}
