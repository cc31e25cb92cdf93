using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Marsad.Train;

/// <summary>Products of dense matrices, row after row. Every sum runs in the order of its terms, so the same input gives the same bits on any machine.</summary>
internal static class Matrix
{
    private const int Lane = 16;

    /// <summary>into (rows × columns) += left (rows × inner) · right (inner × columns); columns are a multiple of 16.</summary>
    public static void AddProduct(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> into, int rows, int inner, int columns)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(into);
        var row = 0;
        for (; row + 4 <= rows; row += 4)
            for (var column = 0; column < columns; column += Lane) Four(ref a, ref b, ref c, row, column, inner, columns);
        for (; row < rows; row++)
            for (var column = 0; column < columns; column += Lane) One(ref a, ref b, ref c, row, column, inner, columns);
    }

    private static void Four(ref float a, ref float b, ref float c, int row, int column, int inner, int columns)
    {
        ref var a0 = ref Unsafe.Add(ref a, row * inner);
        ref var a1 = ref Unsafe.Add(ref a0, inner);
        ref var a2 = ref Unsafe.Add(ref a1, inner);
        ref var a3 = ref Unsafe.Add(ref a2, inner);
        ref var to = ref Unsafe.Add(ref c, (row * columns) + column);
        var s0 = Vector512.LoadUnsafe(ref to);
        var s1 = Vector512.LoadUnsafe(ref to, (nuint)columns);
        var s2 = Vector512.LoadUnsafe(ref to, (nuint)(2 * columns));
        var s3 = Vector512.LoadUnsafe(ref to, (nuint)(3 * columns));
        ref var from = ref Unsafe.Add(ref b, column);
        for (var k = 0; k < inner; k++)
        {
            var w = Vector512.LoadUnsafe(ref from);
            s0 += Vector512.Create(Unsafe.Add(ref a0, k)) * w;
            s1 += Vector512.Create(Unsafe.Add(ref a1, k)) * w;
            s2 += Vector512.Create(Unsafe.Add(ref a2, k)) * w;
            s3 += Vector512.Create(Unsafe.Add(ref a3, k)) * w;
            from = ref Unsafe.Add(ref from, columns);
        }

        s0.StoreUnsafe(ref to);
        s1.StoreUnsafe(ref to, (nuint)columns);
        s2.StoreUnsafe(ref to, (nuint)(2 * columns));
        s3.StoreUnsafe(ref to, (nuint)(3 * columns));
    }

    private static void One(ref float a, ref float b, ref float c, int row, int column, int inner, int columns)
    {
        ref var to = ref Unsafe.Add(ref c, (row * columns) + column);
        ref var from = ref Unsafe.Add(ref b, column);
        var sum = Vector512.LoadUnsafe(ref to);
        for (var k = 0; k < inner; k++)
        {
            sum += Vector512.Create(Unsafe.Add(ref a, (row * inner) + k)) * Vector512.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, columns);
        }

        sum.StoreUnsafe(ref to);
    }

    /// <summary>into (inner × columns) += leftᵀ · right, over all rows: the slope of a layer's weights.</summary>
    public static void AddOuter(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> into, int rows, int inner, int columns)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(into);
        for (var column = 0; column < columns; column += Lane)
            for (var k = 0; k < inner; k++)
            {
                ref var to = ref Unsafe.Add(ref c, (k * columns) + column);
                var sum = Vector512.LoadUnsafe(ref to);
                for (var row = 0; row < rows; row++)
                    sum += Vector512.Create(Unsafe.Add(ref a, (row * inner) + k)) * Vector512.LoadUnsafe(ref Unsafe.Add(ref b, (row * columns) + column));
                sum.StoreUnsafe(ref to);
            }
    }

    public static void AddScaled(ReadOnlySpan<float> from, float scale, Span<float> into)
    {
        for (var k = 0; k < into.Length; k += Lane)
        {
            var sum = Vector512.LoadUnsafe(in into[k]) + (Vector512.Create(scale) * Vector512.LoadUnsafe(in from[k]));
            sum.StoreUnsafe(ref into[k]);
        }
    }

    public static float SumOfSquares(ReadOnlySpan<float> row)
    {
        var sum = Vector512<float>.Zero;
        for (var k = 0; k < row.Length; k += Lane)
        {
            var part = Vector512.LoadUnsafe(in row[k]);
            sum += part * part;
        }

        return Vector512.Sum(sum);
    }

    public static void Transpose(ReadOnlySpan<float> from, Span<float> into, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++) into[(column * rows) + row] = from[(row * columns) + column];
    }
}
