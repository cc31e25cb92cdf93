using System.Numerics;
using System.Runtime.InteropServices;

namespace Marsad.Language.Names;

/// <summary>What is known of a word from large corpora and lists of names. All zero: unknown.</summary>
/// <param name="Hash">The word, as <see cref="FeatureHash.OfWord"/> gives it; 0 marks an empty slot.</param>
/// <param name="Cluster">Ten bits fine cluster, six bits coarse cluster: words that stand between the same kinds of words.</param>
/// <param name="Frequency">Round of 8·log2(1 + count in news).</param>
/// <param name="Lists">The lists of names that hold the word.</param>
/// <param name="Neighbours">Clusters of its vector: eleven bits of a thousand, five bits of thirty-one.</param>
/// <param name="Kin">The same: nine bits of three hundred, seven bits of a hundred.</param>
/// <param name="Uses">What its contexts in news say of it: four bits each for first and later word of a person, place, first and later word of an organisation, other name; then whether it was seen.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct WordEntry(uint Hash, ushort Cluster, byte Frequency, WordLists Lists, ushort Neighbours, ushort Kin, uint Uses)
{
    public const int FineBits = 10;
    public const int CloseBits = 11;
    public const int NearBits = 9;
    public const int UseBits = 4;
    public const int UseKinds = 6;

    public uint Fine => Cluster & ((1u << FineBits) - 1);

    public uint Coarse => (uint)Cluster >> FineBits;

    public uint Close => Neighbours & ((1u << CloseBits) - 1);

    public uint Kind => (uint)Neighbours >> CloseBits;

    public uint Near => Kin & ((1u << NearBits) - 1);

    public uint Far => (uint)Kin >> NearBits;

    /// <summary>How often news uses the word to begin a person's name, in sixteen steps.</summary>
    public uint First => Uses & ((1u << UseBits) - 1);

    /// <summary>The same for a later word of a person's name.</summary>
    public uint Later => (Uses >> UseBits) & ((1u << UseBits) - 1);

    /// <summary>The same for a place.</summary>
    public uint Place => (Uses >> (2 * UseBits)) & ((1u << UseBits) - 1);

    /// <summary>Whether news uses the word often enough to tell by its contexts, and hardly ever in a person's name.</summary>
    public bool IsNoPerson => IsTold && First <= Hardly && Later <= Hardly;

    /// <summary>The same for a later word of a person's name, which a few words are not although news may begin names with them.</summary>
    public bool IsNoFamily => IsTold && First <= Hardly + 2 && Later <= Hardly;

    /// <summary>The same for a place.</summary>
    public bool IsNoPlace => IsTold && Place <= Hardly + 1;

    // Sixteenths are square roots of shares: one is less than a hundredth.
    private const uint Hardly = 1;

    // 8·log2(1 + n): thirty times.
    private const byte Often = 40;

    private bool IsTold => Uses != 0 && Frequency >= Often;

    /// <summary>The kind of name that news uses the word for most, and how often, in eight steps; 0 where it was not seen.</summary>
    public uint Use
    {
        get
        {
            var (best, top) = (0u, 0u);
            for (var kind = 0; kind < UseKinds; kind++)
            {
                var level = (Uses >> (UseBits * kind)) & ((1u << UseBits) - 1);
                if (level > top) (best, top) = ((uint)kind, level);
            }

            return Uses == 0 ? 0 : 1 + (best * 8) + (top / 2);
        }
    }
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
