using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Marsad.Relating.Copies;

/// <summary>What two texts are compared by: the hashes of all their runs of words, and a few bands that near-duplicates are likely to share.</summary>
internal sealed class Sketch
{
    /// <summary>Words of a run: four, as in the silver clusters the copies are measured on. Three meet by chance in the set phrases of news.</summary>
    public const int RunLength = 4;

    /// <summary>With 32 bands of two rows a pair that shares 0.3 of its runs becomes a candidate with 1 - (1 - 0.3²)³² = 0.95, one that shares 0.5 with 0.9999.</summary>
    public const int Bands = 32;

    private const int Rows = 2;

    private Sketch(uint[] runs, long[] bands)
    {
        Runs = runs;
        BandKeys = bands;
    }

    /// <summary>The hashes of the runs, ascending, distinct.</summary>
    public uint[] Runs { get; }

    /// <summary>One key a band, the band's number mixed in; none for a text shorter than a run.</summary>
    public long[] BandKeys { get; }

    public static Sketch Of(ArticleWords words) => Of(RunsOf(words));

    /// <param name="runs">As they were kept.</param>
    public static Sketch Of(uint[] runs) => new(runs, runs.Length == 0 ? [] : BandsOf(runs));

    /// <summary>The hashes as they are kept.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes<uint>(Runs).ToArray();

    public static uint[] FromBytes(byte[] bytes) => MemoryMarshal.Cast<byte, uint>(bytes).ToArray();

    /// <summary>The hashes of the runs as they stand in the text: the first is of the first four words.</summary>
    public static uint[] RunsInOrder(ArticleWords words)
    {
        var hashes = new uint[words.Count];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(words[i]));
        if (hashes.Length < RunLength) return [];
        var runs = new uint[hashes.Length - RunLength + 1];
        for (var i = 0; i < runs.Length; i++)
            runs[i] = (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(hashes.AsSpan(i, RunLength)));
        return runs;
    }

    private static uint[] RunsOf(ArticleWords words)
    {
        var runs = RunsInOrder(words);
        Array.Sort(runs);
        return Distinct(runs);
    }

    private static uint[] Distinct(uint[] sorted)
    {
        var kept = 0;
        foreach (var run in sorted)
            if (kept == 0 || sorted[kept - 1] != run) sorted[kept++] = run;
        return sorted[..kept];
    }

    private static long[] BandsOf(uint[] runs)
    {
        var bands = new long[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)band + 1;
            for (var row = 0; row < Rows; row++) key = Mix(key ^ Least(runs, (band * Rows) + row));
            bands[band] = (long)key;
        }

        return bands;
    }

    // The least of all runs under the n-th permutation: a keyed mix of the run's hash.
    private static ulong Least(uint[] runs, int permutation)
    {
        var seed = Mix((ulong)permutation + 0x51ED270B);
        var least = ulong.MaxValue;
        foreach (var run in runs) least = Math.Min(least, Mix(run ^ seed));
        return least;
    }

    // The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input reaches every bit of the output.
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
