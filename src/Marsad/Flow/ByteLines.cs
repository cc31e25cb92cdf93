namespace Marsad.Flow;

/// <summary>The lines of a stream as bytes, in one buffer that is used again. A line over the limit is skipped to its end, not kept.</summary>
internal sealed class ByteLines(Stream stream, int limit)
{
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The number of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>True if the current line was longer than the limit; then <see cref="Line"/> is empty.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The current line without its line feed; valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Moves to the next line; false at the end.</summary>
    public bool Next()
    {
        TooLong = false;
        var scanned = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (feed >= 0) return Take(scanned + feed, skip: 1);
            scanned = _end - _start;
            if (_ended) return (scanned > 0 || TooLong) && Take(scanned, skip: 0);
            if (scanned > limit) (TooLong, scanned, _start) = (true, 0, _end);
            Fill();
        }
    }

    private bool Take(int length, int skip)
    {
        var line = _buffer.AsMemory(_start, length);
        if (Number == 0 && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
        Line = TooLong ? default : line;
        _start += length + skip;
        Number++;
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer.AsSpan(_end));
        _ended = read == 0;
        _end += read;
    }
}
