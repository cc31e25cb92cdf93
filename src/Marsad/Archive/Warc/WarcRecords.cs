using System.Security.Cryptography;
using System.Text;
using Marsad.Fetch;

namespace Marsad.Archive.Warc;

/// <summary>Makes the records that the archive writes, with the fields that WARC 1.1 asks of each (§5 and §6).</summary>
/// <remarks>Digests are "sha256:" and hexadecimal digits, as warcio.js and Browsertrix write them; the standard leaves the form open (§5.8).</remarks>
internal static class WarcRecords
{
    public static WarcRecord Info(string segment, DateTimeOffset at, string installation) => Make(
        "warcinfo", at, Encoding.UTF8.GetBytes($"""
            software: Marsad/{typeof(WarcRecords).Assembly.GetName().Version?.ToString(3)}
            format: WARC File Format 1.1
            conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
            isPartOf: Marsad installation {installation}
            robots: obey

            """.ReplaceLineEndings("\r\n")),
        ("WARC-Filename", segment), ("Content-Type", "application/warc-fields"));

    /// <summary>The answer as it came, and the request that it answers, which goes before it.</summary>
    /// <param name="earlier">The record whose payload this one has; null where it is the first.</param>
    public static IEnumerable<WarcRecord> Exchange(WireExchange wire, string? origin, WarcRecord? earlier) => WithRequest(wire, Answer(wire, origin, earlier));

    /// <summary>The host's word that what it gave before is still what stands there, and the request that it answers.</summary>
    public static IEnumerable<WarcRecord> Unchanged(WireExchange wire, string? origin, WarcRecord earlier) => WithRequest(wire, Make("revisit", wire.At, wire.Response, [
        ("WARC-Target-URI", wire.Url.AbsoluteUri), ("WARC-IP-Address", wire.Address?.ToString()), ("Marsad-Origin", Line(origin)), ("Content-Type", WarcRecord.ResponseBlock),
        .. Reference(earlier, WarcRecord.NotModified, earlier["WARC-Payload-Digest"])]));

    private static IEnumerable<WarcRecord> WithRequest(WireExchange wire, WarcRecord answer)
    {
        if (wire.Request.Length > 0)
            yield return Make(
                "request", wire.At, wire.Request, ("WARC-Target-URI", wire.Url.AbsoluteUri), ("Content-Type", WarcRecord.RequestBlock),
                ("WARC-Concurrent-To", answer["WARC-Record-ID"]), ("WARC-IP-Address", wire.Address?.ToString()));
        yield return answer;
    }

    /// <summary>A body that did not come over HTTP.</summary>
    public static WarcRecord Resource(Uri target, DateTimeOffset at, string? contentType, ReadOnlyMemory<byte> body, string? origin) => Make(
        "resource", at, body, ("WARC-Target-URI", target.AbsoluteUri), ("Content-Type", contentType ?? "application/octet-stream"),
        ("WARC-Payload-Digest", Digest.Of(body.Span).ToString()), ("Marsad-Origin", Line(origin)));

    /// <summary>A body that came from no wire and is known already.</summary>
    public static WarcRecord ResourceAgain(Uri target, DateTimeOffset at, Digest body, string? origin, WarcRecord earlier) => Make(
        "revisit", at, default, [("WARC-Target-URI", target.AbsoluteUri), .. Reference(earlier, WarcRecord.SamePayload, body.ToString()), ("Marsad-Origin", Line(origin))]);

    /// <summary>The body as it was read, beside a response from which it cannot be had again by taking off its codings.</summary>
    public static WarcRecord Conversion(WarcRecord of, ReadOnlyMemory<byte> body, string? contentType) => Make(
        "conversion", of.Date!.Value, body, ("WARC-Target-URI", of["WARC-Target-URI"]), ("Content-Type", contentType ?? "application/octet-stream"),
        ("WARC-Refers-To", of["WARC-Record-ID"]), ("WARC-Payload-Digest", Digest.Of(body.Span).ToString()));

    private static WarcRecord Answer(WireExchange wire, string? origin, WarcRecord? earlier)
    {
        var message = WireMessage.Read(wire.Response);
        var payload = Digest.Of((message?.Payload() ?? wire.Response).Span);
        (string, string?)[] common = [("WARC-Target-URI", wire.Url.AbsoluteUri), ("WARC-IP-Address", wire.Address?.ToString()), ("Marsad-Origin", Line(origin))];
        if (earlier is not null && message is { } known)
            return Make("revisit", wire.At, known.Head, [.. common, ("Content-Type", WarcRecord.ResponseBlock), .. Reference(earlier, WarcRecord.SamePayload, payload.ToString())]);
        return Make("response", wire.At, wire.Response, [
            .. common, ("Content-Type", WarcRecord.ResponseBlock), ("WARC-Payload-Digest", payload.ToString()), ("WARC-Truncated", wire.IsWhole ? null : "length")]);
    }

    private static (string, string?)[] Reference(WarcRecord earlier, string profile, string? payload) => [
        ("WARC-Profile", profile), ("WARC-Refers-To", earlier["WARC-Record-ID"]), ("WARC-Refers-To-Target-URI", earlier["WARC-Target-URI"]),
        ("WARC-Refers-To-Date", earlier["WARC-Date"]), ("WARC-Payload-Digest", payload)];

    // What a path or another archive says goes into a field: a line break in it would begin a field of its own.
    private static string? Line(string? text) => text?.ReplaceLineEndings(" ");

    private static WarcRecord Make(string type, DateTimeOffset at, ReadOnlyMemory<byte> block, params IReadOnlyList<(string Name, string? Value)> fields)
    {
        var target = fields.FirstOrDefault(f => f.Name == "WARC-Target-URI").Value;
        var digest = Digest.Of(block.Span);
        List<KeyValuePair<string, string>> all = [
            new("WARC-Type", type), new("WARC-Record-ID", Id(type, target, at, digest)), new("WARC-Date", WarcRecord.DateText(at))];
        foreach (var (name, value) in fields)
            if (value is not null) all.Add(new(name, value));
        all.Add(new("WARC-Block-Digest", digest.ToString()));
        return new WarcRecord(all, block);
    }

    // A UUID of version 8 (RFC 9562 §5.8), made of what the record holds: kept twice, it is one record.
    private static string Id(string type, string? target, DateTimeOffset at, Digest block)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{target}\n{WarcRecord.DateText(at)}\n{block}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"<urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true)}>";
    }
}
