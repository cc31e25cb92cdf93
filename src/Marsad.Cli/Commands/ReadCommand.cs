using System.CommandLine;
using Marsad.Cli.Output;
using Marsad.Flow;
using Marsad.Records;

namespace Marsad.Cli.Commands;

/// <summary>`marsad read`: what articles say, without keeping anything.</summary>
internal static class ReadCommand
{
    private const string Examples = """
        Reads articles and prints what they say: who said what, names, figures and times, each with its words.

        Examples:
          marsad read page.html
          marsad read https://news.example/article
          marsad read articles.jsonl.gz --format jsonl > records.jsonl
          marsad read pages/ --format html > record.html
          curl -s https://news.example/article | marsad read - --format json

        Files: .html .htm .mhtml .txt .json .jsonl, each also gzipped; folders of them; "-" is standard input.
        JSON articles: {"id","title","text","published","outlet","url"}; only "text" is required.
        Exit code: 0 if everything was read; 1 if something was not (named on standard error, the rest is printed).
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, URLs or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<OutputFormat>("--format", "-f") { Description = "text for people, json, jsonl (one record a line) or html.", DefaultValueFactory = _ => OutputFormat.Text };
        var command = new Command("read", Examples) { paths, format };
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed.GetRequiredValue(paths), parsed.GetValue(format), stop)));
        return command;
    }

    private static int Run(string[] paths, OutputFormat format, CancellationToken stop)
    {
        using var output = Console.OpenStandardOutput();
        try
        {
            using var writer = RecordWriter.For(format, output);
            return Write(InputFiles.Open(paths, Console.OpenStandardInput), writer, Console.Error, stop);
        }
        catch (IOException) when (!Console.IsOutputRedirected || output.CanWrite)
        {
            return 1; // The reader of our output went away, as `head` does.
        }
    }

    internal static int Write(IEnumerable<InputItem> items, RecordWriter writer, TextWriter errors, CancellationToken stop)
    {
        var unreadable = 0;
        foreach (var (item, record, reason) in InOrder.Select(items, Read, ahead: 8 * Environment.ProcessorCount))
        {
            if (stop.IsCancellationRequested) return 130;
            if (record is not null) writer.Write(record);
            if (reason is null) continue;
            unreadable++;
            errors.WriteLine($"marsad: {item.Place}: {reason.Detail} ({reason.Code})");
        }

        return unreadable == 0 ? 0 : 1;
    }

    private static (InputItem Item, ArticleRecord? Record, Trouble? Reason) Read(InputItem item)
    {
        ArticleReading.TryRead(item, out var record, out var reason);
        return (item, record, reason);
    }
}
