using System.Text.Json.Nodes;

namespace Marsad.Eval.Gold;

/// <summary>Turns an annotator's file into the packed form, and refuses whatever the guide does not allow.</summary>
internal sealed class Packing(string text, string? title)
{
    private static readonly string[] Kinds = ["direct", "indirect", "mixed"];
    private static readonly string[] Types = ["assert", "call", "demand", "promise", "threaten", "accuse", "deny", "warn", "praise", "condemn", "announce", "predict", "other"];
    private static readonly string[] Bounds = ["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"];
    private static readonly string[] Categories = ["killed", "injured", "casualties", "detained", "missing", "displaced", "forces", "participants", "votes", "money", "percent", "items", "other"];
    private static readonly string[] NameTypes = ["PER", "ORG", "LOC"];
    private static readonly string[] Events = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];
    private static readonly string[] Statuses = ["happened", "planned", "called_for", "denied", "claimed"];
    private readonly List<string> _faults = [];
    private string _place = "";

    /// <summary>What is wrong with the file; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Packs one annotated article of <paramref name="corpus"/>.</summary>
    public JsonObject Pack(JsonObject guide, string id, string corpus, string? published) => new()
    {
        ["id"] = id,
        ["corpus"] = corpus,
        ["sha256"] = RawCorpus.Digest(text),
        ["published"] = published,
        ["statements"] = Each(guide, "statements", Statement),
        ["figures"] = Each(guide, "figures", Figure),
        ["times"] = Each(guide, "times", item => new JsonObject { ["text"] = Spot(item, "text"), ["value"] = Copy(item, "value") }),
        ["names"] = Each(guide, "names", Name),
        ["events"] = Each(guide, "events", Event),
    };

    private JsonArray Each(JsonObject guide, string kind, Func<JsonObject, JsonObject> pack)
    {
        var packed = new JsonArray();
        foreach (var item in GuideGold.Items(guide, kind))
        {
            _place = $"{kind}[{packed.Count}]";
            packed.Add(pack(item));
        }

        return packed;
    }

    private JsonObject Statement(JsonObject item) => new()
    {
        ["cue"] = Spot(item, "cue"),
        ["content"] = Spot(item, "content"),
        ["speaker_text"] = SpotOrNull(item, "speaker_text"),
        ["speaker"] = SpotOrNull(item, "speaker"),
        ["role"] = SpotOrNull(item, "role"),
        ["via"] = SpotOrNull(item, "via"),
        ["addressee"] = SpotOrNull(item, "addressee"),
        ["kind"] = OneOf(item, "kind", Kinds),
        ["type"] = OneOf(item, "type", Types),
        ["nested_in"] = Copy(item, "nested_in"),
    };

    private JsonObject Figure(JsonObject item) => new()
    {
        ["text"] = Spot(item, "text"),
        ["value"] = Copy(item, "value"),
        ["bound"] = OneOf(item, "bound", Bounds),
        ["category"] = OneOf(item, "category", Categories),
    };

    private JsonObject Name(JsonObject item) => new()
    {
        ["type"] = OneOf(item, "type", NameTypes),
        ["canonical"] = Spot(item, "canonical"),
        ["variants"] = new JsonArray([.. (item["variants"]?.AsArray() ?? []).Select(variant => (JsonNode?)Place(variant!.GetValue<string>(), 0, "variants"))]),
    };

    private JsonObject Event(JsonObject item) => new()
    {
        ["type"] = OneOf(item, "type", Events),
        ["anchor"] = Spot(item, "anchor"),
        ["actor"] = SpotOrNull(item, "actor"),
        ["recipient"] = SpotOrNull(item, "recipient"),
        ["place"] = SpotOrNull(item, "place"),
        ["status"] = OneOf(item, "status", Statuses),
    };

    private static JsonNode? Copy(JsonObject item, string field) => item[field]?.DeepClone();

    private string OneOf(JsonObject item, string field, string[] allowed)
    {
        var word = GuideGold.Word(item, field) ?? "";
        if (!allowed.Contains(word)) _faults.Add($"{_place}.{field}: \"{word}\" is none of {string.Join(", ", allowed)}");
        return word;
    }

    private JsonObject? Spot(JsonObject item, string field)
    {
        if (GuideGold.Word(item, field) is { Length: > 0 } words) return Place(words, GuideGold.Occurrence(item, field), field);
        _faults.Add($"{_place}.{field}: missing");
        return null;
    }

    private JsonObject? SpotOrNull(JsonObject item, string field) => GuideGold.Word(item, field) is { Length: > 0 } ? Spot(item, field) : null;

    // The title counts where the text has not got the words: the fullest name may stand only there.
    private JsonObject? Place(string words, int occurrence, string field)
    {
        if (Gold.Spot.Find(text, words, occurrence) is { } spot) return new JsonObject { ["start"] = spot.Start, ["end"] = spot.End };
        if (title is not null && Gold.Spot.Find(title, words, occurrence) is { } inTitle && field is not ("cue" or "content" or "text" or "anchor"))
            return new JsonObject { ["in"] = "title", ["start"] = inTitle.Start, ["end"] = inTitle.End };
        _faults.Add($"{_place}.{field}: the text has no occurrence {occurrence} of \"{words}\"");
        return null;
    }
}
