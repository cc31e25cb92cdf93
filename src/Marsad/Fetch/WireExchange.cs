using System.Net;

namespace Marsad.Fetch;

/// <summary>One request and its answer, byte for byte as they went over the wire (after TLS).</summary>
/// <param name="At">When the answer was complete.</param>
/// <param name="Address">Who answered; null if unknown.</param>
/// <param name="Request">Empty where only the answer is known, as from an archive.</param>
/// <param name="Response">Status line, headers and body, transfer and content codings as they came.</param>
public sealed record WireExchange(Uri Url, DateTimeOffset At, IPAddress? Address, ReadOnlyMemory<byte> Request, ReadOnlyMemory<byte> Response)
{
    /// <summary>Whether the answer was read to its end; a redirect's long body is not.</summary>
    public bool IsWhole { get; init; } = true;
}
