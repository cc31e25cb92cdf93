using System.Numerics;
using System.Runtime.InteropServices;

namespace Marsad.Train;

/// <summary>
/// Word vectors from the words around a word: positive pointwise mutual information with every frequent word at every near place, cut down to its strongest
/// directions (Levy, Goldberg and Dagan 2015; the directions by subspace iteration, Halko, Martinsson and Tropp 2011). As good as skip-gram here at a tenth of its time.
/// </summary>
internal sealed class WordVectors
{
    public const int Size = 96;
    private const int Reach = 2;
    private const int ContextWords = 3000;
    private const int Columns = 2 * Reach * ContextWords;
    private const int Rounds = 2;
    private const double Smoothing = 0.75;
    private const int Seed = 11;

    private readonly int _rows;
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;

    private WordVectors(int rows, Dictionary<long, int> counts)
    {
        _rows = rows;
        _starts = new int[rows + 1];
        _columns = new int[counts.Count];
        _values = new float[counts.Count];
        foreach (var key in counts.Keys) _starts[(int)(key / Columns) + 1]++;
        for (var i = 0; i < rows; i++) _starts[i + 1] += _starts[i];
        var next = _starts.AsSpan(0, rows).ToArray();
        foreach (var (key, count) in counts)
        {
            var at = next[(int)(key / Columns)]++;
            (_columns[at], _values[at]) = ((int)(key % Columns), count);
        }
    }

    /// <summary>A unit vector a word, row after row.</summary>
    public static float[] Of(WordCounts corpus, TextWriter log)
    {
        var matrix = new WordVectors(corpus.Words.Count, Count(corpus));
        log.WriteLine($"vectors: {matrix._values.Length} pairs");
        matrix.Inform();
        var random = new Random(Seed);
        var basis = new float[Columns * Size];
        for (var i = 0; i < basis.Length; i++) basis[i] = random.NextSingle() - 0.5f;
        float[] rows = [];
        for (var round = 0; round <= Rounds; round++)
        {
            rows = matrix.Times(basis);
            if (round == Rounds) break;
            basis = matrix.Transposed(rows);
            Orthogonalize(basis);
        }

        Orthogonalize(rows); // directions count alike: their strengths tell how frequent, not how similar, words are
        for (var at = 0; at < rows.Length; at += Size) KMeans.Normalize(rows.AsSpan(at, Size));
        return rows;
    }

    private static Dictionary<long, int> Count(WordCounts corpus)
    {
        var counts = new Dictionary<long, int>(1 << 24);
        var stream = corpus.Stream;
        for (var i = 0; i < stream.Length; i++)
        {
            if (stream[i] < 2) continue;
            for (var offset = 1; offset <= Reach && i + offset < stream.Length && stream[i + offset] != WordCounts.Boundary; offset++) Add(stream[i], stream[i + offset], offset - 1);
            for (var offset = 1; offset <= Reach && i >= offset && stream[i - offset] != WordCounts.Boundary; offset++) Add(stream[i], stream[i - offset], Reach + offset - 1);
        }

        return counts;

        void Add(int word, int context, int place)
        {
            if (context < ContextWords) CollectionsMarshal.GetValueRefOrAddDefault(counts, ((long)word * Columns) + (place * ContextWords) + context, out _)++;
        }
    }

    // Counts become mutual information; what is not positive becomes nothing.
    private void Inform()
    {
        var ofRow = new double[_rows];
        var ofColumn = new double[Columns];
        for (var row = 0; row < _rows; row++)
            for (var at = _starts[row]; at < _starts[row + 1]; at++)
            {
                ofRow[row] += _values[at];
                ofColumn[_columns[at]] += _values[at];
            }

        var total = 0.0;
        for (var i = 0; i < Columns; i++) total += ofColumn[i] = Math.Pow(ofColumn[i], Smoothing);
        for (var row = 0; row < _rows; row++)
            for (var at = _starts[row]; at < _starts[row + 1]; at++)
                _values[at] = Math.Max(0, (float)Math.Log(_values[at] / ofRow[row] * total / ofColumn[_columns[at]]));
    }

    private float[] Times(float[] basis)
    {
        var result = new float[_rows * Size];
        for (var row = 0; row < _rows; row++)
            for (var at = _starts[row]; at < _starts[row + 1]; at++) AddScaled(basis, _columns[at], _values[at], result, row);
        return result;
    }

    private float[] Transposed(float[] rows)
    {
        var result = new float[Columns * Size];
        for (var row = 0; row < _rows; row++)
            for (var at = _starts[row]; at < _starts[row + 1]; at++) AddScaled(rows, row, _values[at], result, _columns[at]);
        return result;
    }

    private static void AddScaled(float[] from, int fromRow, float scale, float[] into, int intoRow)
    {
        if (scale == 0) return;
        var source = MemoryMarshal.Cast<float, Vector<float>>(from.AsSpan(fromRow * Size, Size));
        var target = MemoryMarshal.Cast<float, Vector<float>>(into.AsSpan(intoRow * Size, Size));
        var factor = new Vector<float>(scale);
        for (var k = 0; k < source.Length; k++) target[k] += factor * source[k];
    }

    // Gram and Schmidt, modified, column by column.
    private static void Orthogonalize(float[] rows)
    {
        var turned = Turn(rows);
        var length = rows.Length / Size;
        for (var k = 0; k < Size; k++)
        {
            var column = turned.AsSpan(k * length, length);
            for (var j = 0; j < k; j++)
            {
                var other = turned.AsSpan(j * length, length);
                Subtract(column, other, Dot(column, other));
            }

            KMeans.Normalize(column);
        }

        for (var i = 0; i < length; i++)
            for (var k = 0; k < Size; k++) rows[(i * Size) + k] = turned[(k * length) + i];
    }

    private static float[] Turn(float[] rows)
    {
        var length = rows.Length / Size;
        var turned = new float[rows.Length];
        for (var i = 0; i < length; i++)
            for (var k = 0; k < Size; k++) turned[(k * length) + i] = rows[(i * Size) + k];
        return turned;
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(left);
        var b = MemoryMarshal.Cast<float, Vector<float>>(right);
        var sum = Vector<float>.Zero;
        for (var k = 0; k < a.Length; k++) sum += a[k] * b[k];
        var dot = Vector.Sum(sum);
        for (var k = a.Length * Vector<float>.Count; k < left.Length; k++) dot += left[k] * right[k];
        return dot;
    }

    private static void Subtract(Span<float> from, ReadOnlySpan<float> other, float scale)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(from);
        var b = MemoryMarshal.Cast<float, Vector<float>>(other);
        var factor = new Vector<float>(scale);
        for (var k = 0; k < a.Length; k++) a[k] -= factor * b[k];
        for (var k = a.Length * Vector<float>.Count; k < from.Length; k++) from[k] -= scale * other[k];
    }
}
