using System.Globalization;
using Marsad.Archive.Chain;
using Marsad.Archive.Warc;

namespace Marsad.Archive;

/// <summary>
/// Appends to the archive. What was written stands in this order: records in the segment, flushed; their lines in the log, flushed; rows of the index. A line in the log is what
/// makes a capture part of the archive, so whatever a crash leaves behind it is no part of it and is cut off.
/// </summary>
/// <remarks>One process at a time has the turn, by the index's write lock. Captures that arrive while a flush is under way share the next one.</remarks>
internal sealed class ArchiveWriter(ArchivePlaces places, ArchiveIndex index, ArchiveOptions options, TimeProvider clock, Action<Trouble> tell) : IDisposable
{
    private readonly Lock _turn = new();
    private readonly AppendFile _log = new(places.Log);
    private readonly Queue<CaptureDraft> _waiting = new();
    private AppendFile? _segment;
    private InstallationKey? _key;

    public AppendFile Log => _log;

    /// <summary>Returns when the capture is on the disk.</summary>
    /// <exception cref="IOException">The disk is full or gone; nothing was kept.</exception>
    public LogLine Append(CaptureDraft draft)
    {
        lock (_waiting) _waiting.Enqueue(draft);
        lock (_turn)
        {
            if (!draft.IsDone) AppendWaiting();
        }

        if (draft.Fault is { } fault) throw new IOException($"the archive could not be written: {fault.Message}", fault);
        return draft.Line!;
    }

    /// <summary>Takes in what another process, or a crash, has left: the index follows the log, and torn ends are cut off.</summary>
    public void Recover() => Write((state, _) => state, isStart: true);

    /// <summary>Signs all that stands in the log, where a capture has been added since the last time.</summary>
    public IndexState Checkpoint() => Write((state, lines) => state.IsSigned ? state : lines.Add(state, Signed(state)));

    /// <summary>Adds what an authority says of a checkpoint.</summary>
    public void Stamp(long checkpoint, byte[] token) => Write((state, lines) => lines.Add(
        state, new LogEntry(state.N + 1, state.Hash, WarcRecord.DateText(clock.GetUtcNow()), LogEntry.TimestampKind) { Of = checkpoint, Token = Convert.ToBase64String(token) }));

    public void Dispose()
    {
        _segment?.Dispose();
        _log.Dispose();
    }

    private void AppendWaiting()
    {
        List<CaptureDraft> batch;
        lock (_waiting)
        {
            batch = [.. _waiting];
            _waiting.Clear();
        }

        try
        {
            var written = new List<LogLine>();
            Write((state, lines) => AppendAll(batch, state, lines, written));
            foreach (var (draft, line) in batch.Zip(written)) draft.Done(line);
        }
        catch (Exception fault)
        {
            batch.ForEach(draft => draft.Fault = fault);
        }
    }

    private IndexState AppendAll(List<CaptureDraft> batch, IndexState state, PendingLines lines, List<LogLine> written)
    {
        if (state.Key is null) state = lines.Add(state, Announced(state));
        foreach (var part in Parts(batch, state))
        {
            var pieces = new List<ReadOnlyMemory<byte>>();
            var (segment, end) = Open(state);
            var start = end;
            foreach (var draft in part)
            {
                Member? info = end == 0 ? Member.Of(WarcRecords.Info(segment, clock.GetUtcNow(), state.Key!)) : null;
                var entry = draft.Entry(state.N + 1, state.Hash, clock.GetUtcNow(), segment, end, info);
                if (info is { } first) pieces.Add(first.Bytes);
                pieces.AddRange(draft.Members.Select(member => (ReadOnlyMemory<byte>)member.Bytes));
                state = lines.Add(state, entry);
                written.Add(lines.Last);
                end = entry.End();
            }

            lines.Segments.Add((_segment!.Path, start));
            _segment.Append(start, pieces, options.FlushesToDisk);
        }

        return IsCheckpointDue(state) ? lines.Add(state, Signed(state)) : state;
    }

