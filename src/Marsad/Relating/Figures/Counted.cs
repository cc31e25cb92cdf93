using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Relating.Spelling;

namespace Marsad.Relating.Figures;

/// <summary>What a figure counts, as far as two figures are compared by it.</summary>
/// <param name="Group">The group of people that its words name, such as "police"; null for people at large.</param>
/// <param name="Head">The stem of the counted noun; null if not said.</param>
internal readonly record struct Counted(string? Group, string? Head)
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Groups =
        Table.Rows("counted_groups.tsv").Select(row => (Stem: LightStem.Of(Folding.Fold(row[0])).ToString(), Group: row[1])).DistinctBy(row => row.Stem)
            .ToFrozenDictionary(row => row.Stem, row => row.Group, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static Counted Of(string? of)
    {
        if (of is null) return default;
        var words = new ArticleWords(of);
        string? group = null, head = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (char.IsAsciiDigit(words[i][0])) continue;
            head ??= words.Stem(i).ToString();
            if (group is null && Groups.TryGetValue(words.Stem(i), out var found)) group = found;
        }

        return new Counted(group, head);
    }
}
