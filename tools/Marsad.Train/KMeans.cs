using System.Numerics;
using System.Runtime.InteropServices;

namespace Marsad.Train;

/// <summary>Clusters of unit vectors by spherical k-means (Dhillon and Modha 2001), begun at frequent words.</summary>
internal static class KMeans
{
    private const int Rounds = 8;
    private const int Seed = 5;

    /// <summary>The cluster of each row.</summary>
    public static int[] Run(float[] vectors, int size, int clusters, TextWriter log)
    {
        var rows = vectors.Length / size;
        var random = new Random(Seed);
        var middles = new float[clusters * size];
        var pool = Enumerable.Range(0, Math.Min(rows, Math.Max(clusters * 8, 8000))).ToArray();
        random.Shuffle(pool);
        for (var c = 0; c < clusters; c++) vectors.AsSpan(pool[c] * size, size).CopyTo(middles.AsSpan(c * size));
        var of = new int[rows];
        for (var round = 1; round <= Rounds; round++)
        {
            var moved = 0;
            for (var row = 0; row < rows; row++)
            {
                var best = Nearest(vectors.AsSpan(row * size, size), middles, size);
                if (best != of[row]) moved++;
                of[row] = best;
            }

            Center(vectors, of, middles, size);
            if (moved < rows / 500) break;
        }

        log.WriteLine($"k-means {clusters} done");
        return of;
    }

    public static void Normalize(Span<float> vector)
    {
        var sum = 0f;
        foreach (var value in vector) sum += value * value;
        if (sum == 0) return;
        var scale = 1 / MathF.Sqrt(sum);
        for (var i = 0; i < vector.Length; i++) vector[i] *= scale;
    }

    private static int Nearest(ReadOnlySpan<float> vector, float[] middles, int size)
    {
        var v = MemoryMarshal.Cast<float, Vector<float>>(vector);
        var all = MemoryMarshal.Cast<float, Vector<float>>(middles.AsSpan());
        var (best, top) = (0, float.NegativeInfinity);
        for (int c = 0, at = 0; at < all.Length; c++, at += v.Length)
        {
            var sum = Vector<float>.Zero;
            for (var k = 0; k < v.Length; k++) sum += v[k] * all[at + k];
            var dot = Vector.Sum(sum);
            if (dot > top) (best, top) = (c, dot);
        }

        return best;
    }

    private static void Center(float[] vectors, int[] of, float[] middles, int size)
    {
        Array.Clear(middles);
        for (var row = 0; row < of.Length; row++)
            for (var k = 0; k < size; k++) middles[(of[row] * size) + k] += vectors[(row * size) + k];
        for (var at = 0; at < middles.Length; at += size) Normalize(middles.AsSpan(at, size));
    }
}
