using System.Text;
using Marsad.Archive.Chain;
using Marsad.Archive.Warc;
using Marsad.Fetch;

namespace Marsad.Archive;

/// <summary>
/// The captures, as WARC 1.1 records with a chained log over them: written once, never changed, never taken away. A capture stands in the archive when <see cref="Keep"/> has
/// returned, also if the power goes at that moment. Safe to use from any thread and by several processes.
/// </summary>
public sealed class CaptureArchive : IDisposable
{
    // What a body may grow to when its codings are taken off: more than is ever fetched or handed in.
    private const int LargestBody = 512 << 20;

    private readonly ArchivePlaces _places;
    private readonly ArchiveIndex _index;
    private readonly ArchiveWriter _writer;
    private readonly BodyQueue _bodies = new();

    /// <summary>Opens the archive in a directory, making it where needed; cuts off what a crash left half written.</summary>
    /// <param name="tell">Hears of what was cut off or is missing; null where nobody listens.</param>
    /// <exception cref="ArchiveException">AR004: the chain is broken. `marsad verify` says where.</exception>
    public CaptureArchive(string directory, ArchiveOptions? options = null, TimeProvider? clock = null, Action<Trouble>? tell = null)
    {
        options ??= new ArchiveOptions();
        _places = ArchivePlaces.In(directory, options);
        Directory.CreateDirectory(_places.Segments);
        _index = new ArchiveIndex(_places.Index);
        _writer = new ArchiveWriter(_places, _index, options, clock ?? TimeProvider.System, tell ?? (_ => { }));
        try
        {
            _writer.Recover();
        }
        catch
        {
            _writer.Dispose();
            _index.Dispose();
            throw;
        }
    }

    /// <summary>Bodies as they were kept before there were WARC records: read where they are until they are moved.</summary>
    internal OldBodies Old => new(_places.Directory);

    internal ArchivePlaces Places => _places;

    internal ArchiveIndex Index => _index;

    internal ArchiveWriter Writer => _writer;

    /// <summary>Keeps a capture: what was on the wire, or the body of a file. One of the same address, time and body is kept once; a payload that is held already is referred to.</summary>
    /// <exception cref="IOException">The disk is full or gone; nothing was kept.</exception>
    public Kept Keep(Capture capture) => Queue(capture).Keep();

    /// <summary>
    /// Takes a capture's place among those with the same body, which are kept in this order, one after the other, so that the body is written once. Whoever queues must keep:
    /// those behind wait for it.
    /// </summary>
    internal QueuedCapture Queue(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        var digest = Digest.Of(capture.Body.Span);
        var turn = _bodies.Queue(digest);
        return new QueuedCapture(() => KeepInTurn(capture, digest, turn));
    }

    private Kept KeepInTurn(Capture capture, Digest digest, BodyQueue.Turn turn)
    {
        using (turn)
        {
            turn.Wait();
            if (Same(capture, digest) is { } known) return new Kept(digest, known);
            return new Kept(digest, _writer.Append(Draft(capture, digest)).Entry.N);
        }
    }

    /// <summary>Whether a body is in the archive; says nothing of its state.</summary>
    public bool Holds(Digest digest) => _index.BodyOf(digest) is not null || Old.Holds(digest);

    /// <summary>The body, its digest checked.</summary>
    /// <exception cref="ArchiveException">It is not there, or is not what was kept.</exception>
    public ReadOnlyMemory<byte> Read(Digest digest) =>
        TryRead(digest, out var body) is { } trouble ? throw new ArchiveException(trouble) : body;

    /// <summary>The body, its digest checked; trouble AR001 where it is missing, AR002 where it is damaged.</summary>
    public Trouble? TryRead(Digest digest, out ReadOnlyMemory<byte> body)
    {
        body = default;
        if (_index.BodyOf(digest) is not { } place) return Old.TryRead(digest, out body);
        try
        {
            var bytes = BodyOf(Record(place));
            if (Digest.Of(bytes.Span) != digest) return new Trouble("AR002", $"{digest} is damaged: its bytes have another digest");
            body = bytes;
            return null;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FileNotFoundException)
        {
            return new Trouble("AR002", $"{digest} is damaged: {broken.Message}");
        }
    }

    /// <summary>The capture of a URL that was the newest at a time; null where there is none.</summary>
    public Evidence? Find(Uri url, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(url);
        return _index.CaptureAt(url.AbsoluteUri, WarcRecord.DateText(at)) is { } place ? EvidenceOf(place) : null;
    }

    /// <summary>All captures that had a body, oldest first.</summary>
    public IReadOnlyList<Evidence> CapturesOf(Digest digest) => [.. _index.CapturesHolding(digest).Select(EvidenceOf)];

