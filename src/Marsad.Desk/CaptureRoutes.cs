using Marsad.Archive;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marsad.Desk;

/// <summary>Hands out captured pages: their exact bytes as a download, or shown in a sandbox in which nothing runs and nothing is fetched.</summary>
internal static class CaptureRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/captures/{digest}", Download).ExcludeFromDescription();
        app.MapGet("/captures/{digest}/page", Show).ExcludeFromDescription();
        app.MapGet("/captures/{digest}/records/{entry:long}", Records).ExcludeFromDescription();
    }

    private static IResult Download(HttpContext http, DeskParts desk, string digest)
    {
        if (BytesOf(desk, digest) is not { } bytes) return Faults.Missing(http);
        return Results.Bytes(bytes, "application/octet-stream", fileDownloadName: digest.Replace("sha256:", "", StringComparison.Ordinal) + ".bin");
    }

    // The records of one capture as they stand in the archive: a WARC file of their own, and the bytes that the log's line names the digest of.
    private static IResult Records(HttpContext http, DeskParts desk, string digest, long entry) =>
        Digest.TryParse(digest, out var known) && desk.Archive.CapturesOf(known).Any(capture => capture.Entry == entry) && desk.Archive.Records(entry) is { } records
            ? Results.Bytes(records, "application/warc", fileDownloadName: $"{known.Hex[..12]}-{entry.ToString(System.Globalization.CultureInfo.InvariantCulture)}.warc.gz")
            : Faults.Missing(http);

    // What the page itself says of scripts, frames or refreshes counts for nothing: the sandbox has no script, no origin and no network.
    private static IResult Show(HttpContext http, DeskParts desk, string digest)
    {
        if (BytesOf(desk, digest) is not { } bytes) return Faults.Missing(http);
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.SandboxPolicy;
        var type = Digest.TryParse(digest, out var known) ? TypeOf(desk, known) : null;
        return Results.Bytes(bytes, IsPage(type) ? type : "text/plain; charset=utf-8");
    }

    // What was handed in has no row among what was fetched; the archive's log says what it was taken for.
    private static string? TypeOf(DeskParts desk, Digest digest) =>
        desk.Store.Read(store => Store.Queries.ArticleQueries.Capture(store, digest.ToString()))?.ContentType ?? (desk.Archive.CapturesOf(digest) is [var first, ..] ? first.ContentType : null);

    private static bool IsPage(string? type) =>
        type is not null && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));

    private static ReadOnlyMemory<byte>? BytesOf(DeskParts desk, string digest) =>
        Digest.TryParse(digest, out var known) && desk.Archive.TryRead(known, out var body) is null ? body : default(ReadOnlyMemory<byte>?);
}
