using System.Net;
using System.Net.Sockets;

namespace Marsad.Fetch;

/// <summary>
/// Makes the connections of the HTTP client: resolves, asks the address policy about each address, and connects to one that it just approved, so that
/// a name cannot answer one address to the check and another to the connection.
/// </summary>
internal sealed class GuardedConnection(HostMap map, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var target = context.DnsEndPoint;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (map.PlaceOf(target.Host) is { } place) await socket.ConnectAsync(place, stop);
            else await socket.ConnectAsync(await AllowedAddresses(target.Host, stop), target.Port, stop);
            WireTap.Note(context.InitialRequestMessage, socket.RemoteEndPoint);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> AllowedAddresses(string host, CancellationToken stop)
    {
        var literal = host is ['[', .. var inner, ']'] ? inner : host;
        var addresses = IPAddress.TryParse(literal, out var address) ? [address] : await resolve(host, stop);
        var allowed = addresses.Where(AddressPolicy.Allows).ToArray();
        return allowed.Length > 0 ? allowed : throw new AddressRefusedException(host);
    }
}
