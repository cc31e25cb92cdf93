using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Marsad.Tests.Fetch;

/// <summary>A server below HTTP: it says what bytes it likes, as slowly as it likes, and counts what went over the wire.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _loop;
    private long _bytes;

    /// <param name="answer">Is given the head of a request and the connection to answer on, which stays open.</param>
    public RawServer(Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = Accept();
    }

    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Of all requests and of what <see cref="SayAsync"/> answered.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public IPEndPoint Place => (IPEndPoint)_listener.LocalEndpoint;

    public async Task SayAsync(NetworkStream to, string text, CancellationToken stop)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        Interlocked.Add(ref _bytes, bytes.Length);
        await to.WriteAsync(bytes, stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(Serve(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            while (await HeadAsync(stream) is { } head)
            {
                Asked.Enqueue(head.Split(' ')[1]);
                await _answer(head, stream, _stop.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The other side has gone, or the test has ended.
        }
    }

    private async Task<string?> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0) return null;
            Interlocked.Add(ref _bytes, read);
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return head.ToString();
    }
}
