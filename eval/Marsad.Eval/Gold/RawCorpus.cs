using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marsad.Eval.Gold;

/// <summary>The unannotated articles that annotations point into; the repository keeps no sentence of theirs.</summary>
internal static class RawCorpus
{
    public static readonly IReadOnlyList<string> Names = ["saudinewsnet", "antcorpus"];

    /// <summary>Every article of a corpus, in file order.</summary>
    public static IEnumerable<JsonObject> Read(Shared shared, string corpus)
    {
        using var packed = File.OpenRead(shared.Path($"raw/{corpus}.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return JsonNode.Parse(line)!.AsObject();
    }

    /// <summary>The articles with these ids.</summary>
    public static Dictionary<string, JsonObject> Find(Shared shared, string corpus, IReadOnlySet<string> ids)
    {
        var found = new Dictionary<string, JsonObject>();
        using var packed = File.OpenRead(shared.Path($"raw/{corpus}.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (found.Count < ids.Count && reader.ReadLine() is { } line)
        {
            if (IdOf(line) is { } id && ids.Contains(id)) found[id] = JsonNode.Parse(line)!.AsObject();
        }

        return found;
    }

    /// <summary>SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Parsing only the beginning of a line: the id is its first property.
    private static string? IdOf(string line)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(line[..Math.Min(line.Length, 200)]), isFinalBlock: false, default);
        return json.Read() && json.Read() && json.ValueTextEquals("id") && json.Read() ? json.GetString() : null;
    }
}
