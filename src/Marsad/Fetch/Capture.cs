namespace Marsad.Fetch;

/// <summary>The bytes of one fetch and how they came. The bytes are the only truth: all else is derived from them.</summary>
/// <param name="Url">The URL that was asked for.</param>
/// <param name="FinalUrl">The URL that answered, after redirects.</param>
/// <param name="CapturedAt">When the answer was complete.</param>
/// <param name="Status">The HTTP status; 200 for a file, <see cref="StillThere"/> where the host said that the body is still the one that is known.</param>
/// <param name="ContentType">The Content-Type header as it came; null if there was none.</param>
/// <param name="Body">The body after transfer and content decoding.</param>
public sealed record Capture(Uri Url, Uri FinalUrl, DateTimeOffset CapturedAt, int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>304 Not Modified: the body is not what came, but what was said to stand there still.</summary>
    public const int StillThere = 304;

    /// <summary>The exchanges as they were on the wire: redirects in order, last the one that gave the body; empty for what came from a file.</summary>
    public IReadOnlyList<WireExchange> Wire { get; init; } = [];

    /// <summary>Where it came from if the station did not fetch it itself: a file, or a record of somebody's archive.</summary>
    public string? Origin { get; init; }
}
