using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>How a network is trained.</summary>
internal sealed record NetworkPlan
{
    public int Size { get; init; } = 48;

    public int Layers { get; init; } = 3;

    public int Epochs { get; init; } = 5;

    public float Drop { get; init; } = 0.4f;

    public float Hide { get; init; } = 0.3f;

    public float Dropout { get; init; } = 0.3f;

    public float Rate { get; init; } = 0.002f;

    public float RowRate { get; init; } = 0.04f;

    public float Decay { get; init; } = 0.01f;

    public int Batch { get; init; } = 8;

    public int Seed { get; init; } = 1;

    public int Members { get; init; } = 1;
}

/// <summary>
/// A small convolutional tagger: a token is the sum of its features' vectors, then layers that see one neighbour on either side each, added to what they saw
/// (Strubell et al. 2017, without dilation), then scores a tag and a linear chain.
/// </summary>
internal sealed class Network
{
    // Clusters of vectors and what is none, rounded to whole lanes.
    private const int Classes = 1008;
    private const float Hidden = 0.15f;
    private readonly NetworkPlan _plan;
    private readonly int _size;
    private readonly Random _random;
    private readonly float[] _rows;
    private readonly float[] _squares;
    private readonly Dense[] _layers;
    private readonly Dense[] _heads;
    private readonly Dense _masked;
    private readonly Chain _chain = new();
    private readonly int _maskRow;
    private readonly int _domainRow;
    private float[][] _states = [];
    private float[][] _wide = [];
    private float[][] _inner = [];
    private float[][] _drops = [];
    private float[] _slope = [];
    private float[] _wideSlope = [];
    private float[] _scores = [];
    private bool[] _kept = [];

    public Network(NetworkPlan plan, int features, int domains)
    {
        (_plan, _size, _random) = (plan, plan.Size, new Random(plan.Seed));
        (_maskRow, _domainRow) = (features, features + 1);
        _rows = new float[(features + 1 + domains + 1) * _size];
        for (var i = 0; i < _rows.Length; i++) _rows[i] = 0.1f * ((2 * _random.NextSingle()) - 1);
        _squares = new float[_rows.Length / _size];
        _layers = [.. Enumerable.Range(0, plan.Layers).Select(_ => new Dense(3 * _size, _size, MathF.Sqrt(3f / (3 * _size)), _random))];
        _heads = [.. Enumerable.Range(0, domains + 1).Select(_ => new Dense(_size, Chain.Stride, 0.05f, _random))];
        _masked = new Dense(_size, Classes, 0.05f, _random);
    }

    public ReadOnlySpan<float> Transitions => _chain.Transitions;

    /// <summary>Begins with what another network learned from raw news: its first <paramref name="rows"/> vectors, its marks of hidden words and its layers.</summary>
    public void Take(Network other, int rows)
    {
        other._rows.AsSpan(0, rows * _size).CopyTo(_rows);
        other._rows.AsSpan(other._maskRow * _size).CopyTo(_rows.AsSpan(_maskRow * _size));
        for (var layer = 0; layer < _layers.Length; layer++) _layers[layer].Take(other._layers[layer]);
    }

