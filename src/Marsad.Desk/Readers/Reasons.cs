using System.Text.Json;

namespace Marsad.Desk.Readers;

/// <summary>Turns an alert's reason, which is JSON, into one line.</summary>
internal static class Reasons
{
    public static string InWords(string reason, Words words)
    {
        try
        {
            using var json = JsonDocument.Parse(reason);
            return Say(json.RootElement, words);
        }
        catch (JsonException)
        {
            return reason;
        }
    }

    private static string Say(JsonElement element, Words words) => element.ValueKind switch
    {
        JsonValueKind.Object => string.Join(words.Language == "ar" ? "؛ " : "; ", element.EnumerateObject().Select(p => $"{words.Find("reason." + p.Name) ?? p.Name}: {Say(p.Value, words)}")),
        JsonValueKind.Array => string.Join(words.Language == "ar" ? "، " : ", ", element.EnumerateArray().Select(e => Say(e, words))),
        _ => element.ToString(),
    };
}
