using Marsad.Records;

namespace Marsad.Cli.Output;

internal enum OutputFormat { Text, Json, Jsonl, Html }

/// <summary>Prints records in one format, one after the other; disposing it ends the output.</summary>
internal abstract class RecordWriter : IDisposable
{
    public static RecordWriter For(OutputFormat format, Stream output) => format switch
    {
        OutputFormat.Json => new JsonRecordWriter(output, RecordJson.WriteIndented),
        OutputFormat.Jsonl => new JsonRecordWriter(output, RecordJson.Write),
        OutputFormat.Html => new HtmlRecordWriter(output),
        _ => new TextRecordWriter(output),
    };

    public abstract void Write(ArticleRecord record);

    public abstract void Dispose();
}

/// <summary>One JSON object after the other: on one line each, or indented, which jq and `marsad read` take as well.</summary>
internal sealed class JsonRecordWriter(Stream output, Func<ArticleRecord, byte[]> write) : RecordWriter
{
    private readonly BufferedStream _output = new(output, 64 << 10);

    public override void Write(ArticleRecord record)
    {
        _output.Write(write(record));
        _output.WriteByte((byte)'\n');
    }

    public override void Dispose() => _output.Flush();
}