    /// <summary>Learns tags.</summary>
    public void Train(List<Example> examples, TextWriter log)
    {
        Array.Clear(_squares);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 1; epoch <= _plan.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var (loss, done) = (0.0, 0);
            var rate = _plan.Rate * (1 - (0.9f * (epoch - 1) / _plan.Epochs));
            foreach (var i in order)
            {
                loss += Learn(examples[i]);
                if (++done % _plan.Batch == 0) Step(rate);
            }

            log.WriteLine(FormattableString.Invariant($"network epoch {epoch}: loss {loss:F0}"));
        }
    }

    public void Score(Example example, Span<float> scores)
    {
        var n = example.Length;
        Forward(example, n, learning: false, []);
        Heads(example.Domain, n);
        for (var i = 0; i < n; i++) _scores.AsSpan(i * Chain.Stride, NameTags.Count).CopyTo(scores[(i * NameTags.Count)..]);
    }

    private double Learn(Example example)
    {
        var n = example.Length;
        Forward(example, n, learning: true, []);
        Heads(example.Domain, n);
        var loss = _chain.Learn(_scores.AsSpan(0, n * Chain.Stride), example.Tags);
        _slope.AsSpan(0, n * _size).Clear();
        _heads[0].Back(_states[^1], _scores, _slope, n);
        if (example.Domain > 0) _heads[example.Domain].Back(_states[^1], _scores, _slope, n);
        Backward(example, n, []);
        return loss;
    }

    private void Heads(int domain, int n)
    {
        _heads[0].Apply(_states[^1], _scores, n);
        if (domain == 0) return;
        for (var row = 0; row < n; row++) Matrix.AddScaled(_heads[domain].Bias, 1, _scores.AsSpan(row * Chain.Stride, Chain.Stride));
        Matrix.AddProduct(_states[^1], _heads[domain].Weights, _scores, n, _size, Chain.Stride);
    }

    private void Step(float rate)
    {
        foreach (var layer in _layers) layer.Step(rate, _plan.Decay);
        foreach (var head in _heads) head.Step(rate, _plan.Decay);
        _chain.Step(0.1f);
    }

    /// <summary>Reads raw news: which cluster does the hidden word belong to, told by its neighbours (after Devlin et al. 2019)?</summary>
    public void Read(RawWords news, TextWriter log)
    {
        var order = Enumerable.Range(0, news.Ends.Length).ToArray();
        _random.Shuffle(order);
        var (loss, count, done) = (0.0, 0, 0);
        foreach (var s in order)
        {
            var (example, classes) = news.Sentence(s);
            var masked = Array.ConvertAll(classes, kind => kind != 0 && _random.NextSingle() < Hidden);
            if (example.Length < 4 || !masked.Contains(true)) continue;
            Forward(example, example.Length, learning: true, masked);
            _slope.AsSpan(0, example.Length * _size).Clear();
            for (var i = 0; i < masked.Length; i++)
                if (masked[i]) loss += Guess(i, classes[i]);
            count += masked.Count(hidden => hidden);
            Backward(example, example.Length, masked);
            if (++done % (4 * _plan.Batch) == 0) StepLayers();
            if (done % 100000 != 0) continue;
            log.WriteLine(FormattableString.Invariant($"raw {done} of {order.Length}: loss {loss / count:F3}"));
            (loss, count) = (0, 0);
        }
    }

    private void StepLayers()
    {
        foreach (var layer in _layers) layer.Step(_plan.Rate, 0);
        _masked.Step(_plan.Rate, 0);
    }

    private double Guess(int token, int gold)
    {
        Span<float> scores = stackalloc float[Classes];
        var state = _states[^1].AsSpan(token * _size, _size);
        _masked.Apply(state, scores, 1);
        var max = float.NegativeInfinity;
        foreach (var score in scores) max = Math.Max(max, score);
        var total = 0f;
        for (var i = 0; i < Classes; i++) total += scores[i] = MathF.Exp(scores[i] - max);
        for (var i = 0; i < Classes; i++) scores[i] /= total;
        var loss = -Math.Log(Math.Max(scores[gold], 1e-20f));
        scores[gold] -= 1;
        _masked.Back(state, scores, _slope.AsSpan(token * _size, _size), 1);
        return loss;
    }

    private void Room(int n, int features)
    {
        if (_kept.Length < features) _kept = new bool[2 * features];
        if (_scores.Length >= n * Chain.Stride) return;
        n *= 2;
        _scores = new float[n * Chain.Stride];
        _states = [.. Enumerable.Range(0, _plan.Layers + 1).Select(_ => new float[n * _size])];
        _wide = [.. _layers.Select(_ => new float[n * 3 * _size])];
        _inner = [.. _layers.Select(_ => new float[n * _size])];
        _drops = [.. _layers.Select(_ => new float[n * _size])];
        _slope = new float[n * _size];
        _wideSlope = new float[n * 3 * _size];
    }

    private void Forward(Example example, int n, bool learning, ReadOnlySpan<bool> masked)
    {
        Room(n, example.Features.Length);
        var drop = learning ? _plan.Drop : 0;
        Sum(example, n, learning ? drop : 0, learning && masked.IsEmpty ? _plan.Hide : 0, masked);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            Widen(_states[layer], _wide[layer], n);
            _layers[layer].Apply(_wide[layer], _inner[layer], n);
            var (inner, state, next, drops) = (_inner[layer], _states[layer], _states[layer + 1], _drops[layer]);
            var keep = 1 - _plan.Dropout;
            for (var i = 0; i < n * _size; i++)
            {
                drops[i] = inner[i] <= 0 ? 0 : !learning ? 1 : _random.NextSingle() < keep ? 1 / keep : 0;
                next[i] = state[i] + (inner[i] * drops[i]);
            }
        }
    }

    private void Sum(Example example, int n, float drop, float hide, ReadOnlySpan<bool> masked)
    {
        var at = 0;
        for (var i = 0; i < n; i++)
        {
            var state = _states[0].AsSpan(i * _size, _size);
            state.Clear();
            if (!masked.IsEmpty && masked[i])
            {
                Matrix.AddScaled(_rows.AsSpan(_maskRow * _size, _size), 1, state);
                at += example.Of(i).Length;
                continue;
            }

            var hidden = hide > 0 && _random.NextSingle() < hide;
            var first = at;
            foreach (var feature in example.Of(i))
            {
                _kept[at] = !(hidden && at == first) && (drop == 0 || _random.NextSingle() >= drop);
                if (_kept[at++]) Matrix.AddScaled(_rows.AsSpan(feature * _size, _size), drop == 0 ? 1 : 1 / (1 - drop), state);
            }

            Matrix.AddScaled(_rows.AsSpan((_domainRow + example.Domain) * _size, _size), 1, state);
        }
    }

    private void Widen(float[] state, float[] wide, int n)
    {
        for (var i = 0; i < n; i++)
            for (var side = 0; side < 3; side++)
            {
                var to = wide.AsSpan(((3 * i) + side) * _size, _size);
                var from = i + side - 1;
                if (from < 0 || from >= n) to.Clear();
                else state.AsSpan(from * _size, _size).CopyTo(to);
            }
    }

    private void Backward(Example example, int n, ReadOnlySpan<bool> masked)
    {
        var through = new float[n * _size];
        for (var layer = _layers.Length - 1; layer >= 0; layer--)
        {
            for (var i = 0; i < through.Length; i++) through[i] = _slope[i] * _drops[layer][i];
            var wide = _wideSlope.AsSpan(0, n * 3 * _size);
            wide.Clear();
            _layers[layer].Back(_wide[layer], through, wide, n);
            for (var i = 0; i < n; i++)
                for (var side = 0; side < 3; side++)
                {
                    var to = i + side - 1;
                    if (to >= 0 && to < n) Matrix.AddScaled(wide.Slice(((3 * i) + side) * _size, _size), 1, _slope.AsSpan(to * _size, _size));
                }
        }

        var scale = 1 / (1 - _plan.Drop);
        var at = 0;
        for (var i = 0; i < n; i++)
        {
            var slope = _slope.AsSpan(i * _size, _size);
            var square = Matrix.SumOfSquares(slope) / _size;
            if (!masked.IsEmpty && masked[i])
            {
                StepRow(_maskRow, slope, square, 1);
                at += example.Of(i).Length;
                continue;
            }

            foreach (var feature in example.Of(i))
                if (_kept[at++]) StepRow(feature, slope, square, scale);
            StepRow(_domainRow + example.Domain, slope, square, 1);
        }
    }

    // AdaGrad with one sum a row: rows are many and each is seen seldom.
    private void StepRow(int row, ReadOnlySpan<float> slope, float square, float scale)
    {
        if (square < 1e-12f) return;
        _squares[row] += square * scale * scale;
        Matrix.AddScaled(slope, -_plan.RowRate * scale / (0.1f + MathF.Sqrt(_squares[row])), _rows.AsSpan(row * _size, _size));
    }
}
