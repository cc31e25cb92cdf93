using Marsad.Reading;

namespace Marsad.Records;

/// <summary>Where the words of an article came from, for those who are to find them there again.</summary>
/// <param name="Page">The address that was captured; null for input that was no page.</param>
public sealed record AnnotationSource(Uri? Page)
{
    public static AnnotationSource None { get; } = new(default(Uri));

    /// <summary>When the page was captured.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>The captured body's name: "sha256:…".</summary>
    public string? Digest { get; init; }

    /// <summary>The WARC record that holds it: "urn:uuid:…".</summary>
    public string? Record { get; init; }

    /// <summary>Where each paragraph of the text stands on the captured page; empty where that is not known.</summary>
    public IReadOnlyList<ParagraphOrigin> Paragraphs { get; init; } = [];
}
