using System.Numerics;
using System.Runtime.InteropServices;

namespace Marsad.Language.Names;

/// <summary>What is known of a word from large corpora and lists of names. All zero: unknown.</summary>
/// <param name="Hash">The word, as <see cref="FeatureHash.OfWord"/> gives it; 0 marks an empty slot.</param>
/// <param name="Cluster">Ten bits fine cluster, six bits coarse cluster: words that stand between the same kinds of words.</param>
/// <param name="Frequency">Round of 8·log2(1 + count in news).</param>
/// <param name="Lists">The lists of names that hold the word.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct WordEntry(uint Hash, ushort Cluster, byte Frequency, WordLists Lists)
{
    public const int FineBits = 10;

    public uint Fine => Cluster & ((1u << FineBits) - 1);

    public uint Coarse => (uint)Cluster >> FineBits;
}

[Flags]
internal enum WordLists : byte
{
    None = 0,

    /// <summary>A part of a person's name in Wikidata.</summary>
    Person = 1,

    /// <summary>The same, and there often.</summary>
    CommonPerson = 2,

    /// <summary>The one-word name of a city or region.</summary>
    Place = 4,

    /// <summary>The first word of a longer place name.</summary>
    PlaceStart = 8,

    /// <summary>A later word of a longer place name.</summary>
    PlaceInner = 16,

    /// <summary>The one-word name of a country or continent.</summary>
    Country = 32,
}

/// <summary>Words of Arabic news by hash: an open-addressing table read where it lies in the program's file.</summary>
internal sealed class WordTable
{
    public const string FileName = "Names/words.bin";
    private const int HeaderBytes = 8;

    private readonly ReadOnlyMemorySource _source;
    private readonly int _slots;

    private WordTable(ReadOnlyMemorySource source)
    {
        _source = source;
        _slots = source.Values<int>(4, 1)[0];
    }

    public static WordTable Embedded { get; } = new(Resource.Open(FileName));

    public WordEntry Find(ReadOnlySpan<char> folded) => Find(FeatureHash.OfWord(folded));

    public WordEntry Find(uint hash)
    {
        var entries = _source.Values<WordEntry>(HeaderBytes, _slots);
        for (var slot = Slot(hash, _slots); ; slot = (slot + 1) & (_slots - 1))
        {
            ref readonly var entry = ref entries[slot];
            if (entry.Hash == hash) return entry;
            if (entry.Hash == 0) return default;
        }
    }

    /// <summary>Where the search for a hash begins; <paramref name="slots"/> is a power of two.</summary>
    public static int Slot(uint hash, int slots) => (int)(hash >> (32 - BitOperations.Log2((uint)slots)));
}
