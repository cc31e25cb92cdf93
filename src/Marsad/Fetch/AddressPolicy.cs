using System.Net;
using System.Net.Sockets;

namespace Marsad.Fetch;

/// <summary>
/// Which addresses a request may reach: public unicast ones. Feeds and pages are hostile input, and a link in one must not make the station speak to the
/// machine it runs on, to its network, or to the metadata service of a cloud. The policy is asked about the address that is connected to, after names
/// were resolved, so that no form of URL, DNS answer, rebinding or redirect passes it by.
/// </summary>
internal static class AddressPolicy
{
    // IANA special-purpose address registries (RFC 6890 and updates), multicast, reserved, and one metadata service that hides in a public block.
    private static readonly IPNetwork[] ClosedV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32");

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] ClosedV6 = Networks("2001::/23", "2001:db8::/32", "3fff::/20", "2620:4f:8000::/48");

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Allows(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return !ClosedV4.Any(n => n.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0) return false;
        // An address that carries an IPv4 address inside leads to that one.
        if (Nat64.Contains(address)) return Allows(Embedded(address, 12));
        if (SixToFour.Contains(address)) return Allows(Embedded(address, 2));
        return GlobalV6.Contains(address) && !ClosedV6.Any(n => n.Contains(address));
    }

    private static IPAddress Embedded(IPAddress address, int at) => new(address.GetAddressBytes().AsSpan(at, 4));

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(n => IPNetwork.Parse(n))];
}
