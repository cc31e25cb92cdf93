using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Marsad.Archive;
using Marsad.Archive.Warc;
using Marsad.Fetch;

namespace Marsad.Flow.Exports;

/// <summary>An article's page to export: the body it was read off, and what it is called.</summary>
public sealed record ExportedPage(Digest Digest, string? Title);

/// <summary>
/// Writes captures as a WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1): one file that ReplayWeb.page opens. The records are copied byte for byte, so that their digests are still
/// those of the archive's log, whose lines for them go along.
/// </summary>
public sealed class WaczExport(CaptureArchive archive, DateTimeOffset now)
{
    private const string Warc = "data.warc.gz";

    // The index lists records by address; readers search it by its keys' order.
    private readonly List<string> _index = [];
    private readonly List<WaczResource> _resources = [];

    /// <returns>How many captures were written.</returns>
    public int Write(Stream output, IEnumerable<ExportedPage> pages, string title)
    {
        var captures = pages.DistinctBy(page => page.Digest).SelectMany(page => archive.CapturesOf(page.Digest).Select(capture => (Page: page, Capture: capture))).OrderBy(c => c.Capture.Entry).ToList();
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        CopyRecords(zip, [.. captures.Select(c => c.Capture)]);
        _index.Sort(StringComparer.Ordinal);
        Lines(zip, "indexes/index.cdx", _index);
        var head = Json(new WaczPagesHead("json-pages-1.0", "pages", "All Pages"), WaczJson.Readable.WaczPagesHead);
        // What a host only vouched for has no page of its own to show: the record goes along, and pages and index name what it refers to.
        var lines = captures.Where(c => !c.Capture.IsWordOnly).Select(c => new WaczPage($"{c.Capture.Entry}", c.Capture.FinalUrl.AbsoluteUri, WarcRecord.DateText(c.Capture.CapturedAt), c.Page.Title)).ToList();
        Lines(zip, "pages/pages.jsonl", lines.Select(page => Json(page, WaczJson.Readable.WaczPage)).Prepend(head));
        Lines(zip, "marsad/log.jsonl", captures.Select(c => archive.LineOf(c.Capture.Entry)));
        Manifest(zip, title, lines.FirstOrDefault());
        return captures.Count;
    }

    private void CopyRecords(ZipArchive zip, List<Evidence> captures)
    {
        // Stored, not deflated: the records are packed, and a reader seeks in them.
        using var warc = new HashedEntry(zip, "archive/" + Warc, CompressionLevel.NoCompression, now);
        warc.Write(Member.Of(WarcRecords.Info(Warc, now, "export")).Bytes);
        foreach (var capture in captures)
        {
            foreach (var (type, member) in archive.Members(capture.Entry))
            {
                if (type == "warcinfo") continue;
                if (type is "response" or "revisit" or "resource" && !capture.IsWordOnly) _index.Add(IndexLine(WarcReader.ReadMember(member), warc.Length, member.Length));
                warc.Write(member.Span);
            }
        }

        _resources.Add(warc.Close());
    }

    private static string IndexLine(WarcRecord record, long offset, int length)
    {
        var answer = record.IsHttpResponse ? WireMessage.Read(record.Block) : null;
        var mime = record.Type == "revisit" ? "warc/revisit" : answer is { } http ? http.Header("Content-Type") : record.ContentType;
        var line = new CdxLine(
            record.Target!.AbsoluteUri, (mime ?? "unk").Split(';')[0].Trim(), answer is { Status: var status } ? status.ToString(CultureInfo.InvariantCulture) : "200",
            record["WARC-Payload-Digest"]?.Split(':')[^1] ?? "", length.ToString(CultureInfo.InvariantCulture), offset.ToString(CultureInfo.InvariantCulture), Warc);
        return $"{Surt.Of(record.Target)} {record.Date!.Value.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)} {Json(line, WaczJson.Readable.CdxLine)}";
    }

    private void Manifest(ZipArchive zip, string title, WaczPage? first)
    {
        var package = new WaczPackage(
            "data-package", "1.1.1", title, "Captures of news pages, with the lines of the archive's log that vouch for them in marsad/log.jsonl.", WarcRecord.DateText(now),
            "Marsad " + typeof(WaczExport).Assembly.GetName().Version?.ToString(3), first?.Url, first?.Ts, [.. _resources]);
        using var manifest = new HashedEntry(zip, "datapackage.json", CompressionLevel.Optimal, now);
        manifest.Write(Encoding.UTF8.GetBytes(Json(package, WaczJson.Readable.WaczPackage)));
        var digest = manifest.Close();
        using var file = new HashedEntry(zip, "datapackage-digest.json", CompressionLevel.Optimal, now);
        file.Write(Encoding.UTF8.GetBytes(Json(new WaczPackageDigest(digest.Path, digest.Hash), WaczJson.Readable.WaczPackageDigest)));
        file.Close();
    }

    private void Lines(ZipArchive zip, string path, IEnumerable<string> lines)
    {
        using var file = new HashedEntry(zip, path, CompressionLevel.Optimal, now);
        foreach (var line in lines) file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _resources.Add(file.Close());
    }

    private static string Json<T>(T value, JsonTypeInfo<T> shape) => JsonSerializer.Serialize(value, shape);
}
