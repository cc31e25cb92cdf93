using System.IO.Compression;
using Marsad.Archive.Warc;
using Marsad.Fetch;

namespace Marsad.Flow;

/// <summary>The pages of somebody's archive: each HTML answer of a WARC file, or of the WARC files in a WACZ, as a capture of its own time.</summary>
/// <remarks>Redirects, errors, pictures and scripts are passed over; so are revisits, whose page is the one that they refer to.</remarks>
internal static class ArchivedPages
{
    /// <param name="stream">Unpacked: gzip members one after another are one stream.</param>
    public static IEnumerable<InputItem> OfWarc(string path, Stream stream) => OfWarc(path, "", stream, 0);

    public static IEnumerable<InputItem> OfWacz(string path, Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        var records = 0;
        foreach (var entry in zip.Entries.Where(IsWarc))
        {
            var input = new PeekableStream(entry.Open());
            Stream unpacked = input.StartsWith([0x1F, 0x8B]) ? new GZipStream(input, CompressionMode.Decompress) : input;
            foreach (var item in OfWarc(path, "#" + entry.FullName, unpacked, records))
            {
                records = item.Line;
                yield return item;
            }
        }
    }

    private static bool IsWarc(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("archive/", StringComparison.Ordinal)
        && (entry.FullName.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<InputItem> OfWarc(string path, string within, Stream stream, int before)
    {
        using var reader = new WarcReader(stream, isPacked: false, InputFiles.MaxPageBytes);
        var number = before;
        while (reader.Next() is { } record)
        {
            number++;
            if (PageOf(path, within, number, record) is { } page) yield return page;
        }

        if (reader.Trouble is { } torn) yield return new InputItem.Unreadable(path, number + 1, new Trouble("FL012", $"after {number} whole records: {torn.Detail}"));
    }

    private static InputItem? PageOf(string path, string within, int number, WarcRecord record)
    {
        if (record.Type is not ("response" or "resource") || record.Target is not { } url || record.Date is not { } at) return null;
        var origin = $"{path}{within} <{record.Id}>";
        if (record.Type == "resource")
            return IsPage(record.ContentType) || IsSaved(record.ContentType) ? new InputItem.Archived(path, number, new Capture(url, url, at, 200, record.ContentType, record.Block) { Origin = origin }) : null;
        if (!record.IsHttpResponse || WireMessage.Read(record.Block) is not { Status: 200 } answer || !IsPage(answer.Header("Content-Type"))) return null;
        try
        {
            var wire = new WireExchange(url, at, System.Net.IPAddress.TryParse(record["WARC-IP-Address"], out var address) ? address : null, default, record.Block);
            return new InputItem.Archived(path, number, new Capture(url, url, at, 200, answer.Header("Content-Type"), answer.Body(InputFiles.MaxPageBytes)) { Wire = [wire], Origin = origin });
        }
        catch (InvalidDataException odd)
        {
            return new InputItem.Unreadable(path, number, new Trouble("FL013", $"{url}: the body cannot be unpacked: {odd.Message}"));
        }
    }

    // A page that a browser saved with its parts.
    private static bool IsSaved(string? type) => type is not null && type.StartsWith("multipart/related", StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(string? type) =>
        type is not null && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));
}
