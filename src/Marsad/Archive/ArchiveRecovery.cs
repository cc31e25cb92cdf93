using System.Globalization;
using Marsad.Archive.Chain;

namespace Marsad.Archive;

/// <summary>Brings the index to the log's end and cuts off what a crash left half written: the log says what is whole, the rest was never promised to anyone.</summary>
internal sealed class ArchiveRecovery(ArchivePlaces places, ArchiveIndex index, AppendFile log, bool flush, Action<Trouble> tell)
{
    /// <summary>In the writer's turn.</summary>
    /// <param name="isStart">Also looks for segments that were begun and never named.</param>
    /// <exception cref="ArchiveException">AR004: a whole line of the log is damaged. Nothing is written to an archive whose chain is broken.</exception>
    public IndexState CatchUp(bool isStart)
    {
        var known = index.State();
        if (!isStart && log.Length == known.Position && known.N > 0 && EndsAsKnown(known))
        {
            CutSegment(known);
            return known;
        }

        var state = TakeIn(Follows(known) ? known : Anew(known));
        CutLog(state);
        CutSegment(state);
        SetAsideUnknownSegments(state);
        index.Keep(state);
        return state;
    }

    private bool Follows(IndexState known) => known.N == 0 || (log.Length >= known.Position && EndsAsKnown(known));

    private bool EndsAsKnown(IndexState known)
    {
        var tail = known.Hash.Length + 3;
        return known.Position >= tail && log.Read(known.Position - tail, known.Hash.Length).AsSpan().SequenceEqual(System.Text.Encoding.ASCII.GetBytes(known.Hash));
    }

    private IndexState Anew(IndexState known)
    {
        tell(new Trouble("AR006", string.Create(CultureInfo.InvariantCulture, $"the archive's index knew {known.N} lines of another log; it is made again from the one that is there")));
        index.Clear();
        return IndexState.Empty;
    }

    private IndexState TakeIn(IndexState state)
    {
        foreach (var (_, bytes) in ArchiveLog.Lines(log, state.Position))
        {
            if (!LogLine.TryRead(bytes.Span, out var line) || line.Entry.N != state.N + 1 || line.Entry.Prev != state.Hash) throw ArchiveLog.Damaged(state.N + 1);
            state = index.Add(state, line, bytes.Length + 1);
        }

        return state;
    }

    private void CutLog(IndexState state)
    {
        if (log.Length > state.Position) Cut(log, state.Position, "log.jsonl");
    }

    private void CutSegment(IndexState state)
    {
        if (state.Segment is not { } name) return;
        var file = new FileInfo(places.Segment(name));
        if (file.Exists && file.Length == state.SegmentEnd) return;
        if (!file.Exists || file.Length < state.SegmentEnd)
        {
            tell(new Trouble("AR005", $"{name} should hold {state.SegmentEnd} bytes and holds {(file.Exists ? file.Length : 0)}; what is missing was there before"));
            return;
        }

        using var segment = new AppendFile(file.FullName);
        Cut(segment, state.SegmentEnd, name);
    }

    // A segment that was begun, but no capture of which came into the log.
    private void SetAsideUnknownSegments(IndexState state)
    {
        foreach (var file in Directory.GetFiles(places.Segments, "marsad-*").Where(file => Number(file) > state.Segments))
        {
            Directory.CreateDirectory(places.Torn);
            File.Move(file, Path.Combine(places.Torn, $"{Path.GetFileName(file)}.0"), overwrite: true);
            tell(Torn(Path.GetFileName(file), 0));
        }
    }

    private static int Number(string file) => int.TryParse(Path.GetFileName(file).Split('-')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private void Cut(AppendFile file, long end, string name)
    {
        Directory.CreateDirectory(places.Torn);
        using (var torn = File.Create(Path.Combine(places.Torn, string.Create(CultureInfo.InvariantCulture, $"{name}.{end}"))))
        {
            torn.Write(file.Read(end, file.Length - end));
            torn.Flush(flushToDisk: flush);
        }

        file.Cut(end, flush);
        tell(Torn(name, end));
    }

    private static Trouble Torn(string name, long end) => new("AR003", string.Create(CultureInfo.InvariantCulture, $"{name}: what followed byte {end} was written only in part, and was cut off into torn/"));
}
