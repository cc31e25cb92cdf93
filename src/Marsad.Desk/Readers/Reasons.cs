using System.Text.Json;

namespace Marsad.Desk.Readers;

/// <summary>Turns an alert's reason, {"condition":"…","words":["…"]}, into one line: the condition, and the words that met it.</summary>
internal static class Reasons
{
    public static string InWords(string reason, Words words)
    {
        using var json = JsonDocument.Parse(reason);
        var met = json.RootElement.TryGetProperty("words", out var found) ? string.Join(" ", found.EnumerateArray().Select(w => $"«{w.GetString()}»")) : "";
        return json.RootElement.TryGetProperty("condition", out var condition) ? $"{NameOf(condition.GetString() ?? "", words)} — {met}" : met;
    }

    // People name the conditions of their own watches; those of the two that come with the station have words here.
    private static string NameOf(string condition, Words words) => words.Find("condition." + condition) ?? condition.Replace('-', ' ');
}
