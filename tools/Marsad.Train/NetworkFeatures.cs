using System.Numerics;
using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>What a network knows of a token by itself; its stem comes first.</summary>
internal static class NetworkFeatures
{
    // Beyond the templates of TaggerFeatures.
    private const uint Base = 400;

    public static List<uint> Of(in WordFacts facts)
    {
        List<(uint Template, uint Value)> known =
        [
            (3, facts.Prefix2), (4, facts.Prefix3), (5, facts.Prefix4), (6, facts.Suffix1), (7, facts.Suffix2), (8, facts.Suffix3), (9, facts.Suffix4),
            (10, facts.Fine), (11, facts.Coarse), (12, facts.Close), (13, facts.Near), (14, facts.Far), (15, facts.Kind), (24, facts.Prefix1),
        ];
        var into = new List<uint>(32) { Hash(2, facts.Stem) };
        into.AddRange(known.Where(entry => entry.Value != 0).Select(entry => Hash(entry.Template, entry.Value)));
        into.AddRange([Hash(16, facts.Lists), Hash(17, facts.Shape), Hash(18, facts.Rarity), Hash(19, facts.Use), Hash(20, facts.Particles), Hash(21, facts.HasArticle ? 1u : 0)]);
        for (var bits = facts.Lists; bits != 0; bits &= bits - 1) into.Add(Hash(23, (uint)BitOperations.TrailingZeroCount(bits)));
        return into;
    }

    private static uint Hash(uint template, uint value) => FeatureHash.Combine(template + Base, value);
}
