using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Marsad.Eval.Suites;

namespace Marsad.Eval.Commands;

/// <summary>Prints what each search answers to each judged query: what an annotator pools, and what one looks at when a measure falls.</summary>
internal static class RankingsCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var half = new Argument<string>("half") { Description = "dev or test" };
        var command = new Command("rankings", "Prints the answers of every search to every query, one JSON object a line.") { half };
        command.SetAction(parsed => Shared.Find() is { } shared ? Print(shared, parsed.GetRequiredValue(half)) : RunCommand.Missing());
        return command;
    }

    private static int Print(Shared shared, string half)
    {
        foreach (var row in new SearchSuite(half).Rankings(shared))
            Console.WriteLine(JsonSerializer.Serialize(new { query = row.Line["query"]!.GetValue<string>(), marsad = row.Ours, plain_all = row.PlainAll, plain_any = row.PlainAny }, Plain));
        return 0;
    }
}
