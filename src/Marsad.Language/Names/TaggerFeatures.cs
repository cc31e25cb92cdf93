namespace Marsad.Language.Names;

/// <summary>The features of one token in its sentence: words, stems, affixes, clusters, lists, shapes and uses around it. Part of the model's format.</summary>
internal static class TaggerFeatures
{
    /// <summary>More than any token has.</summary>
    public const int Most = 160;

    /// <summary>How many facts must stand on either side of a sentence.</summary>
    public const int Margin = 2;

    /// <summary>Writes the features of facts[<paramref name="i"/>]; two facts must stand on either side. Returns how many.</summary>
    public static int Extract(ReadOnlySpan<WordFacts> facts, int i, Span<uint> into)
    {
        var sink = new Sink(into);
        ref readonly var before2 = ref facts[i - 2];
        ref readonly var before = ref facts[i - 1];
        ref readonly var here = ref facts[i];
        ref readonly var after = ref facts[i + 1];
        ref readonly var after2 = ref facts[i + 2];
        AddWords(ref sink, before2, before, here, after, after2);
        AddAffixes(ref sink, before, here, after);
        AddClusters(ref sink, before2, before, here, after, after2);
        AddLists(ref sink, before2, before, here, after, after2);
        AddShapes(ref sink, before, here, after);
        AddVectors(ref sink, before2, before, here, after, after2);
        AddUses(ref sink, before2, before, here, after, after2);
        return sink.Count;
    }

    private static void AddWords(ref Sink sink, in WordFacts before2, in WordFacts before, in WordFacts here, in WordFacts after, in WordFacts after2)
    {
        sink.Add(1, here.Word);
        sink.Add(2, here.Stem);
        sink.Add(3, before.Word);
        sink.Add(4, after.Word);
        sink.Add(5, before2.Word);
        sink.Add(6, after2.Word);
        sink.Add(7, before.Stem);
        sink.Add(8, after.Stem);
        sink.Add(9, before.Stem, here.Stem);
        sink.Add(10, here.Stem, after.Stem);
        sink.Add(11, before.Word, after.Word);
        sink.Add(12, before2.Stem, before.Stem);
    }

    private static void AddAffixes(ref Sink sink, in WordFacts before, in WordFacts here, in WordFacts after)
    {
        sink.Add(20, here.Prefix1);
        sink.Add(21, here.Prefix2);
        sink.Add(22, here.Prefix3);
        sink.Add(23, here.Prefix4);
        sink.Add(24, here.Suffix1);
        sink.Add(25, here.Suffix2);
        sink.Add(26, here.Suffix3);
        sink.Add(27, here.Suffix4);
        sink.Add(28, here.Prefix2, here.Suffix2);
        sink.Add(29, before.Suffix2);
        sink.Add(30, before.Suffix3);
        sink.Add(31, after.Suffix2);
        sink.Add(32, after.Suffix3);
        sink.Add(33, after.Prefix2);
        sink.Add(34, before.Suffix3, here.Suffix3);
    }

    private static void AddClusters(ref Sink sink, in WordFacts before2, in WordFacts before, in WordFacts here, in WordFacts after, in WordFacts after2)
    {
        sink.Add(40, here.Fine);
        sink.Add(41, before.Fine);
        sink.Add(42, after.Fine);
        sink.Add(43, before2.Fine);
        sink.Add(44, after2.Fine);
        sink.Add(45, before.Fine, here.Fine);
        sink.Add(46, here.Fine, after.Fine);
        sink.Add(47, here.Coarse);
        sink.Add(48, before.Coarse, here.Coarse);
        sink.Add(49, here.Coarse, after.Coarse);
        sink.Add(50, before.Coarse, here.Coarse, after.Coarse);
        sink.Add(51, before2.Coarse, before.Coarse, here.Coarse);
        sink.Add(52, before.Stem, here.Coarse);
        sink.Add(53, here.Coarse, after.Stem);
        sink.Add(54, before.Fine, here.Suffix2);
        sink.Add(55, before.Coarse, after.Coarse);
    }

