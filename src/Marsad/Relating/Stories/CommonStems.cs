using System.Collections.Frozen;
using System.Globalization;

namespace Marsad.Relating.Stories;

/// <summary>How common a stem is in Arabic news at large: what a young store cannot know from its own articles.</summary>
internal static class CommonStems
{
    /// <summary>What a stem that is not in the table counts for: articles in ten thousand.</summary>
    private const double Rare = 10;

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Shares = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The share of articles whose headline or lead has the stem.</summary>
    public static double ShareOf(ReadOnlySpan<char> stem) => (Shares.TryGetValue(stem, out var share) ? share : Rare) / 10_000;

    private static FrozenDictionary<string, double> Load()
    {
        using var stream = typeof(Marsad.Language.ArabicAnalyzer).Assembly.GetManifestResourceStream("lang/ar/common_stems.tsv")!;
        using var reader = new StreamReader(stream);
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var columns = line.Split('\t');
            shares.Add(columns[0], double.Parse(columns[1], CultureInfo.InvariantCulture));
        }

        return shares.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
