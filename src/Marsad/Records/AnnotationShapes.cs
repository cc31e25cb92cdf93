using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Marsad.Records;

// The JSON-LD objects of the W3C Web Annotation Data Model that we write, in its words (https://www.w3.org/TR/annotation-model/).
internal sealed record JsonCollection(
    [property: JsonPropertyName("@context")] string Context, string Id, string Type, string Label, string Generator, int Total, JsonPage First);

internal sealed record JsonPage(string Id, string Type, int StartIndex, IReadOnlyList<JsonAnnotation> Items);

internal sealed record JsonAnnotation(string Id, string Type, string Motivation, IReadOnlyList<JsonBody> Body, IReadOnlyList<JsonTarget> Target);

/// <param name="Creator">Who said this, and when (§3.3.1); null where it is who made the collection.</param>
internal sealed record JsonBody(string Type, string Purpose, string Format, string Value, JsonAgent? Creator = null, string? Created = null);

internal sealed record JsonAgent(string Type, string Name);

internal sealed record JsonTarget(string Type, JsonSource Source, JsonState? State, IReadOnlyList<JsonSelector> Selector);

internal sealed record JsonSource(string Id, string Type, string Format, string? Language);

internal sealed record JsonState(string Type, string? SourceDate, string? Cached);

internal sealed record JsonSelector(string Type)
{
    public string? Exact { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public int? Start { get; init; }

    public int? End { get; init; }

    public string? Value { get; init; }

    public JsonSelector? RefinedBy { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonCollection))]
internal sealed partial class AnnotationContext : JsonSerializerContext;

internal static class AnnotationJson
{
    public static readonly AnnotationContext Readable = new(new JsonSerializerOptions(AnnotationContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
