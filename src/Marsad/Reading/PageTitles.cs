using Marsad.Language.Data;

namespace Marsad.Reading;

/// <summary>Words by which pages say that they are none, that they show only a part, or that they go on.</summary>
internal static class PageTitles
{
    private static readonly string[] Errors = Of("error"), Walls = Of("wall"), Lives = Of("live");

    public static bool IsError(string? title) => title is not null && title.Length < 90 && Begins(PageWords.Normal(title.Replace('\u060C', ' ')), Errors);

    public static bool IsWall(string line) => PageWords.Normal(line) is var normal && Walls.Any(wall => normal.Contains(wall, StringComparison.Ordinal));

    /// <summary>"Live:" or "minute by minute" at the head of a headline.</summary>
    public static bool IsLive(string? title) => title is not null && Begins(PageWords.Normal(title), Lives);

    private static bool Begins(string title, string[] phrases) => phrases.Any(phrase => title.StartsWith(phrase, StringComparison.Ordinal));

    private static string[] Of(string kind) =>
        [.. Table.Rows("pages/page-titles.tsv").Concat(PageData.Rows("page-titles.tsv")).Where(row => row[1] == kind).Select(row => PageWords.Normal(row[0]))];
}
