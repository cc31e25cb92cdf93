namespace Marsad.Flow;

/// <summary>A forward-only stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekableStream(Stream inner) : Stream
{
    private byte[] _head = [];
    private int _taken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public bool StartsWith(ReadOnlySpan<byte> prefix) => Peek(prefix.Length).StartsWith(prefix);

    /// <summary>The first byte that is neither white space nor part of a byte order mark; null if the first 1,024 bytes hold none.</summary>
    public byte? PeekFirstVisibleByte()
    {
        foreach (var b in Peek(1024))
            if (b > 0x20 && b is not (0xEF or 0xBB or 0xBF)) return b;
        return null;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_taken == _head.Length) return inner.Read(buffer);
        var count = Math.Min(buffer.Length, _head.Length - _taken);
        _head.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private ReadOnlySpan<byte> Peek(int count)
    {
        if (_head.Length < count)
        {
            var known = _head.Length;
            Array.Resize(ref _head, count);
            var read = inner.ReadAtLeast(_head.AsSpan(known), count - known, throwOnEndOfStream: false);
            Array.Resize(ref _head, known + read);
        }

        return _head.AsSpan(0, Math.Min(count, _head.Length));
    }
}
