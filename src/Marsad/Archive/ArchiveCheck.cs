using System.Globalization;
using System.Security.Cryptography;
using Marsad.Archive.Chain;
using Marsad.Archive.Warc;
using Marsad.Fetch;
using Microsoft.Data.Sqlite;

namespace Marsad.Archive;

/// <summary>
/// Checks an archive from its files alone, and names the first item that is not what was written. Nothing is changed, also not a torn end. It can run while a station collects: what comes
/// after its start is left to the next check.
/// </summary>
public sealed class ArchiveCheck
{
    private readonly ArchivePlaces _places;
    private readonly HashSet<string> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _checkpoints = [];
    private LogLine? _last;
    private string? _segment;
    private long _end;

    private ArchiveCheck(ArchivePlaces places) => _places = places;

    /// <param name="directory">The archive's.</param>
    /// <param name="line">Called with each capture of the log, in order; null where nobody asks.</param>
    public static ArchiveReport Run(string directory, ArchiveOptions? options = null, Action<Evidence>? line = null) =>
        new ArchiveCheck(ArchivePlaces.In(directory, options ?? new ArchiveOptions())).Run(line);

    private ArchiveReport Run(Action<Evidence>? tell)
    {
        var report = ArchiveReport.Empty;
        if (!File.Exists(_places.Log)) return report with { Damage = NothingButLog() };
        try
        {
            var (logEnd, known, segmentEnds) = Snapshot();
            using var log = new AppendFile(_places.Log);
            report = report with { Damage = KeyFile(out var key) };
            if (report.Damage is not null) return report;
            var position = 0L;
            foreach (var (at, bytes) in ArchiveLog.Lines(log, 0).TakeWhile(l => l.Position < logEnd))
            {
                report = Check(report, bytes, key);
                if (report.Damage is not null) return report;
                if (_last!.Entry.Kind == LogEntry.CaptureKind) tell?.Invoke(Evidence.Of(_last));
                position = at + bytes.Length + 1;
            }

            return report with { Segments = _segments.Count, Damage = (position < logEnd ? Torn("log.jsonl", position) : null) ?? Missing(known, report.Lines) ?? Ends(segmentEnds) ?? IndexCheck.Run(_places, position) };
        }
        catch (Exception broken) when (broken is IOException or SqliteException or FormatException or InvalidOperationException or OverflowException)
        {
            return report with { Damage = new Trouble("AR010", $"after line {_last?.Entry.N ?? 0} of the log: {broken.Message}") };
        }
    }

    // In the writer's turn, so that no capture is half there.
    private (long Log, long Known, Dictionary<string, long> Segments) Snapshot()
    {
        ArchiveIndex? index = File.Exists(_places.Index) ? new ArchiveIndex(_places.Index) : null;
        using (index)
        {
            index?.Begin();
            var ends = Directory.Exists(_places.Segments) ? Directory.GetFiles(_places.Segments).ToDictionary(file => Path.GetFileName(file), file => new FileInfo(file).Length, StringComparer.Ordinal) : [];
            var log = new FileInfo(_places.Log).Length;
            var known = index?.State().N ?? 0;
            index?.TakeBack();
            return (log, known, ends);
        }
    }

    private Trouble? NothingButLog() => Directory.Exists(_places.Segments) && Directory.EnumerateFiles(_places.Segments).Any() ? new Trouble("AR011", "log.jsonl is missing, but there are segments") : null;

    private Trouble? KeyFile(out InstallationKey? key)
    {
        (key, Trouble? trouble) = (null, null);
        var path = InstallationKey.PathIn(_places.KeyDirectory);
        if (File.Exists(path)) key = InstallationKey.TryRead(path, out trouble);
        return trouble;
    }

    private ArchiveReport Check(ArchiveReport report, ReadOnlyMemory<byte> bytes, InstallationKey? key)
    {
        var n = report.Lines + 1;
        if (!LogLine.TryRead(bytes.Span, out var line)) return report with { Damage = new Trouble("AR010", $"line {n} of log.jsonl is not what was written") };
        if (line.Entry.N != n || line.Entry.Prev != (_last?.Hash ?? LogLine.NoHash))
            return report with { Damage = new Trouble("AR011", $"line {n} of log.jsonl does not follow the one before: a line was removed, added or moved") };
        _last = line;
        report = report with { Lines = n };
        return line.Entry.Kind switch
        {
            LogEntry.KeyKind => CheckKey(report, line.Entry, key),
            LogEntry.CaptureKind => CheckCapture(report, line.Entry),
            LogEntry.CheckpointKind => CheckCheckpoint(report, line),
            LogEntry.TimestampKind => CheckTimestamp(report, line.Entry),
            _ => report with { Damage = new Trouble("AR010", $"line {n} of log.jsonl is of no known kind") },
        };
    }

