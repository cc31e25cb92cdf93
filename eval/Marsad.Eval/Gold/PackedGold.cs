using System.Text.Json.Nodes;

namespace Marsad.Eval.Gold;

/// <summary>
/// Gold as the repository keeps it: ids, digests, offsets and labels, not the sentences. Joined with the corpus it gives back what the
/// annotator wrote. See eval/README.md for the format.
/// </summary>
internal static class PackedGold
{
    /// <summary>Reads one file; every article's digest must match, so that an offset never points into another text.</summary>
    /// <exception cref="InvalidDataException">An article is missing in the corpus or has another text.</exception>
    public static IEnumerable<GoldArticle> Read(Shared shared, string path)
    {
        var lines = File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        var corpora = lines.GroupBy(line => Word(line, "corpus")).ToDictionary(
            group => group.Key, group => RawCorpus.Find(shared, group.Key, group.Select(line => Word(line, "id")).ToHashSet()));
        return lines.Select(line => Join(line, corpora[Word(line, "corpus")]));
    }

    /// <summary>Gives the words back to one packed article.</summary>
    public static GoldArticle Join(JsonObject packed, IReadOnlyDictionary<string, JsonObject> corpus)
    {
        var id = Word(packed, "id");
        if (!corpus.TryGetValue(id, out var raw)) throw new InvalidDataException($"{id}: not in the corpus {Word(packed, "corpus")}.");
        var text = raw["text"]!.GetValue<string>();
        if (RawCorpus.Digest(text) != Word(packed, "sha256")) throw new InvalidDataException($"{id}: its text is not the one that was annotated.");
        var words = new Words(text, GuideGold.Word(raw, "title"));
        return new GoldArticle(
            id, text, words.Title, GuideGold.Word(packed, "published") ?? GuideGold.Word(raw, "published"), GuideGold.Word(raw, "outlet"),
            [.. GuideGold.Items(packed, "statements").Select(words.Statement)],
            [.. GuideGold.Items(packed, "figures").Select(words.Figure)],
            [.. GuideGold.Items(packed, "times").Select(item => new GoldTime(Words.Place(item["text"]), Word(item, "value")))],
            [.. GuideGold.Items(packed, "names").Select(words.Name)],
            [.. GuideGold.Items(packed, "events").Select(words.Event)]);
    }

    private static string Word(JsonObject item, string field) => item[field]!.ToString();

    private sealed record Words(string Text, string? Title)
    {
        public static Spot? Place(JsonNode? node) => node is JsonObject spot && spot["in"] is null ? Bare(spot) : null;

        public GoldStatement Statement(JsonObject item) => new(
            Place(item["cue"]), Place(item["content"]), Of(item["speaker_text"]), Of(item["speaker"]), Of(item["role"]), Of(item["via"]), Word(item, "kind"), Word(item, "type"));

        public GoldFigure Figure(JsonObject item)
        {
            var (low, high) = GuideGold.Value(item["value"]!);
            return new GoldFigure(Place(item["text"]), low, high, Word(item, "bound"), Word(item, "category"));
        }

        public GoldName Name(JsonObject item) => new(Word(item, "type"), Of(item["canonical"]) ?? "", [.. (item["variants"]?.AsArray() ?? []).Select(spot => Of(spot) ?? "")]);

        public GoldEvent Event(JsonObject item) => new(Word(item, "type"), Place(item["anchor"]), Of(item["actor"]), Of(item["recipient"]), Of(item["place"]));

        private static Spot Bare(JsonObject spot) => new(spot["start"]!.GetValue<int>(), spot["end"]!.GetValue<int>());

        private string? Of(JsonNode? node) => node is JsonObject spot ? Bare(spot).In(spot["in"] is null ? Text : Title ?? "") : null;
    }
}
