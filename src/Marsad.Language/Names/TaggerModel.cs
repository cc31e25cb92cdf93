using System.Numerics;
using System.Runtime.Intrinsics;

namespace Marsad.Language.Names;

/// <summary>The weights of the name tagger, read where they lie in the program's file: nothing is parsed or copied at start.</summary>
/// <remarks>
/// Layout, little-endian: "MNT2", slot count (a power of two), scale (float: weight = byte · scale), then 81 transition weights (float, row = previous
/// tag) a weight set, then per slot a 16-bit check (0 = empty), then for each weight set nine signed bytes a slot. A feature's slot comes from the top bits of its
/// hash, its check from the low bits; a foreign feature is taken for a known one less than once in ten thousand look-ups.
/// </remarks>
internal sealed class TaggerModel
{
    public const string FileName = "Names/names.bin";
    public const int HeaderBytes = 12 + (WeightSets.Count * TransitionBytes);
    public const uint Magic = 0x32544E4D;
    private const int TransitionBytes = NameTags.Count * NameTags.Count * sizeof(float);

    private readonly ReadOnlyMemorySource _source;
    private readonly int _slots;
    private readonly int _shift;

    private TaggerModel(ReadOnlyMemorySource source)
    {
        _source = source;
        if (source.Values<uint>(0, 1)[0] != Magic) throw new InvalidOperationException(FileName + " is not a tagger model.");
        _slots = source.Values<int>(4, 1)[0];
        _shift = 32 - BitOperations.Log2((uint)_slots);
        Scale = source.Values<float>(8, 1)[0];
    }

    public static TaggerModel Embedded { get; } = new(Resource.Open(FileName));

    public float Scale { get; }

    public ReadOnlySpan<float> Transitions(WeightSet set) => _source.Values<float>(12 + ((int)set * TransitionBytes), NameTags.Count * NameTags.Count);

    /// <summary>The check of a feature: never 0, which marks an empty slot.</summary>
    public static ushort Check(uint feature) => (ushort)(feature | 1);

    /// <summary>Adds the weights of all features to <paramref name="scores"/>, one score a tag.</summary>
    public void Score(WeightSet set, ReadOnlySpan<uint> features, Span<float> scores)
    {
        // Eight tags at once: as many bytes as there are features add up to far less than a short holds.
        var eight = Vector128<short>.Zero;
        var ninth = 0;
        var checks = _source.Values<ushort>(HeaderBytes, _slots);
        var weights = _source.Values<sbyte>(HeaderBytes + (_slots * (sizeof(ushort) + ((int)set * NameTags.Count))), _slots * NameTags.Count);
        foreach (var feature in features)
        {
            var slot = Find(checks, feature);
            if (slot < 0) continue;
            var row = weights.Slice(slot * NameTags.Count, NameTags.Count);
            eight += Vector128.WidenLower(Vector128.Create(Vector64.LoadUnsafe(in row[0]), Vector64<sbyte>.Zero));
            ninth += row[8];
        }

        for (var tag = 0; tag < 8; tag++) scores[tag] = eight[tag] * Scale;
        scores[8] = ninth * Scale;
    }

    private int Find(ReadOnlySpan<ushort> checks, uint feature)
    {
        var check = Check(feature);
        for (var slot = (int)(feature >> _shift); ; slot = (slot + 1) & (_slots - 1))
        {
            if (checks[slot] == check) return slot;
            if (checks[slot] == 0) return -1;
        }
    }
}
