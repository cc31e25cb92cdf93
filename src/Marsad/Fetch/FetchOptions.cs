using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Marsad.Fetch;

/// <summary>How the station behaves towards the hosts it asks.</summary>
public sealed record FetchOptions
{
    /// <summary>Where a site's owner can complain: an e-mail address or a URL; null if the operator gave none.</summary>
    public string? Contact { get; init; }

    /// <summary>Hosts reached at a fixed place, past DNS and the address policy.</summary>
    public HostMap Hosts { get; init; } = HostMap.Empty;

    /// <summary>The least time between the end of one request to a host and the start of the next; a robots.txt may ask for more.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most that a robots.txt may make the station wait between two requests.</summary>
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For one request, from the first byte sent to the last byte read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Further attempts at a request that failed in passing.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The wait before the first further attempt; each next one waits twice as long.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    public int MostRedirects { get; init; } = 8;

    /// <summary>Largest page, in bytes after decompression.</summary>
    public int LargestPage { get; init; } = 20 << 20;

    /// <summary>Largest feed, in bytes after decompression.</summary>
    public int LargestFeed { get; init; } = 10 << 20;

    /// <summary>Turns names into addresses; each connection asks anew, and what it answers is checked before it is connected to.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Who vouches for servers' certificates; empty for those that the system trusts.</summary>
    internal X509Certificate2Collection Roots { get; init; } = [];

    /// <summary>The User-Agent: who asks, and how to complain. "marsad" is the name to use in robots.txt.</summary>
    internal string UserAgent => $"Marsad/{Version} ({Contact ?? "news archive; robots.txt name: marsad; complaints: abuse contact of this address"})";

    private static string Version => typeof(FetchOptions).Assembly.GetName().Version?.ToString(3) ?? "0";
}