    /// <summary>The records of a capture as they stand in the segment; each is a gzip member, together they are a WARC file.</summary>
    /// <param name="n">The number of the capture's line in the log.</param>
    /// <returns>Null where that line is no capture's.</returns>
    public ReadOnlyMemory<byte>? Records(long n) => EntryOf(n) is { } entry ? Bytes(entry.Segment!, entry.From!.Value, entry.End() - entry.From!.Value) : default(ReadOnlyMemory<byte>?);

    /// <summary>The newest checkpoint that vouches for a line of the log, and whether its signature holds and the capture's bytes are still the ones that the line names.</summary>
    /// <returns>Null where that line is no capture's.</returns>
    public Standing? StandingOf(long n)
    {
        if (EntryOf(n) is not { } entry) return null;
        var isWhole = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Records(n)!.Value.Span)) == entry.Bytes;
        var (checkpoint, stamp) = _index.VouchedBy(n);
        return new Standing(isWhole, checkpoint is { } at && IsSigned(at), checkpoint?.N, stamp is { } token && checkpoint is { } of ? StampOf(token, of) : null);
    }

    /// <summary>Has an authority say that the archive stands as it does now: signs a checkpoint where one is due, and adds the authority's token for the newest.</summary>
    /// <param name="authority">Speaks RFC 3161 over HTTP.</param>
    /// <returns>AR008 where the token cannot be had; null where all that stands is stamped.</returns>
    public async Task<Trouble?> StampAsync(Uri authority, HttpMessageInvoker client, CancellationToken stop)
    {
        try
        {
            var state = _writer.Checkpoint();
            if (state.Checkpoint == state.Stamped) return null;
            var hash = ArchiveLog.Read(_writer.Log, _index.Line(state.Checkpoint)!).Hash;
            var token = await new TimestampAuthority(authority, client).StampAsync(Convert.FromHexString(hash), stop);
            if (TimestampAuthority.Verify(Convert.ToBase64String(token), hash) is null) return new Trouble("AR008", $"{authority} gave a token that does not vouch for what it was asked for");
            _writer.Stamp(state.Checkpoint, token);
            return null;
        }
        catch (Exception odd) when (odd is HttpRequestException or System.Security.Cryptography.CryptographicException || (odd is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new Trouble("AR008", $"{authority}: {odd.Message}");
        }
    }

    /// <summary>Signs what has been kept since the last checkpoint, and lets go of the files.</summary>
    public void Dispose()
    {
        try
        {
            _writer.Checkpoint();
        }
        catch (Exception down) when (down is IOException or Microsoft.Data.Sqlite.SqliteException or UnauthorizedAccessException)
        {
            // The captures stand; the next start signs them.
        }

        _writer.Dispose();
        _index.Dispose();
    }

    /// <summary>A line of the log as it stands there, without its line feed.</summary>
    internal string LineOf(long n) => Encoding.UTF8.GetString(_writer.Log.Read(_index.Line(n)!.Position, _index.Line(n)!.Length - 1));

    /// <summary>The records of a capture one by one, each a gzip member.</summary>
    internal IEnumerable<(string Type, ReadOnlyMemory<byte> Member)> Members(long n) => EntryOf(n)!.Places().Select(place => (place.Type, (ReadOnlyMemory<byte>)Bytes(place.Segment, place.Offset, place.Length)));

    internal WarcRecord Record(RecordPlace place) => WarcReader.ReadMember(Bytes(place.Segment, place.Offset, place.Length));

    internal static ReadOnlyMemory<byte> BodyOf(WarcRecord record) =>
        record.Type == "response" && WarcMessage(record) is { } message ? message.Body(LargestBody) : record.Block;

    private static WireMessage? WarcMessage(WarcRecord record) => record.IsHttpResponse ? WireMessage.Read(record.Block) : null;

    private byte[] Bytes(string segment, long from, long length)
    {
        using var file = File.OpenHandle(_places.Segment(segment));
        var bytes = new byte[length];
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), from + read) is var more and > 0) read += more;
        return read == bytes.Length ? bytes : throw new EndOfStreamException($"{segment} ends before byte {from + length}");
    }

    private LogEntry? EntryOf(long n) => _index.Line(n) is { } place && ArchiveLog.Read(_writer.Log, place).Entry is { Kind: LogEntry.CaptureKind } entry ? entry : null;

    private bool IsSigned(LinePlace checkpoint) => ArchiveLog.Read(_writer.Log, checkpoint).Entry is var entry && InstallationKey.Verify(entry.Key, entry);

    private Stamp? StampOf(LinePlace stamp, LinePlace checkpoint) =>
        ArchiveLog.Read(_writer.Log, stamp).Entry is var entry && entry.Of == checkpoint.N ? TimestampAuthority.Verify(entry.Token, ArchiveLog.Read(_writer.Log, checkpoint).Hash) : null;

    private Evidence EvidenceOf(LinePlace place) => Evidence.Of(ArchiveLog.Read(_writer.Log, place));

    private long? Same(Capture capture, Digest digest)
    {
        var at = WarcRecord.DateText(capture.CapturedAt);
        return _index.CaptureAt(capture.Url.AbsoluteUri, at) is { } place && ArchiveLog.Read(_writer.Log, place).Entry is var entry
            && entry.Captured == at && entry.Digest == digest.ToString() && entry.Url == capture.Url.AbsoluteUri ? entry.N : null;
    }

    private CaptureDraft Draft(Capture capture, Digest digest)
    {
        var records = Records(capture, digest).ToList();
        var answer = records.Last(record => record.Type is "response" or "revisit" or "resource");
        var payload = Digest.TryParse(answer["WARC-Payload-Digest"], out var said) ? said : digest;
        return new CaptureDraft(capture, digest, payload, answer, [.. records.Select(Member.Of)]);
    }

    private IEnumerable<WarcRecord> Records(Capture capture, Digest digest)
    {
        var isHeld = _index.BodyOf(digest) is not null && TryRead(digest, out _) is null;
        if (capture.Status == Capture.StillThere && capture.Wire.Count > 0 && First(digest) is { } first)
        {
            foreach (var record in Redirects(capture).Concat(WarcRecords.Unchanged(capture.Wire[^1] with { At = capture.CapturedAt }, capture.Origin, first))) yield return record;
            yield break;
        }

        if (capture.Wire.Count == 0 || capture.Status == Capture.StillThere)
        {
            yield return isHeld && Earlier(digest) is { } before
                ? WarcRecords.ResourceAgain(capture.Url, capture.CapturedAt, digest, capture.Origin, before)
                : WarcRecords.Resource(capture.Url, capture.CapturedAt, capture.ContentType, capture.Body, capture.Origin);
            yield break;
        }

        var last = capture.Wire[^1];
        foreach (var record in Redirects(capture)) yield return record;
        var message = WireMessage.Read(last.Response);
        var earlier = isHeld && message is { } whole ? Earlier(Digest.Of(whole.Payload().Span)) : null;
        WarcRecord? answer = null;
        foreach (var record in WarcRecords.Exchange(last with { At = capture.CapturedAt }, capture.Origin, earlier)) yield return answer = record;
        if (!isHeld && !GivesBack(answer!, digest)) yield return WarcRecords.Conversion(answer!, capture.Body, capture.ContentType);
    }

    private static IEnumerable<WarcRecord> Redirects(Capture capture) => capture.Wire.SkipLast(1).SelectMany(redirect => WarcRecords.Exchange(redirect, capture.Origin, null));

    // The answer that brought a body first; null where it cannot be read.
    private WarcRecord? First(Digest body) => _index.CapturesHolding(body).Select(line => ArchiveLog.Read(_writer.Log, line).Entry).Where(entry => entry.Body() is not null)
        .Select(entry => ReadOrNull(entry.Answer())).OfType<WarcRecord>().FirstOrDefault();

    // The record that a revisit refers to; null where it cannot be read, so that a damaged one is made whole by writing the payload again.
    private WarcRecord? Earlier(Digest payload) =>
        _index.PayloadOf(payload) is { } place && ReadOrNull(place) is { } record && record["WARC-Payload-Digest"] == payload.ToString() ? record : null;

    private WarcRecord? ReadOrNull(RecordPlace place)
    {
        try
        {
            return Record(place);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FileNotFoundException)
        {
            return null;
        }
    }

    private static bool GivesBack(WarcRecord answer, Digest digest)
    {
        try
        {
            return Digest.Of(BodyOf(answer).Span) == digest;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}

/// <summary>What keeping a capture gives.</summary>
/// <param name="Digest">Of its body.</param>
/// <param name="Entry">The number of its line in the archive's log.</param>
public readonly record struct Kept(Digest Digest, long Entry);

/// <summary>A capture that has its place in the queue of those with the same body.</summary>
internal readonly struct QueuedCapture(Func<Kept> keep)
{
    /// <summary>Waits for those before it, then keeps it; once.</summary>
    /// <exception cref="IOException">The disk is full or gone; nothing was kept.</exception>
    public Kept Keep() => keep();
}
