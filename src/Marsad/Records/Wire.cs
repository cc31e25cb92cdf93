using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Marsad.Records;

// The data contract's JSON objects, field for field, in its order. Offsets count code points; unknown is absent. Nothing else knows these types:
// RecordJson turns them into the program's own and back.
internal sealed record WireSpan(int Start, int End);

internal sealed record WireLead(string Title, string? Url);

internal sealed record WireName(string Id, string Type, string Name, string[] Variants, WireSpan[] Mentions, string? Entity, string? Review);

internal sealed record WireStatement(
    string Id, WireSpan Cue, WireSpan Content, string? Speaker, string? SpeakerName, WireSpan? SpeakerSpan, string? Role, string? Via,
    string? Addressee, string Kind, string Type, string? Within, double Confidence, string? Review);

internal sealed record WireFigure(
    string Id, int Start, int End, decimal Low, decimal High, string Bound, string Category, string? Of, string? Statement, string? Review);

internal sealed record WireTime(int Start, int End, string Value, string? Review);

internal sealed record WirePlace(string Name, double Latitude, double Longitude, string? Country, double Confidence);

internal sealed record WireEvent(
    string Id, string Type, string? Mode, string[] Contexts, WireSpan Anchor, string? Actor, string? ActorName, string? Recipient, string? Place,
    string? Time, string Status, string? Statement, string[] Figures, double Confidence, string? Review);

internal sealed record WireRecord(
    string Id, string? Path, string? Url, string? Outlet, string? Language, string? Title, string? Byline, string[]? Agencies, string? Published,
    string Text, WireLead[]? Leads, WireName[] Names, WireStatement[] Statements, WireFigure[] Figures, WireTime[] Times, WirePlace[] Places,
    WireEvent[] Events, string Analyzer);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireRecord))]
internal sealed partial class WireContext : JsonSerializerContext;

internal static class WireJson
{
    public static readonly WireContext Compact = Readable(indented: false);

    public static readonly WireContext Indented = Readable(indented: true);

    // Arabic stays Arabic: escaping it would triple the size and hide it from grep. The output is never placed inside HTML unescaped.
    private static WireContext Readable(bool indented) => new(new JsonSerializerOptions(WireContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    });
}
