using System.Collections.Frozen;
using System.Globalization;
using Marsad.Language.Data;

namespace Marsad.Relating.Stories;

/// <summary>How common a stem is in Arabic news at large: what a young store cannot know from its own articles.</summary>
internal static class CommonStems
{
    /// <summary>What a stem that is not in the table counts for: articles in ten thousand.</summary>
    private const double Rare = 10;

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Shares =
        Table.Rows("common_stems.tsv").ToFrozenDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The share of articles whose headline or lead has the stem.</summary>
    public static double ShareOf(ReadOnlySpan<char> stem) => (Shares.TryGetValue(stem, out var share) ? share : Rare) / 10_000;
}
