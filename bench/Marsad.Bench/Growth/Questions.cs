using System.Text.Json.Nodes;
using Marsad.Store;

namespace Marsad.Bench.Growth;

/// <summary>What is asked of a grown store (questions.tsv): situations that it follows from the beginning, and searches; the judged searches of eval/ with them.</summary>
internal static class Questions
{
    private static readonly string[] JudgedFiles = ["search-dev.jsonl", "search-test.jsonl"];

    public static IReadOnlyList<Situation> Situations { get; } = [.. Rows("situation").Select(row => new Situation(row[1], row[1], row[1], row[2].Split(", "), Day(row, 3), Day(row, 4)))];

    public static IReadOnlyList<string> Searches { get; } = [.. Rows("search").Select(row => row[1]), .. Judged()];

    public static void Follow(StationStore store)
    {
        foreach (var situation in Situations)
            if (!store.Read(connection => Marsad.Store.Queries.SituationQueries.Situations(connection).Any(known => known.Slug == situation.Slug))) store.Situations.Follow(situation);
    }

    private static IEnumerable<string[]> Rows(string kind)
    {
        using var stream = typeof(Questions).Assembly.GetManifestResourceStream("questions.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Split('\t') is { Length: > 1 } row && row[0] == kind) yield return row;
    }

    private static IEnumerable<string> Judged() => JudgedFiles.SelectMany(file => File.ReadLines(Path.Combine(Corpus.Repository(), "eval", "gold", file))).Select(line => JsonNode.Parse(line)!["query"]!.GetValue<string>());

    private static DateOnly? Day(string[] row, int column) => row.Length > column ? DateOnly.ParseExact(row[column], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
}
