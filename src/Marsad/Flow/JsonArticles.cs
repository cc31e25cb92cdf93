using System.Text.Json;
using System.Text.Json.Serialization;
using Marsad.Reading;

namespace Marsad.Flow;

/// <summary>Articles that came as JSON: one object a line, or a document with one object, several, or a list of them.</summary>
internal static class JsonArticles
{
    /// <summary>A line longer than this is refused and skipped: memory stays flat whatever comes in.</summary>
    internal const int MaxLineBytes = 64 << 20;

    private const int MaxDocumentBytes = 512 << 20;

    /// <summary>One article a line. Blank lines are passed over; a line that is no article is <see cref="InputItem.Unreadable"/> and the next follows.</summary>
    public static IEnumerable<InputItem> Lines(string path, Stream stream)
    {
        var lines = new ByteLines(stream, MaxLineBytes);
        while (lines.Next())
        {
            if (lines.TooLong)
                yield return new InputItem.Unreadable(path, lines.Number, new Trouble("FL008", $"the line is longer than {MaxLineBytes >> 20} MiB"));
            else if (!lines.Line.Span.Trim(" \t\r"u8).IsEmpty)
                yield return Parse(path, lines.Number, lines.Line.Span);
        }
    }

    public static IEnumerable<InputItem> Document(string path, Stream stream)
    {
        var bytes = Bytes.ReadUpTo(stream, MaxDocumentBytes);
        if (bytes is null)
            return [new InputItem.Unreadable(path, 0, new Trouble("FL003", $"larger than {MaxDocumentBytes >> 20} MiB; write one article a line (.jsonl) instead"))];
        var items = Elements(path, bytes);
        return items is [InputItem.Given only] ? [Sole(only)] : items;
    }

    private static List<InputItem> Elements(string path, byte[] bytes)
    {
        var items = new List<InputItem>();
        var body = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        var json = new Utf8JsonReader(body, new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true });
        try
        {
            while (json.Read())
            {
                if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray) continue;
                var start = (int)json.TokenStartIndex;
                json.Skip();
                items.Add(Parse(path, items.Count + 1, body[start..(int)json.BytesConsumed]));
            }
        }
        catch (JsonException odd)
        {
            items.Add(new InputItem.Unreadable(path, items.Count + 1, NotJson(odd)));
        }

        if (items.Count == 0) items.Add(new InputItem.Unreadable(path, 0, new Trouble("FL004", "there is nothing in it")));
        return items;
    }

    private static InputItem Parse(string path, int line, ReadOnlySpan<byte> json)
    {
        try
        {
            var given = JsonSerializer.Deserialize(json, GivenContext.Default.GivenArticle);
            if (given?.Text is not { } text) return new InputItem.Unreadable(path, line, new Trouble("FL009", "there is no \"text\""));
            var id = GivenId(given);
            return new InputItem.Given(path, line, id ?? LineId(path, line), new Article(
                text, given.Title, given.Byline, PublicationTime.TryParse(given.Published, out var time) ? time : null,
                Url: given.Url, Outlet: given.Outlet, Language: given.Language))
            { HasOwnId = id is not null };
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return new InputItem.Unreadable(path, line, NotJson(odd));
        }
    }

    private static string? GivenId(GivenArticle given) => given.Id?.ValueKind switch
    {
        JsonValueKind.String when given.Id.Value.GetString() is { Length: > 0 } id => id,
        JsonValueKind.Number => given.Id.Value.GetRawText(),
        _ => null,
    };

    // Several articles of one file cannot share the file's name as their id; an only one takes it.
    private static string LineId(string path, int line) => $"{InputFiles.IdOf(path)}:{line}";

    private static InputItem.Given Sole(InputItem.Given only) =>
        only with { Line = 0, Id = only.Id == LineId(only.Path, 1) ? InputFiles.IdOf(only.Path) : only.Id };

    private static Trouble NotJson(Exception odd) => new("FL010", "not a JSON article: " + odd.Message.ReplaceLineEndings(" "));
}

/// <summary>The input side of the data contract; only the text is required.</summary>
internal sealed record GivenArticle(
    JsonElement? Id, string? Title, string? Text, string? Published, string? Outlet, string? Url, string? Byline, string? Language);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GivenArticle))]
internal sealed partial class GivenContext : JsonSerializerContext;
