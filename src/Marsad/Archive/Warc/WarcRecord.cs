using System.Globalization;
using System.Text;

namespace Marsad.Archive.Warc;

/// <summary>One record of a WARC file (ISO 28500:2017, WARC 1.1): named fields and a block of bytes.</summary>
/// <param name="Fields">In the order in which they stand.</param>
internal sealed record WarcRecord(IReadOnlyList<KeyValuePair<string, string>> Fields, ReadOnlyMemory<byte> Block)
{
    public const string RequestBlock = "application/http;msgtype=request";
    public const string ResponseBlock = "application/http;msgtype=response";

    /// <summary>§6.7.2: the payload is known to be the one of an earlier record, by its digest.</summary>
    public const string SamePayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

    /// <summary>§6.7.3: the host said that what was known before is still what stands there.</summary>
    public const string NotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

    public string Type => this["WARC-Type"] ?? "";

    /// <summary>"urn:uuid:…", without the brackets.</summary>
    public string? Id => this["WARC-Record-ID"]?.Trim('<', '>');

    /// <summary>Null where it is no web address or URI; WARC 1.0 writers put brackets around it.</summary>
    public Uri? Target => Uri.TryCreate(this["WARC-Target-URI"]?.Trim('<', '>'), UriKind.Absolute, out var uri) ? uri : null;

    public DateTimeOffset? Date =>
        DateTimeOffset.TryParse(this["WARC-Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    /// <summary>The Content-Type of the block.</summary>
    public string? ContentType => this["Content-Type"];

    public bool IsHttpResponse => ContentType is { } type && type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase);

    public string? this[string name] => Fields.FirstOrDefault(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The instants that a WARC knows: UTC, to the second, as every reader of the field takes them.</summary>
    public static string DateText(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The record as it stands in a file, before compression.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder("WARC/1.1\r\n");
        foreach (var (name, value) in Fields) head.Append(name).Append(": ").Append(value).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Block.Length}\r\n\r\n");
        var bytes = new byte[Encoding.UTF8.GetByteCount(head.ToString()) + Block.Length + 4];
        var start = Encoding.UTF8.GetBytes(head.ToString(), bytes);
        Block.Span.CopyTo(bytes.AsSpan(start));
        "\r\n\r\n"u8.CopyTo(bytes.AsSpan(start + Block.Length));
        return bytes;
    }
}