    private static ArchiveReport CheckKey(ArchiveReport report, LogEntry entry, InstallationKey? key) =>
        report.Key is not null || (key is not null && key.Name != entry.Key)
            ? report with { Damage = new Trouble("AR012", $"line {entry.N} of log.jsonl names the key {entry.Key}, the installation's is {report.Key ?? key?.Name}") }
            : report with { Key = entry.Key };

    private ArchiveReport CheckCheckpoint(ArchiveReport report, LogLine line)
    {
        if (line.Entry.Key != report.Key || !InstallationKey.Verify(report.Key, line.Entry))
            return report with { Damage = new Trouble("AR012", $"the checkpoint in line {line.Entry.N} of log.jsonl was not signed by {report.Key ?? "any known key"}") };
        _checkpoints[line.Entry.N] = line.Hash;
        return report with { Checkpoints = report.Checkpoints + 1, Unsigned = 0 };
    }

    private ArchiveReport CheckTimestamp(ArchiveReport report, LogEntry entry) =>
        _checkpoints.TryGetValue(entry.Of ?? 0, out var hash) && TimestampAuthority.Verify(entry.Token, hash) is { } stamp
            ? report with { Stamps = report.Stamps + 1, LastStamp = stamp }
            : report with { Damage = new Trouble("AR013", $"the time stamp in line {entry.N} of log.jsonl does not vouch for the checkpoint in line {entry.Of}") };

    private ArchiveReport CheckCapture(ArchiveReport report, LogEntry entry)
    {
        if (report.Key is null) return report with { Damage = new Trouble("AR012", "log.jsonl does not begin with the installation's key") };
        if (entry.Segment != _segment && (entry.From != 0 || !_segments.Add(entry.Segment!) || !EndsThere()) || (entry.Segment == _segment && entry.From != _end))
            return report with { Damage = new Trouble("AR014", $"{entry.Segment} has bytes before {entry.From} that no line of the log names") };
        (_segment, _end) = (entry.Segment, entry.End());
        return report with { Captures = report.Captures + 1, Unsigned = report.Unsigned + 1, Bytes = report.Bytes + _end - entry.From!.Value, Damage = Records(entry) };
    }

    private bool EndsThere() => _segment is null || new FileInfo(_places.Segment(_segment)).Length == _end;

    private Trouble? Records(LogEntry entry)
    {
        var path = _places.Segment(entry.Segment!);
        if (!File.Exists(path)) return new Trouble("AR014", $"{entry.Segment} is missing");
        using var file = File.OpenRead(path);
        if (file.Length < entry.End()) return new Trouble("AR014", $"{entry.Segment} ends at byte {file.Length}, within the capture of line {entry.N} of the log");
        file.Position = entry.From!.Value;
        var bytes = new byte[entry.End() - entry.From.Value];
        file.ReadExactly(bytes);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != entry.Bytes) return Damaged(entry);
        return entry.Places().All(place => IsWhole(bytes.AsMemory((int)(place.Offset - entry.From.Value), place.Length), place.Type, entry)) ? null : Damaged(entry);
    }

    private static Trouble Damaged(LogEntry entry) =>
        new("AR015", string.Create(CultureInfo.InvariantCulture, $"{entry.Segment}, bytes {entry.From} to {entry.End()}: the capture of {entry.Url} of {entry.Captured} (line {entry.N} of the log) is not what was written"));

    // What other tools will look at: each record's own digests.
    private static bool IsWhole(ReadOnlyMemory<byte> member, string type, LogEntry entry)
    {
        try
        {
            var record = WarcReader.ReadMember(member);
            if (record.Type != type || record["WARC-Block-Digest"] != Digest.Of(record.Block.Span).ToString()) return false;
            if (record.Id == entry.Record && (record["WARC-Payload-Digest"] != entry.Payload || record["WARC-Date"] != entry.Captured || record["WARC-Target-URI"] != (entry.FinalUrl ?? entry.Url))) return false;
            if (type != "response") return true;
            var payload = WireMessage.Read(record.Block)?.Payload() ?? record.Block;
            return record["WARC-Payload-Digest"] == Digest.Of(payload.Span).ToString();
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static Trouble? Missing(long known, long lines) =>
        known > lines ? new Trouble("AR011", $"log.jsonl ends with line {lines}, and the index knows {known}: lines were cut off") : null;

    private Trouble? Ends(Dictionary<string, long> ends)
    {
        if (_segment is { } last && ends.GetValueOrDefault(last) > _end) return Torn(last, _end);
        return ends.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !_segments.Contains(name)) is { } strange ? new Trouble("AR014", $"{strange} is named by no line of the log") : null;
    }

    private static Trouble Torn(string name, long end) => new("AR003", string.Create(CultureInfo.InvariantCulture, $"{name}: what follows byte {end} was not written to its end, or does not belong there"));
}
