using System.CommandLine;
using Marsad.Cli.Output;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Language;
using Marsad.Records;

namespace Marsad.Cli.Commands;

/// <summary>`marsad read`: what articles say, without keeping anything.</summary>
internal static class ReadCommand
{
    private const int Interrupted = 130; // 128 + SIGINT, as shells have it

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
        var (hosts, contact) = (HostOption.Create(), ContactOption.Create());
        var command = new Command("read", Examples) { paths, format, hosts, contact };
        command.SetAction((parsed, stop) =>
        {
            var fetch = new FetchOptions { Hosts = HostOption.Value(parsed, hosts), Contact = parsed.GetValue(contact) };
            return Task.Run(() => Run(parsed.GetRequiredValue(paths), parsed.GetValue(format), fetch, stop));
        });
        return command;
    }

    private static int Run(string[] paths, OutputFormat format, FetchOptions fetch, CancellationToken stop)
    {
        // While the arguments, the first file and the output are got ready.
        _ = Task.Run(ArabicAnalyzer.Prepare, stop);
        using var output = Console.OpenStandardOutput();
        using var urls = new InputUrls(fetch, TimeProvider.System);
        try
        {
            using var writer = RecordWriter.For(format, output);
            return Write(paths.SelectMany(path => Open(path, urls, stop)), writer, Console.Error, stop);
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (IOException full)
        {
            Console.Error.WriteLine($"marsad: the output could not be written: {full.Message}");
            return 1;
        }
    }

    private static IEnumerable<InputItem> Open(string path, InputUrls urls, CancellationToken stop) =>
        InputUrls.IsUrl(path, out var url) ? [urls.FetchAsync(url, stop).GetAwaiter().GetResult()] : InputFiles.Open(path, Console.OpenStandardInput);

    internal static int Write(IEnumerable<InputItem> items, RecordWriter writer, TextWriter errors, CancellationToken stop)
    {
        var unreadable = 0;
        foreach (var (item, record, reason) in InOrder.Select(items, Read, ahead: 8 * Environment.ProcessorCount))
        {
            if (stop.IsCancellationRequested) return Interrupted;
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
