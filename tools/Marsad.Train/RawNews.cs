using System.IO.Compression;
using System.Text.Json;

namespace Marsad.Train;

/// <summary>The untagged news of data/raw, for counts and clusters of words.</summary>
internal static class RawNews
{
    public static IEnumerable<string> Texts(string data) =>
        Texts(data, "antcorpus.jsonl.gz").Concat(Texts(data, "saudinewsnet.jsonl.gz"));

    private static IEnumerable<string> Texts(string data, string file)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(data, "raw", file)), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 } value) yield return value;
        }
    }
}
