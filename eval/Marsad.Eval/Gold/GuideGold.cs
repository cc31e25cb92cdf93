using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marsad.Eval.Gold;

/// <summary>Gold as annotators write it: words copied out of the text, with the occurrence that is meant in a sibling field "…_n".</summary>
internal static class GuideGold
{
    /// <summary>One annotated article a line.</summary>
    public static IEnumerable<GoldArticle> ReadLines(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => Read(JsonNode.Parse(line)!.AsObject()));

    public static GoldArticle Read(JsonObject article)
    {
        var text = article["text"]!.GetValue<string>();
        return new GoldArticle(
            article["id"]!.GetValue<string>(), text, Word(article, "title"), Word(article, "published"), Word(article, "outlet"),
            [.. Items(article, "statements").Select(item => Statement(text, item))],
            [.. Items(article, "figures").Select(item => Figure(text, item))],
            [.. Items(article, "times").Select(item => new GoldTime(At(text, item, "text"), item["value"]!.ToString()))],
            [.. Items(article, "names").Select(Name)],
            [.. Items(article, "events").Select(item => Event(text, item))]);
    }

    public static IEnumerable<JsonObject> Items(JsonObject article, string kind) => (article[kind]?.AsArray() ?? []).Select(item => item!.AsObject());

    public static string? Word(JsonObject item, string field) => item[field]?.GetValue<string>();

    public static int Occurrence(JsonObject item, string field) => item[field + "_n"]?.GetValue<int>() ?? 0;

    /// <summary>A figure's value: a number, or the two ends of a range.</summary>
    public static (double Low, double High) Value(JsonNode value) => value is JsonArray range
        ? (Number(range[0]!), Number(range[1]!))
        : (Number(value), Number(value));

    private static double Number(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : double.Parse(node.ToString(), CultureInfo.InvariantCulture);

    private static Spot? At(string text, JsonObject item, string field) =>
        Word(item, field) is { } words ? Spot.Find(text, words, Occurrence(item, field)) : null;

    private static GoldStatement Statement(string text, JsonObject item) => new(
        At(text, item, "cue"), At(text, item, "content"), Word(item, "speaker_text"), Word(item, "speaker"), Word(item, "role"), Word(item, "via"),
        Word(item, "kind") ?? "", Word(item, "type") ?? "");

    private static GoldFigure Figure(string text, JsonObject item)
    {
        var (low, high) = Value(item["value"]!);
        return new GoldFigure(At(text, item, "text"), low, high, Word(item, "bound") ?? "", Word(item, "category") ?? "");
    }

    private static GoldName Name(JsonObject item) =>
        new(Word(item, "type") ?? "", Word(item, "canonical") ?? "", [.. (item["variants"]?.AsArray() ?? []).Select(variant => variant!.GetValue<string>())]);

    private static GoldEvent Event(string text, JsonObject item) =>
        new(Word(item, "type") ?? "", At(text, item, "anchor"), Word(item, "actor"), Word(item, "recipient"), Word(item, "place"));
}
