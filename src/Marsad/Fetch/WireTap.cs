using System.Buffers;
using System.Net;

namespace Marsad.Fetch;

/// <summary>
/// Notes what one exchange sends and receives. The HTTP client hides the bytes behind parsed headers and decoded bodies, so its connections are made to
/// pass them by here: the filter on a connection's plain text sees them after TLS (SocketsHttpHandler.PlaintextStreamFilter).
/// </summary>
/// <remarks>
/// The client speaks HTTP/1.1 without pipelining, so whatever is read on a connection belongs to what was written on it last. Which exchange that is flows with the
/// asynchronous call; on a second try over a new connection it begins anew.
/// </remarks>
internal sealed class WireTap
{
    // A page is bounded after unpacking; what a host wraps around it (chunk extensions, padding) is bounded here.
    private const int Slack = 1 << 20;

    private static readonly AsyncLocal<WireTap?> Listening = new();
    private static readonly HttpRequestOptionsKey<IPAddress> Address = new("marsad.address");

    private readonly ArrayBufferWriter<byte> _sent = new();
    private readonly ArrayBufferWriter<byte> _received = new();
    private readonly int _most;
    private IPAddress? _address;

    private WireTap(int largest) => _most = largest + Slack;

    /// <summary>Listens to what this asynchronous flow sends from now on.</summary>
    public static WireTap Listen(int largest) => Listening.Value = new WireTap(largest);

    /// <summary>Where the connection that is being made leads to.</summary>
    public static void Note(HttpRequestMessage message, EndPoint? place)
    {
        if (place is IPEndPoint { Address: var address }) message.Options.Set(Address, address);
    }

    public static ValueTask<Stream> Filter(SocketsHttpPlaintextStreamFilterContext context, CancellationToken stop) =>
        ValueTask.FromResult<Stream>(new TappedStream(context.PlaintextStream, context.InitialRequestMessage.Options.TryGetValue(Address, out var address) ? address : null));

    /// <summary>What was heard; the body's end is the caller's to know.</summary>
    public WireExchange Heard(Uri url, DateTimeOffset at, bool isWhole) =>
        new(url, at, _address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : _address, _sent.WrittenMemory, WireMessage.WithoutInterim(_received.WrittenMemory)) { IsWhole = isWhole };

    private void Begin(IPAddress? address)
    {
        _sent.ResetWrittenCount();
        _received.ResetWrittenCount();
        _address = address;
    }

    private void Receive(ReadOnlySpan<byte> bytes)
    {
        if (_received.WrittenCount + bytes.Length > _most) throw new InvalidDataException($"more than {_most} bytes came over the wire");
        _received.Write(bytes);
    }

    private sealed class TappedStream(Stream inner, IPAddress? address) : Stream
    {
        private WireTap? _tap;

        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => false;

        public override bool CanWrite => inner.CanWrite;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            _tap?.Receive(buffer.AsSpan(offset, read));
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            _tap?.Receive(buffer.Span[..read]);
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count)
        {
            Send(buffer.AsSpan(offset, count));
            inner.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Send(buffer.Span);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            await base.DisposeAsync();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private void Send(ReadOnlySpan<byte> bytes)
        {
            if (Listening.Value is var tap && tap != _tap)
            {
                _tap = tap;
                tap?.Begin(address);
            }

            _tap?._sent.Write(bytes);
        }
    }
}
