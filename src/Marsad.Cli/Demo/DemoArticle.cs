using System.Globalization;

namespace Marsad.Cli.Demo;

/// <summary>One article of the bundled situation as its file says it: a head of "key: value" lines, a line of three dashes, then paragraphs with an empty line between them.</summary>
internal sealed record DemoArticle(string Slug, int Version, IReadOnlyDictionary<string, string> Head, IReadOnlyList<string> Paragraphs)
{
    public const string HeadingMark = "## ";
    public const string QuoteMark = "> ";

    public string Title => Head["title"];

    /// <summary>With the outlet's own offset.</summary>
    public DateTimeOffset Published => Instant("published");

    /// <summary>When this version was made; the time of publication for the first one.</summary>
    public DateTimeOffset Updated => Head.ContainsKey("updated") ? Instant("updated") : Published;

    /// <summary>What the page is: "article" unless said; "gallery" and "front" hold no article, "gone" answers 410.</summary>
    public string Kind => this["kind"] ?? "article";

    /// <summary>After which paragraph the box of related headlines stands; 0 for an article without such a box.</summary>
    public int RelatedAfter => int.Parse(this["related-after"] ?? "0", CultureInfo.InvariantCulture);

    public string? this[string key] => Head.GetValueOrDefault(key);

    /// <summary>Reads a file; <paramref name="name"/> is "03-slug.md", or "03-slug.v2.md" for a later version.</summary>
    public static DemoArticle Parse(string name, string text)
    {
        var parts = name.Split('.');
        var version = parts.Length > 2 ? int.Parse(parts[1].AsSpan(1), CultureInfo.InvariantCulture) : 1;
        var sections = text.ReplaceLineEndings("\n").Split("\n---\n", 2);
        var head = sections[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var paragraphs = sections.Length < 2 ? [] : sections[1].Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new DemoArticle(parts[0][(parts[0].IndexOf('-', StringComparison.Ordinal) + 1)..], version, head, paragraphs);
    }

    /// <summary>The same article with the wire's paragraphs (numbered from 1) put before its own, as an outlet that carries an agency's text does.</summary>
    public DemoArticle Carrying(DemoArticle wire, int first, int last) =>
        this with { Paragraphs = [.. wire.Paragraphs.Skip(first - 1).Take(last - first + 1), .. Paragraphs] };

    private DateTimeOffset Instant(string key) => DateTimeOffset.Parse(Head[key], CultureInfo.InvariantCulture);
}
