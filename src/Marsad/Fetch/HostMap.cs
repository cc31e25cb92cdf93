using System.Net;

namespace Marsad.Fetch;

/// <summary>
/// Hosts that are reached at a fixed place instead of through DNS and the address policy: an outlet of the demo or of a test on this machine, or a
/// server of one's own on an inner network. Whoever operates the station writes it; nothing that comes from outside can.
/// </summary>
public sealed class HostMap
{
    private readonly Dictionary<string, IPEndPoint> _places;

    public HostMap(IEnumerable<KeyValuePair<string, IPEndPoint>> places) => _places = new(places, StringComparer.OrdinalIgnoreCase);

    public static HostMap Empty { get; } = new([]);

    /// <summary>Reads "manara.example=127.0.0.1:5001".</summary>
    public static bool TryParse(string? text, out KeyValuePair<string, IPEndPoint> place)
    {
        place = default;
        var parts = (text ?? "").Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0].Length == 0 || !IPEndPoint.TryParse(parts[1], out var at) || at.Port == 0) return false;
        place = new(parts[0], at);
        return true;
    }

    internal IPEndPoint? PlaceOf(string host) => _places.GetValueOrDefault(host);
}
