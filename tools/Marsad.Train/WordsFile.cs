using Marsad.Corpora;
using System.Runtime.InteropServices;
using Marsad.Language.Names;
using Marsad.Language.Text;

namespace Marsad.Train;

/// <summary>Builds src/Marsad.Language/Names/words.bin: clusters and frequencies from data/raw, lists of names from Wikidata, CLDR and the place tables.</summary>
internal static class WordsFile
{
    private const int FineClasses = 500;
    private const int CoarseClasses = 60;
    private const int Smallest = 6;
    private const int ClusteredSmallest = 10;
    private const int VectorSmallest = 3;

    /// <param name="earlier">An earlier words.bin whose clusters are kept, since clustering takes minutes; null to cluster.</param>
    public static void Build(string data, string output, string? earlier, TextWriter log)
    {
        var entries = new Dictionary<uint, WordEntry>();
        var all = WordCounts.Of(RawNews.Texts(data), Smallest);
        for (var i = 2; i < all.Words.Count; i++) Change(entries, all.Words[i], entry => entry with { Frequency = Frequency(all.Counts[i]) });
        foreach (var (word, lists) in NameLists.Read(data, word => entries.GetValueOrDefault(FeatureHash.OfWord(word)).Frequency))
            Change(entries, word, entry => entry with { Lists = entry.Lists | lists });
        if (earlier is null)
        {
            AddClasses(data, entries, log);
            AddVectors(data, entries, log);
        }
        else Keep(earlier, entries);
        File.WriteAllBytes(output, Pack(entries));
        log.WriteLine($"{output}: {entries.Count} words, {new FileInfo(output).Length} bytes");
    }

    private static void AddClasses(string data, Dictionary<uint, WordEntry> entries, TextWriter log)
    {
        var corpus = WordCounts.Of(RawNews.Texts(data), ClusteredSmallest);
        log.WriteLine($"{corpus.Stream.Length} tokens, {corpus.Words.Count} words clustered");
        var fine = ExchangeClusters.Run(corpus, FineClasses, 6, log);
        var coarseOfFine = ExchangeClusters.Run(corpus.AsClasses(fine, FineClasses), CoarseClasses, 20, log);
        for (var i = 2; i < corpus.Words.Count; i++)
        {
            var cluster = (ushort)(fine[i] + 1 | (coarseOfFine[fine[i]] + 1) << WordEntry.FineBits);
            Change(entries, corpus.Words[i], entry => entry with { Cluster = cluster });
        }
    }

    private static void Keep(string earlier, Dictionary<uint, WordEntry> entries)
    {
        foreach (var old in MemoryMarshal.Cast<byte, WordEntry>(File.ReadAllBytes(earlier).AsSpan(8)))
            if (old.Hash != 0) entries[old.Hash] = entries.GetValueOrDefault(old.Hash) with { Hash = old.Hash, Cluster = old.Cluster, Neighbours = old.Neighbours, Kin = old.Kin, Uses = old.Uses };
    }

    private static void AddVectors(string data, Dictionary<uint, WordEntry> entries, TextWriter log)
    {
        var texts = RawNews.Texts(data).Concat(TaggedCorpora.WikiFane(data).Concat(TaggedCorpora.Aqmar(data)).Select(sentence => string.Join(' ', sentence.Words)));
        var corpus = WordCounts.OfWords(StemStream.Of(texts, WordTable.Embedded, NameLexicon.Embedded), VectorSmallest);
        log.WriteLine($"{corpus.Stream.Length} stems, {corpus.Words.Count} with vectors");
        var vectors = WordVectors.Of(corpus, log);
        var (close, near, far, kind) = (Clusters(1000), Clusters(300), Clusters(100), Clusters(31));
        for (var i = 2; i < corpus.Words.Count; i++)
        {
            var neighbours = (ushort)(close[i] + 1 | (kind[i] + 1) << WordEntry.CloseBits);
            var kin = (ushort)(near[i] + 1 | (far[i] + 1) << WordEntry.NearBits);
            Change(entries, corpus.Words[i], entry => entry with { Neighbours = neighbours, Kin = kin });
        }

        int[] Clusters(int count) => KMeans.Run(vectors, WordVectors.Size, count, log);
    }

    /// <summary>Fills in what contexts say of words, in a table whose clusters are there.</summary>
    public static void AddUses(string data, List<TaggedSentence> tagged, string table, TextWriter log)
    {
        var uses = WordUses.Collect(data, tagged, log);
        var bytes = File.ReadAllBytes(table);
        foreach (ref var entry in MemoryMarshal.Cast<byte, WordEntry>(bytes.AsSpan(8)))
            if (entry.Hash != 0) entry = entry with { Uses = uses.GetValueOrDefault(entry.Hash) };
        File.WriteAllBytes(table, bytes);
    }

    private static byte Frequency(int count) => (byte)Math.Clamp((int)Math.Round(8 * Math.Log2(1 + count)), 1, 255);

    private static void Change(Dictionary<uint, WordEntry> entries, string word, Func<WordEntry, WordEntry> change)
    {
        var hash = FeatureHash.OfWord(Folding.Fold(word));
        entries[hash] = change(entries.GetValueOrDefault(hash) with { Hash = hash });
    }

    private static byte[] Pack(Dictionary<uint, WordEntry> entries)
    {
        var slots = 1;
        while (slots * 0.8 < entries.Count) slots *= 2;
        var table = new WordEntry[slots];
        foreach (var entry in entries.Values.OrderBy(entry => entry.Hash))
        {
            var slot = WordTable.Slot(entry.Hash, slots);
            while (table[slot].Hash != 0) slot = (slot + 1) & (slots - 1);
            table[slot] = entry;
        }

        return [.. "MWT1"u8, .. BitConverter.GetBytes(slots), .. MemoryMarshal.AsBytes(table.AsSpan())];
    }
}
