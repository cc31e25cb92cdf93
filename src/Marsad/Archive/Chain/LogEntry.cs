using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Marsad.Archive.Chain;

/// <summary>What one line of the log says. Which fields there are depends on the kind; docs/rooms/archive.md lists them.</summary>
/// <param name="N">The line's number, from 1.</param>
/// <param name="Prev">The hash of the line before; 64 zeros for the first.</param>
/// <param name="At">When the line was written.</param>
/// <param name="Kind">"key", "capture", "checkpoint" or "timestamp".</param>
internal sealed record LogEntry(long N, string Prev, string At, string Kind)
{
    public const string KeyKind = "key";
    public const string CaptureKind = "capture";
    public const string CheckpointKind = "checkpoint";
    public const string TimestampKind = "timestamp";

    /// <summary>Of a capture: the URL that was asked for.</summary>
    public string? Url { get; init; }

    /// <summary>Of a capture: the URL that answered, if another.</summary>
    public string? FinalUrl { get; init; }

    /// <summary>Of a capture: when the answer was complete; the WARC-Date of its records.</summary>
    public string? Captured { get; init; }

    public int? Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Of a capture: the digest of the body without its codings, which is its name in the archive.</summary>
    public string? Digest { get; init; }

    /// <summary>Of a capture: the WARC-Payload-Digest of its record.</summary>
    public string? Payload { get; init; }

    /// <summary>Of a capture: the WARC-Record-ID that answered.</summary>
    public string? Record { get; init; }

    /// <summary>Of a capture that the station did not fetch itself: where it came from.</summary>
    public string? Origin { get; init; }

    /// <summary>Of a capture: the segment's file name.</summary>
    public string? Segment { get; init; }

    /// <summary>Of a capture: where in the segment its records begin.</summary>
    public long? From { get; init; }

    /// <summary>Of a capture: its records in order, each as "type:length" of its gzip member.</summary>
    public IReadOnlyList<string>? Records { get; init; }

    /// <summary>Of a capture: the SHA-256 of those bytes of the segment.</summary>
    public string? Bytes { get; init; }

    /// <summary>Of a key or checkpoint: the installation's public key, "ed25519:" and hexadecimal digits.</summary>
    public string? Key { get; init; }

    /// <summary>Of a checkpoint: the Ed25519 signature over number, time and the hash of the line before.</summary>
    public string? Signature { get; init; }

    /// <summary>Of a timestamp: the number of the checkpoint whose hash the token vouches for.</summary>
    public long? Of { get; init; }

    /// <summary>Of a timestamp: the RFC 3161 token, DER in base64.</summary>
    public string? Token { get; init; }

    /// <summary>Each record's place in the segment.</summary>
    public IEnumerable<RecordPlace> Places()
    {
        var at = From ?? 0;
        foreach (var record in Records ?? [])
        {
            var colon = record.IndexOf(':', StringComparison.Ordinal);
            var size = int.Parse(record.AsSpan(colon + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
            yield return new RecordPlace(Segment!, at, size, record[..colon]);
            at += size;
        }
    }

    /// <summary>Where its records end in the segment.</summary>
    public long End() => (From ?? 0) + Places().Sum(place => (long)place.Length);

    /// <summary>The record that answered: the last response, revisit or resource.</summary>
    public RecordPlace Answer() => Places().Last(place => place.Type is "response" or "revisit" or "resource");

    /// <summary>The record that gives the body; null where an earlier capture's does.</summary>
    public RecordPlace? Body()
    {
        var places = Places().ToList();
        if (places[^1].Type == "conversion") return places[^1];
        return Answer() is { Type: not "revisit" } answer ? answer : null;
    }
}

/// <summary>Where a record stands: a segment, the first byte of its gzip member, and its length.</summary>
internal readonly record struct RecordPlace(string Segment, long Offset, int Length, string Type);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LogEntry))]
internal sealed partial class LogContext : JsonSerializerContext;

internal static class LogJson
{
    /// <summary>Addresses stay readable.</summary>
    public static readonly LogContext Readable = new(new JsonSerializerOptions(LogContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
