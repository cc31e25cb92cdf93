namespace Marsad.Fetch;

/// <summary>A request to make.</summary>
/// <param name="Largest">The most bytes to take, after decompression.</param>
/// <param name="Seen">What the host said of the bytes that are already known; null to ask for them whatever they are.</param>
internal sealed record FetchRequest(Uri Url, int Largest, Validators? Seen = null);

/// <summary>What a host says a version of a resource is known by (RFC 9110 §8.8): kept as it came, sent back as it came.</summary>
internal sealed record Validators(string? ETag, string? LastModified)
{
    public static Validators None { get; } = new(null, null);
}

/// <summary>How a request ended. All that the world can do is here; only our own mistakes and a cancelled token are exceptions.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>The bytes came.</summary>
    /// <param name="MovedTo">Where the host says the resource lives from now on (301, 308); null if it has not moved.</param>
    public sealed record Fetched(Capture Capture, Validators Validators, Uri? MovedTo = null) : FetchOutcome;

    /// <summary>What is known is still what stands there.</summary>
    /// <param name="FinalUrl">Who said so, after redirects.</param>
    /// <param name="Wire">How it was said, redirects first.</param>
    public sealed record NotModified(Uri FinalUrl, IReadOnlyList<WireExchange> Wire) : FetchOutcome
    {
        /// <summary>That the host said so, as a capture of what is known.</summary>
        public Capture Of(Uri url, ReadOnlyMemory<byte> known) => new(url, FinalUrl, Wire[^1].At, Capture.StillThere, null, known) { Wire = Wire };
    }

    /// <summary>Nothing came.</summary>
    /// <param name="RetryAfter">How long the host asks to be left alone; null if it does not say.</param>
    /// <param name="IsPassing">Whether asking again later may help.</param>
    public sealed record Failed(Trouble Trouble, bool IsPassing, TimeSpan? RetryAfter = null) : FetchOutcome;
}