    private static void AddLists(ref Sink sink, in WordFacts before2, in WordFacts before, in WordFacts here, in WordFacts after, in WordFacts after2)
    {
        sink.AddBits(200, here.Lists);
        sink.AddBits(230, before.Lists);
        sink.AddBits(260, after.Lists);
        sink.Add(120, before.Lists, here.Lists);
        sink.Add(121, here.Lists, after.Lists);
        sink.Add(122, before2.Lists, before.Lists, here.Lists);
        sink.Add(123, here.Lists, after.Lists, after2.Lists);
        sink.Add(124, here.Lists, here.Coarse);
        sink.Add(125, here.Lists, before.Coarse);
    }

    private static void AddShapes(ref Sink sink, in WordFacts before, in WordFacts here, in WordFacts after)
    {
        sink.Add(130, here.Shape);
        sink.Add(131, before.Shape, here.Shape);
        sink.Add(132, here.Shape, after.Shape);
        sink.Add(133, before.Shape, here.Lists);
        sink.Add(134, here.Particles, here.Lists);
        sink.Add(135, 0);
        sink.Add(136, here.Rarity);
        sink.Add(137, here.Rarity, here.Lists);
        sink.Add(138, here.Rarity, before.Coarse);
        sink.Add(139, before.Rarity, here.Rarity, after.Rarity);
        sink.Add(140, here.Rarity, here.Shape);
        sink.Add(141, here.Trigger);
        sink.Add(142, here.Trigger, here.Lists);
        sink.Add(143, here.Trigger, before.Coarse);
        sink.Add(144, before.Fine, here.Rarity);
        sink.Add(145, here.Rarity, after.Fine);
    }

    private static void AddVectors(ref Sink sink, in WordFacts before2, in WordFacts before, in WordFacts here, in WordFacts after, in WordFacts after2)
    {
        sink.Add(60, here.Close);
        sink.Add(61, before.Close);
        sink.Add(62, after.Close);
        sink.Add(63, here.Near);
        sink.Add(64, before.Near);
        sink.Add(65, after.Near);
        sink.Add(66, before2.Near);
        sink.Add(67, after2.Near);
        sink.Add(68, before.Near, here.Near);
        sink.Add(69, here.Near, after.Near);
        sink.Add(70, here.Far);
        sink.Add(71, before.Far);
        sink.Add(72, after.Far);
        sink.Add(73, before2.Far, before.Far, here.Far);
        sink.Add(74, before.Far, here.Far, after.Far);
        sink.Add(75, here.Far, after.Far, after2.Far);
        sink.Add(76, here.Kind);
        sink.Add(77, before.Far, here.Lists);
        sink.Add(78, here.Far, here.Lists);
        sink.Add(79, before.Kind, here.Kind, after.Kind);
        sink.Add(80, before2.Kind, before.Kind, here.Kind, after.Kind);
    }

    private static void AddUses(ref Sink sink, in WordFacts before2, in WordFacts before, in WordFacts here, in WordFacts after, in WordFacts after2)
    {
        sink.Add(160, here.Use);
        sink.Add(161, before.Use, here.Use);
        sink.Add(162, here.Use, after.Use);
        sink.Add(163, before.Use, here.Use, after.Use);
        sink.Add(164, before2.Use, before.Use, here.Use);
        sink.Add(165, here.Use, after.Use, after2.Use);
        sink.Add(166, here.Use, here.Lists);
        sink.Add(167, here.Use, before.Far);
        sink.Add(168, here.Use, here.Far);
        sink.Add(169, here.Use, before.Stem);
        sink.Add(170, here.Use, here.Trigger);
    }

    private ref struct Sink(Span<uint> into)
    {
        private readonly Span<uint> _into = into;

        public int Count { get; private set; }

        public void Add(uint template, uint value) => _into[Count++] = FeatureHash.Combine(template, value);

        public void Add(uint template, uint first, uint second) => _into[Count++] = FeatureHash.Combine(template, first, second);

        public void Add(uint template, uint first, uint second, uint third) => _into[Count++] = FeatureHash.Combine(template, first, second, third);

        public void Add(uint template, uint first, uint second, uint third, uint fourth) => _into[Count++] = FeatureHash.Combine(template, FeatureHash.Combine(first, second, third), fourth);

        public void AddBits(uint template, uint bits)
        {
            for (; bits != 0; bits &= bits - 1)
                Add(template + (uint)System.Numerics.BitOperations.TrailingZeroCount(bits), 1);
        }
    }
}
