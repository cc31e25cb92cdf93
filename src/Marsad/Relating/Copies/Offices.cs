using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Relating.Spelling;

namespace Marsad.Relating.Copies;

/// <summary>Words for who somebody is, titles and offices: they stand beside a name in every report that has it.</summary>
internal static class Offices
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stems =
        new[] { "titles.tsv", "speakers.tsv" }.SelectMany(Table.FoldedWords).Select(word => LightStem.Of(word).ToString()).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="stem">As <see cref="LightStem"/> leaves it.</param>
    public static bool Has(ReadOnlySpan<char> stem) => Stems.Contains(stem);
}
