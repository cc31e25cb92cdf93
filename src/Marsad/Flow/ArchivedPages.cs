using System.IO.Compression;
using System.Net;
using Marsad.Archive.Warc;
using Marsad.Fetch;

namespace Marsad.Flow;

/// <summary>The pages of somebody's archive: each HTML answer of a WARC file, or of the WARC files in a WACZ, as a capture of its own time.</summary>
/// <remarks>
/// Redirects, errors, pictures and scripts are passed over. A revisit is the page that it refers to, at a time and perhaps an address of its own: the file is gone through once more for
/// those, so that what is held of it stays small.
/// </remarks>
internal static class ArchivedPages
{
    /// <param name="open">Unpacked: gzip members one after another are one stream.</param>
    public static IEnumerable<InputItem> OfWarc(string path, Func<Stream> open) => OfWarcs(path, [("", open)]);

    public static IEnumerable<InputItem> OfWacz(string path, Func<Stream> open)
    {
        using var zip = new ZipArchive(open(), ZipArchiveMode.Read);
        foreach (var item in OfWarcs(path, [.. zip.Entries.Where(IsWarc).Select(entry => ("#" + entry.FullName, (Func<Stream>)(() => Unpacked(entry))))])) yield return item;
    }

    private static bool IsWarc(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("archive/", StringComparison.Ordinal)
        && (entry.FullName.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase));

    private static Stream Unpacked(ZipArchiveEntry entry)
    {
        var input = new PeekableStream(entry.Open());
        return input.StartsWith([0x1F, 0x8B]) ? new GZipStream(input, CompressionMode.Decompress) : input;
    }

    private static IEnumerable<InputItem> OfWarcs(string path, IReadOnlyList<(string Within, Func<Stream> Open)> files)
    {
        var revisits = new Revisits();
        var number = 0;
        foreach (var (within, open) in files)
        {
            using var reader = new WarcReader(open(), isPacked: false, InputFiles.MaxPageBytes);
            while (reader.Next() is { } record)
            {
                number++;
                if (record.Type == "revisit" && MayBePage(record)) revisits.Add(number, within, record);
                else if (PageOf(path, within, number, record) is { } page) yield return page;
            }

            if (reader.Trouble is { } torn) yield return new InputItem.Unreadable(path, number + 1, new Trouble("FL012", $"after {number} whole records: {torn.Detail}"));
        }

        if (revisits.IsEmpty) yield break;
        foreach (var (_, open) in files)
        {
            using var reader = new WarcReader(open(), isPacked: false, InputFiles.MaxPageBytes);
            while (reader.Next() is { } record)
                foreach (var (again, within, revisit) in revisits.Of(record))
                    if (Again(path, within, again, revisit, record) is { } page) yield return page;
        }

        if (revisits.Lost is var lost and > 0) yield return new InputItem.Unreadable(path, number + 1, new Trouble("FL016", $"{lost} revisits refer to records that are not in this file"));
    }

    private static InputItem? PageOf(string path, string within, int number, WarcRecord record)
    {
        if (record.Type is not ("response" or "resource") || record.Target is not { } url || record.Date is not { } at) return null;
        var origin = $"{path}{within} <{record.Id}>";
        if (record.Type == "resource")
            return IsPage(record.ContentType) || IsSaved(record.ContentType) ? new InputItem.Archived(path, number, new Capture(url, url, at, 200, record.ContentType, record.Block) { Origin = origin }) : null;
        if (!record.IsHttpResponse || WireMessage.Read(record.Block) is not { Status: 200 } answer || !IsPage(answer.Header("Content-Type"))) return null;
        return Page(path, number, url, answer, 200, new WireExchange(url, at, AddressOf(record), default, record.Block), origin);
    }

    // What came then: the head that the revisit holds, over the payload that it vouches for.
    private static InputItem? Again(string path, string within, int number, WarcRecord revisit, WarcRecord original)
    {
        if (revisit.Target is not { } url || revisit.Date is not { } at) return null;
        var origin = $"{path}{within} <{revisit.Id}>";
        if (original.Type == "resource") return PageOf(path, within, number, original) is InputItem.Archived { Capture: var file } ? new InputItem.Archived(path, number, file with { Url = url, FinalUrl = url, CapturedAt = at, Origin = origin }) : null;
        if (WireMessage.Read(original.Block) is not { Status: 200 } answer || !IsPage(answer.Header("Content-Type"))) return null;
        var isWordOnly = revisit["WARC-Profile"] is { } profile && profile.EndsWith("/server-not-modified", StringComparison.Ordinal);
        var head = WireMessage.Read(revisit.Block) ?? answer;
        var wire = new WireExchange(url, at, AddressOf(revisit), default, isWordOnly ? head.Head : head.Over(answer.Payload().Span));
        return Page(path, number, url, answer, isWordOnly ? Capture.StillThere : 200, wire, origin);
    }

    private static InputItem Page(string path, int number, Uri url, WireMessage answer, int status, WireExchange wire, string origin)
    {
        try
        {
            return new InputItem.Archived(path, number, new Capture(url, url, wire.At, status, answer.Header("Content-Type"), answer.Body(InputFiles.MaxPageBytes)) { Wire = [wire], Origin = origin });
        }
        catch (InvalidDataException odd)
        {
            return new InputItem.Unreadable(path, number, new Trouble("FL013", $"{url}: the body cannot be unpacked: {odd.Message}"));
        }
    }

    // Most of what crawlers meet again are pictures and scripts; a head that says so need not be held.
    private static bool MayBePage(WarcRecord revisit) => WireMessage.Read(revisit.Block)?.Header("Content-Type") is not { } type || IsPage(type);

    private static IPAddress? AddressOf(WarcRecord record) => IPAddress.TryParse(record["WARC-IP-Address"], out var address) ? address : null;

    // A page that a browser saved with its parts.
    private static bool IsSaved(string? type) => type is not null && type.StartsWith("multipart/related", StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(string? type) =>
        type is not null && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));
}
