using System.Collections.Frozen;
using Marsad.Language.Data;

namespace Marsad.Reading.Links;

/// <summary>Parts of addresses that lists of articles, pages of writers and a site's own pages have: "tag", "autor".</summary>
internal static class ListSegments
{
    // The value: articles stand below it too, as below "tv" or "archive".
    private static readonly FrozenDictionary<string, bool> Names = PageData.Rows("list-segments.tsv").Concat(Table.Rows("pages/list-segments.tsv"))
        .Select(row => (Name: Normal(row[0]), IsSection: row.Length > 1 && row[1] == "section")).DistinctBy(row => row.Name).ToFrozenDictionary(row => row.Name, row => row.IsSection);

    public static bool IsList(string segment) => Find(segment) == false;

    public static bool IsSection(string segment) => Find(segment) == true;

    private static bool? Find(string segment) => segment.Length <= 32 && Names.TryGetValue(Normal(segment), out var isSection) ? isSection : null;

    private static string Normal(string segment) => PageWords.Normal(segment.Replace('-', ' ').Replace('_', ' ')).ToLowerInvariant();
}
