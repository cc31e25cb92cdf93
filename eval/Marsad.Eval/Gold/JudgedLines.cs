using System.Text.Json.Nodes;

namespace Marsad.Eval.Gold;

/// <summary>A file of judgements across articles (eval/gold): one JSON object a line, ids and labels, no sentences. See eval/RELATING-GUIDE.md.</summary>
internal static class JudgedLines
{
    public static string PathOf(string file) => Path.Combine(Shared.Repository, "eval", "gold", file);

    public static List<JsonObject> Read(string file) => [.. File.ReadLines(PathOf(file)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!.AsObject())];

    public static string Word(this JsonObject line, string field) => line[field]!.GetValue<string>();

    public static int Number(this JsonObject line, string field) => line[field]!.GetValue<int>();

    public static IEnumerable<string> Words(this JsonObject line, string field) => (line[field]?.AsArray() ?? []).Select(word => word!.GetValue<string>());
}
