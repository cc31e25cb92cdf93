using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Marsad.Flow.Exports;

// The JSON objects of WACZ 1.1.1, field for field.
internal sealed record WaczResource(string Name, string Path, string Hash, long Bytes);

internal sealed record WaczPackage(
    string Profile, [property: JsonPropertyName("wacz_version")] string WaczVersion, string Title, string Description, string Created, string Software,
    [property: JsonPropertyName("mainPageUrl")] string? MainPageUrl, [property: JsonPropertyName("mainPageDate")] string? MainPageDate, IReadOnlyList<WaczResource> Resources);

internal sealed record WaczPackageDigest(string Path, string Hash);

internal sealed record WaczPagesHead(string Format, string Id, string Title);

internal sealed record WaczPage(string Id, string Url, string Ts, string? Title);

/// <summary>What a line of CDXJ says after its key and time; numbers are strings, as pywb writes them.</summary>
internal sealed record CdxLine(string Url, string Mime, string Status, string Digest, string Length, string Offset, string Filename);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WaczPackage))]
[JsonSerializable(typeof(WaczPackageDigest))]
[JsonSerializable(typeof(WaczPagesHead))]
[JsonSerializable(typeof(WaczPage))]
[JsonSerializable(typeof(CdxLine))]
internal sealed partial class WaczContext : JsonSerializerContext;

internal static class WaczJson
{
    public static readonly WaczContext Readable = new(new JsonSerializerOptions(WaczContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
