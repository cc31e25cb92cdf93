namespace Marsad.Cli.Demo;

/// <summary>One page of an outlet as it is served, and what a reader should find on it.</summary>
/// <param name="Gold">Null for a page that holds no article.</param>
internal sealed record DemoPage(DemoOutlet Outlet, DemoArticle Article, Uri Url, int Status, string? ContentType, ReadOnlyMemory<byte> Body, DemoGold? Gold)
{
    public int Version => Article.Version;

    public override string ToString() => $"{Url} (version {Version})";
}

/// <summary>What a reader should find on a page, known because the page was rendered from it.</summary>
/// <param name="Published">As exactly as the page says it: a day, a local time, or a time with its offset.</param>
/// <param name="Leads">Titles of the related box; other boxes of the page may give more.</param>
internal sealed record DemoGold(
    string Title, IReadOnlyList<string> Paragraphs, string Published, string? Byline, IReadOnlyList<string> Agencies, IReadOnlyList<string> Leads, string Language);
