using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Marsad.Archive.Warc;

/// <summary>Reads the records of a WARC stream in order, gzipped or plain, of any writer. What is damaged or cut off ends it with a trouble; what stood before was given.</summary>
internal sealed class WarcReader : IDisposable
{
    // A field of a record is a line; a record with more than this of them is none.
    private const int LargestHead = 256 << 10;
    private readonly Stream _stream;
    private readonly int _largestBlock;
    private byte[] _buffer = new byte[128 << 10];
    private int _start;
    private int _end;

    /// <param name="input">Closed with the reader.</param>
    /// <param name="isPacked">Whether the records are gzip members.</param>
    /// <param name="largestBlock">A larger record ends the reading.</param>
    public WarcReader(Stream input, bool isPacked, int largestBlock = 512 << 20)
    {
        _stream = isPacked ? new GZipStream(input, CompressionMode.Decompress) : input;
        _largestBlock = largestBlock;
    }

    /// <summary>Why the reading ended early; null at a clean end.</summary>
    public Trouble? Trouble { get; private set; }

    /// <summary>The next record; null at the end, or where <see cref="Trouble"/> says why there is no further one.</summary>
    public WarcRecord? Next()
    {
        try
        {
            return Trouble is null && SkipBlank() ? Read() : null;
        }
        catch (Exception bad) when (bad is InvalidDataException or EndOfStreamException or FormatException or IOException)
        {
            Trouble = new Trouble("AR003", $"the WARC data is damaged or cut off: {bad.Message}");
            return null;
        }
    }

    /// <summary>The one record of a gzip member.</summary>
    /// <exception cref="InvalidDataException">It is none, or not the only one.</exception>
    public static WarcRecord ReadMember(ReadOnlyMemory<byte> member)
    {
        using var reader = new WarcReader(new MemoryStream(member.ToArray(), writable: false), isPacked: true);
        var record = reader.Next();
        if (record is null || reader.Next() is not null || reader.Trouble is not null) throw new InvalidDataException(reader.Trouble?.Detail ?? "not one record");
        return record;
    }

    public void Dispose() => _stream.Dispose();

    private WarcRecord Read()
    {
        var lines = Head().Split('\n');
        if (!lines[0].StartsWith("WARC/", StringComparison.Ordinal)) throw new InvalidDataException("there is no record where one should begin");
        var fields = new List<KeyValuePair<string, string>>(lines.Length);
        foreach (var line in lines.Skip(1)) Take(line.TrimEnd('\r'), fields);
        var length = fields.FirstOrDefault(f => f.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Value;
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size > _largestBlock) throw new InvalidDataException($"a block of {length ?? "unknown"} bytes");
        var block = new byte[size];
        Copy(block);
        Ending();
        return new WarcRecord(fields, block);
    }

    private static void Take(string line, List<KeyValuePair<string, string>> fields)
    {
        if (line.Length == 0) return;
        // Continuation lines (§4): of old, but allowed.
        if (line[0] is ' ' or '\t' && fields.Count > 0) fields[^1] = new(fields[^1].Key, $"{fields[^1].Value} {line.Trim()}");
        else if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0) fields.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
    }

    private string Head()
    {
        var scanned = 0;
        while (true)
        {
            var head = _buffer.AsSpan(_start + scanned, _end - _start - scanned);
            var strict = head.IndexOf("\r\n\r\n"u8);
            var loose = head.IndexOf("\n\n"u8);
            if (strict >= 0 || loose >= 0)
            {
                var isStrict = strict >= 0 && (loose < 0 || strict < loose);
                var length = scanned + (isStrict ? strict : loose);
                var text = Encoding.UTF8.GetString(_buffer, _start, length);
                _start += length + (isStrict ? 4 : 2);
                return text;
            }

            scanned = Math.Max(0, _end - _start - 3);
            if (_end - _start > LargestHead) throw new InvalidDataException("a record's head without an end");
            if (!Fill()) throw new EndOfStreamException("it ends within a record's head");
        }
    }

    private void Copy(Span<byte> block)
    {
        var here = Math.Min(block.Length, _end - _start);
        _buffer.AsSpan(_start, here).CopyTo(block);
        _start += here;
        if (_stream.ReadAtLeast(block[here..], block.Length - here, throwOnEndOfStream: false) < block.Length - here) throw new EndOfStreamException("it ends within a record's block");
    }

    // The two empty lines that close a record: without them it was not written to its end. Some writers leave out carriage returns.
    private void Ending()
    {
        for (var feeds = 0; feeds < 2; _start++)
        {
            if (_start == _end && !Fill()) throw new EndOfStreamException("it ends before a record's end");
            if (_buffer[_start] == '\n') feeds++;
            else if (_buffer[_start] != '\r') throw new InvalidDataException("a record is longer than it says");
        }
    }

    private bool SkipBlank()
    {
        while (_start < _end || Fill())
        {
            if (_buffer[_start] is not ((byte)'\r' or (byte)'\n')) return true;
            _start++;
        }

        return false;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
