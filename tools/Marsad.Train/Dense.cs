namespace Marsad.Train;

/// <summary>A dense layer's weights (inner × columns, and a bias) with Adam's moments (Kingma and Ba 2015).</summary>
internal sealed class Dense
{
    private readonly float[] _slope;
    private readonly float[] _first;
    private readonly float[] _second;
    private int _steps;

    public Dense(int inner, int columns, float spread, Random random)
    {
        (Inner, Columns) = (inner, columns);
        Weights = new float[(inner + 1) * columns];
        for (var i = 0; i < inner * columns; i++) Weights[i] = spread * ((2 * random.NextSingle()) - 1);
        Turned = new float[inner * columns];
        _slope = new float[Weights.Length];
        _first = new float[Weights.Length];
        _second = new float[Weights.Length];
        Matrix.Transpose(Weights, Turned, inner, columns);
    }

    public int Inner { get; }

    public int Columns { get; }

    /// <summary>The last row is the bias.</summary>
    public float[] Weights { get; }

    public float[] Turned { get; }

    public Span<float> Bias => Weights.AsSpan(Inner * Columns);

    public void Apply(ReadOnlySpan<float> input, Span<float> output, int rows)
    {
        for (var row = 0; row < rows; row++) Bias.CopyTo(output[(row * Columns)..]);
        Matrix.AddProduct(input, Weights, output, rows, Inner, Columns);
    }

    /// <summary>Adds to the slopes of the weights and to those of the input.</summary>
    public void Back(ReadOnlySpan<float> input, ReadOnlySpan<float> outputSlope, Span<float> inputSlope, int rows)
    {
        Matrix.AddOuter(input, outputSlope, _slope, rows, Inner, Columns);
        for (var row = 0; row < rows; row++) Matrix.AddScaled(outputSlope.Slice(row * Columns, Columns), 1, _slope.AsSpan(Inner * Columns));
        Matrix.AddProduct(outputSlope, Turned, inputSlope, rows, Columns, Inner);
    }

    public void Take(Dense other)
    {
        other.Weights.CopyTo(Weights.AsSpan());
        Matrix.Transpose(Weights, Turned, Inner, Columns);
    }

    public void Step(float rate, float decay)
    {
        const float b1 = 0.9f, b2 = 0.999f;
        _steps++;
        var scale = rate * MathF.Sqrt(1 - MathF.Pow(b2, _steps)) / (1 - MathF.Pow(b1, _steps));
        for (var i = 0; i < Weights.Length; i++)
        {
            var slope = _slope[i];
            _first[i] = (b1 * _first[i]) + ((1 - b1) * slope);
            _second[i] = (b2 * _second[i]) + ((1 - b2) * slope * slope);
            Weights[i] -= (scale * _first[i] / (MathF.Sqrt(_second[i]) + 1e-8f)) + (rate * decay * Weights[i]);
        }

        Array.Clear(_slope);
        Matrix.Transpose(Weights, Turned, Inner, Columns);
    }
}
