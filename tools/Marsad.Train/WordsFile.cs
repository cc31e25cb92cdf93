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

    /// <param name="earlier">An earlier words.bin whose fine clusters are kept, since clustering takes minutes; null to cluster.</param>
    public static void Build(string data, string output, string? earlier, TextWriter log)
    {
        var corpus = WordCounts.Of(RawNews.Texts(data), ClusteredSmallest);
        log.WriteLine($"{corpus.Stream.Length} tokens, {corpus.Words.Count} words clustered");
        var fine = earlier is null ? ExchangeClusters.Run(corpus, FineClasses, 6, log) : FineOf(earlier, corpus);
        var coarseOfFine = ExchangeClusters.Run(corpus.AsClasses(fine, FineClasses), CoarseClasses, 20, log);
        var entries = new Dictionary<uint, WordEntry>();
        var all = WordCounts.Of(RawNews.Texts(data), Smallest);
        for (var i = 2; i < all.Words.Count; i++) Change(entries, all.Words[i], entry => entry with { Frequency = Frequency(all.Counts[i]) });
        for (var i = 2; i < corpus.Words.Count; i++)
        {
            var cluster = (ushort)(fine[i] + 1 | (coarseOfFine[fine[i]] + 1) << WordEntry.FineBits);
            Change(entries, corpus.Words[i], entry => entry with { Cluster = cluster });
        }

        foreach (var (word, lists) in NameLists.Read(data)) Change(entries, word, entry => entry with { Lists = entry.Lists | lists });
        Write(entries, output);
        log.WriteLine($"{output}: {entries.Count} words, {new FileInfo(output).Length} bytes");
    }

    private static int[] FineOf(string earlier, WordCounts corpus)
    {
        var bytes = File.ReadAllBytes(earlier);
        var fine = MemoryMarshal.Cast<byte, WordEntry>(bytes.AsSpan(8)).ToArray().Where(entry => entry.Hash != 0).ToDictionary(entry => entry.Hash, entry => (int)entry.Fine - 1);
        return [.. corpus.Words.Select((word, i) => i < 2 ? i : fine[FeatureHash.OfWord(word)])];
    }

    private static byte Frequency(int count) => (byte)Math.Clamp((int)Math.Round(8 * Math.Log2(1 + count)), 1, 255);

    private static void Change(Dictionary<uint, WordEntry> entries, string word, Func<WordEntry, WordEntry> change)
    {
        var hash = FeatureHash.OfWord(Folding.Fold(word));
        entries[hash] = change(entries.GetValueOrDefault(hash) with { Hash = hash });
    }

    private static void Write(Dictionary<uint, WordEntry> entries, string output)
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

        using var file = File.Create(output);
        file.Write("MWT1"u8);
        file.Write(BitConverter.GetBytes(slots));
        file.Write(MemoryMarshal.AsBytes(table.AsSpan()));
    }
}
