using System.Security.Cryptography;
using Marsad.Archive.Chain;
using Marsad.Archive.Warc;
using Marsad.Fetch;

namespace Marsad.Archive;

/// <summary>A capture whose records are packed and wait for their place: all that is long is done outside the writer's turn.</summary>
internal sealed class CaptureDraft(Capture capture, Digest digest, Digest payload, WarcRecord answer, IReadOnlyList<Member> members)
{
    public Digest Digest { get; } = digest;

    /// <summary>Set when it stands on the disk.</summary>
    public LogLine? Line { get; private set; }

    /// <summary>Set where the write that it was part of failed.</summary>
    public Exception? Fault { get; set; }

    public IReadOnlyList<Member> Members { get; } = members;

    public bool IsDone => Line is not null || Fault is not null;

    public void Done(LogLine line) => Line = line;

    /// <summary>What the log says of it once it has its place.</summary>
    /// <param name="info">The segment's first record, where this capture opens it.</param>
    public LogEntry Entry(long n, string prev, DateTimeOffset now, string segment, long from, Member? info)
    {
        IReadOnlyList<Member> all = info is { } first ? [first, .. Members] : Members;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var member in all) hash.AppendData(member.Bytes);
        return new LogEntry(n, prev, WarcRecord.DateText(now), LogEntry.CaptureKind)
        {
            Url = capture.Url.AbsoluteUri,
            FinalUrl = capture.FinalUrl == capture.Url ? null : capture.FinalUrl.AbsoluteUri,
            Captured = WarcRecord.DateText(capture.CapturedAt),
            Status = capture.Status,
            ContentType = capture.ContentType,
            Digest = Digest.ToString(),
            Payload = payload.ToString(),
            Record = answer.Id,
            Origin = capture.Origin,
            Segment = segment,
            From = from,
            Records = [.. all.Select(member => $"{member.Type}:{member.Bytes.Length}")],
            Bytes = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }
}
