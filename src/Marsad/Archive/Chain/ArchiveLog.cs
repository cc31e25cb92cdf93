namespace Marsad.Archive.Chain;

/// <summary>The log's file: one line a capture, checkpoint or timestamp, each bound to the one before.</summary>
internal static class ArchiveLog
{
    private const int Piece = 1 << 20;

    /// <summary>The whole lines from a position on, each with its place; what follows the last line feed is left out.</summary>
    public static IEnumerable<(long Position, ReadOnlyMemory<byte> Line)> Lines(AppendFile file, long from)
    {
        var (position, length) = (from, file.Length);
        var rest = ReadOnlyMemory<byte>.Empty;
        var next = from;
        while (next < length)
        {
            var piece = file.Read(next, Math.Min(Piece, length - next));
            next += piece.Length;
            rest = rest.IsEmpty ? piece : (byte[])[.. rest.Span, .. piece];
            while (rest.Span.IndexOf((byte)'\n') is var feed and >= 0)
            {
                yield return (position, rest[..feed]);
                position += feed + 1;
                rest = rest[(feed + 1)..];
            }
        }
    }

    /// <summary>A line by its place.</summary>
    /// <exception cref="ArchiveException">AR004: it is not what was written.</exception>
    public static LogLine Read(AppendFile file, LinePlace place) =>
        LogLine.TryRead(file.Read(place.Position, place.Length - 1), out var line) && line.Entry.N == place.N ? line : throw Damaged(place.N);

    public static ArchiveException Damaged(long n) => new(new Trouble("AR004", $"line {n} of the archive's log is damaged, or not the one that was written there"));
}
