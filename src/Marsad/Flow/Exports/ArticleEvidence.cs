using Marsad.Archive;
using Marsad.Reading;
using Marsad.Records;
using Marsad.Records.Corrections;

namespace Marsad.Flow.Exports;

/// <summary>Joins an article to the capture it was read off.</summary>
public static class ArticleEvidence
{
    /// <summary>The capture that an article was read off: the one of its address, else the first that had these bytes; null where nothing was captured.</summary>
    public static Evidence? Of(CaptureArchive archive, string? digest, string? url)
    {
        ArgumentNullException.ThrowIfNull(archive);
        if (!Digest.TryParse(digest, out var known)) return null;
        var captures = archive.CapturesOf(known);
        return captures.FirstOrDefault(capture => capture.FinalUrl.AbsoluteUri == url || capture.Url.AbsoluteUri == url) ?? (captures.Count > 0 ? captures[0] : null);
    }

    /// <summary>An article's record, with what people decided on it, as W3C Web Annotations on its text and, where the capture still reads the same, on the captured page.</summary>
    public static byte[] Annotations(CaptureArchive archive, ReviewedRecord reviewed, string? digest)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        return Records.Annotations.Write(reviewed, SourceOf(archive, reviewed.Shown, digest));
    }

    private static AnnotationSource SourceOf(CaptureArchive archive, ArticleRecord record, string? digest)
    {
        if (Of(archive, digest, record.Article.Url) is not { } capture) return AnnotationSource.None;
        var source = new AnnotationSource(capture.FinalUrl) { CapturedAt = capture.CapturedAt, Digest = capture.Digest.ToString(), Record = capture.Record };
        return archive.TryRead(capture.Digest, out var body) is null ? source with { Paragraphs = Paragraphs(body, capture, record) } : source;
    }

    // The reading is made again, since the record keeps no elements; a reader that has learnt since may see another text, and then points to none.
    private static IReadOnlyList<ParagraphOrigin> Paragraphs(ReadOnlyMemory<byte> body, Evidence capture, ArticleRecord record)
    {
        var url = capture.FinalUrl.IsFile ? null : capture.FinalUrl;
        return PageReader.Read(body, new PageHints(url, null, record.Article.Outlet)) is PageReading.Read { Article: var article } && article.Text == record.Article.Text ? article.Paragraphs : [];
    }
}
