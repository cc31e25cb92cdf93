namespace Marsad.Language.Names;

/// <summary>The hashes that stand for words and features in the embedded tables. Part of the file format: a change needs new files.</summary>
internal static class FeatureHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of a folded word; FNV-1a over its UTF-16 units, mixed.</summary>
    public static uint OfWord(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var c in word) hash = (hash ^ c) * Prime;
        return Mix(hash);
    }

    public static uint OfReversed(ReadOnlySpan<char> word)
    {
        var hash = Offset + 1;
        for (var i = word.Length - 1; i >= 0; i--) hash = (hash ^ word[i]) * Prime;
        return Mix(hash);
    }

    public static uint Combine(uint template, uint value) => Mix(value + template * 0x9E3779B9u);

    public static uint Combine(uint template, uint first, uint second) =>
        Mix((first * 0x85EBCA6Bu) ^ BitRotate(second) + template * 0x9E3779B9u);

    public static uint Combine(uint template, uint first, uint second, uint third) =>
        Combine(template, Mix((first * 0x85EBCA6Bu) ^ BitRotate(second)), third);

    private static uint BitRotate(uint value) => (value << 15 | value >> 17) * 0xC2B2AE35u;

    // MurmurHash3's finalizer: every input bit reaches every output bit.
    private static uint Mix(uint h)
    {
        h ^= h >> 16;
        h *= 0x85EBCA6Bu;
        h ^= h >> 13;
        h *= 0xC2B2AE35u;
        return h ^ h >> 16;
    }
}