    // A batch fills the segment at hand to its size, and goes on in the next.
    private IEnumerable<List<CaptureDraft>> Parts(List<CaptureDraft> batch, IndexState state)
    {
        var (part, size) = (new List<CaptureDraft>(), IsFull(state) ? 0 : state.SegmentEnd);
        foreach (var draft in batch)
        {
            if (part.Count > 0 && size >= options.SegmentSize)
            {
                yield return part;
                (part, size) = ([], 0);
            }

            part.Add(draft);
            size += draft.Members.Sum(member => (long)member.Bytes.Length);
        }

        yield return part;
    }

    private bool IsFull(IndexState state) => state.Segment is null || state.SegmentEnd >= options.SegmentSize;

    private (string Name, long End) Open(IndexState state)
    {
        var isNew = IsFull(state) || new FileInfo(places.Segment(state.Segment!)).Length < state.SegmentEnd;
        var name = isNew ? string.Create(CultureInfo.InvariantCulture, $"marsad-{state.Segments + 1:00000}-{clock.GetUtcNow():yyyyMMddHHmmss}.warc.gz") : state.Segment!;
        if (_segment?.Path != places.Segment(name))
        {
            _segment?.Dispose();
            _segment = new AppendFile(places.Segment(name));
        }

        return (name, isNew ? 0 : state.SegmentEnd);
    }

    private bool IsCheckpointDue(IndexState state) =>
        state.N - state.Checkpoint >= options.CheckpointEvery
        || (state.CheckpointAt is { } at && clock.GetUtcNow() - DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) >= options.CheckpointInterval);

    private LogEntry Announced(IndexState state) => new(state.N + 1, state.Hash, WarcRecord.DateText(clock.GetUtcNow()), LogEntry.KeyKind) { Key = Key().Name };

    private LogEntry Signed(IndexState state)
    {
        var (n, at) = (state.N + 1, WarcRecord.DateText(clock.GetUtcNow()));
        return new LogEntry(n, state.Hash, at, LogEntry.CheckpointKind) { Key = Key().Name, Signature = Key().Sign(n, at, state.Hash) };
    }

    private InstallationKey Key() => _key ??= InstallationKey.OpenOrMake(places.KeyDirectory);

    // The index's transaction is the turn; its rows stand only where the log's lines do.
    private IndexState Write(Func<IndexState, PendingLines, IndexState> write, bool isStart = false)
    {
        lock (_turn)
        {
            index.Begin();
            var lines = new PendingLines();
            long? end = null;
            try
            {
                var state = new ArchiveRecovery(places, index, _log, options.FlushesToDisk, tell).CatchUp(isStart);
                end = state.Position;
                var next = write(state, lines);
                if (lines.All.Count > 0) _log.Append(state.Position, [.. lines.All.Select(line => (ReadOnlyMemory<byte>)line.Bytes)], options.FlushesToDisk);
                foreach (var (line, bytes) in lines.All) state = index.Add(state, line, bytes.Length);
                index.Keep(next);
                index.Commit();
                return next;
            }
            catch
            {
                if (end is { } length && _log.Length > length) _log.CutQuietly(length);
                foreach (var (path, start) in lines.Segments.Where(s => s.Path == _segment?.Path)) _segment!.CutQuietly(start);
                index.TakeBack();
                throw;
            }
        }
    }

    /// <summary>Lines that are about to be written, and the ends that the segments had before.</summary>
    private sealed class PendingLines
    {
        public List<(LogLine Line, byte[] Bytes)> All { get; } = [];

        public List<(string Path, long Start)> Segments { get; } = [];

        public LogLine Last => All[^1].Line;

        public IndexState Add(IndexState state, LogEntry entry)
        {
            var (line, bytes) = LogLine.Write(entry);
            All.Add((line, bytes));
            return state.After(line, bytes.Length);
        }
    }
}
