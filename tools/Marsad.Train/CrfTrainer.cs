using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>How a model is trained. The defaults are what the shipped model was made with.</summary>
internal sealed record TrainingPlan
{
    public int Epochs { get; init; } = 6;

    public float Rate { get; init; } = 0.2f;

    /// <summary>Soft threshold a step: pulls weights that do not earn their place to zero.</summary>
    public float L1 { get; init; }

    public float L2 { get; init; } = 0.0005f;

    /// <summary>How often a token's own word is hidden, so that its form and context must carry.</summary>
    public float Hide { get; init; } = 0.3f;

    /// <summary>How often any other feature is left out of a step.</summary>
    public float Drop { get; init; } = 0.4f;

    /// <summary>What the sums of squared slopes begin at: the larger, the less a rare feature may learn at once.</summary>
    public float Caution { get; init; } = 10f;

    public int SmallestCount { get; init; } = 2;

    public int Seed { get; init; } = 7;
}

/// <summary>
/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) trained by stochastic gradient with AdaGrad steps (Duchi, Hazan and
/// Singer 2011). Every corpus has weights of its own beside the shared ones (Daumé 2007), since each draws the borders of names differently.
/// Single-threaded and seeded: the same input gives the same model.
/// </summary>
internal sealed class CrfTrainer
{
    public const int Stride = 12;
    private const int Tags = NameTags.Count;

    private readonly TrainingPlan _plan;
    private readonly int _features;
    private readonly float[][] _weights;
    private readonly float[][] _squares;
    private readonly float[] _transitions = new float[Tags * Tags];
    private readonly float[] _transitionSquares = new float[Tags * Tags];
    private readonly float[] _expTransitions = new float[Tags * Tags];
    private readonly Random _random;
    private float[] _scores = [];
    private float[] _alpha = [];
    private float[] _beta = [];
    private bool[] _kept = [];

    public CrfTrainer(TrainingPlan plan, int features, int domains)
    {
        _plan = plan;
        _features = features;
        _random = new Random(plan.Seed);
        _weights = [.. Enumerable.Range(0, domains + 1).Select(_ => new float[features * Stride])];
        _squares = [.. Enumerable.Range(0, domains + 1).Select(_ => new float[features * Stride])];
        foreach (var squares in _squares) Array.Fill(squares, plan.Caution);
        for (var previous = 0; previous < Tags; previous++)
            for (var tag = 0; tag < Tags; tag++)
                if (!NameTags.MayFollow((NameTag)tag, (NameTag)previous)) _transitions[(previous * Tags) + tag] = -30;
    }

    public ReadOnlySpan<float> Transitions => _transitions;

    public void Train(List<Example> examples, TextWriter log)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 1; epoch <= _plan.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var loss = 0.0;
            foreach (var i in order) loss += Step(examples[i]);
            log.WriteLine($"epoch {epoch}: loss {loss:F0}");
        }
    }

    /// <summary>The weights of a feature for a domain: shared and own together.</summary>
    public void Weights(int feature, int domain, Span<float> into)
    {
        for (var tag = 0; tag < Tags; tag++)
            into[tag] = _weights[0][(feature * Stride) + tag] + (domain > 0 ? _weights[domain][(feature * Stride) + tag] : 0);
    }

    private double Step(Example example)
    {
        Room(example);
        Score(example);
        var logZ = ForwardBackward(example.Length);
        var gold = Gold(example);
        UpdateTransitions(example);
        UpdateFeatures(example);
        return logZ - gold;
    }

    private void Room(Example example)
    {
        if (_scores.Length < example.Length * Stride)
        {
            _scores = new float[example.Length * Stride * 2];
            _alpha = new float[_scores.Length];
            _beta = new float[_scores.Length];
        }

        if (_kept.Length < example.Features.Length) _kept = new bool[example.Features.Length * 2];
    }

    // A hidden token loses the features of its own word: the first in the order of TaggerFeatures.
    private void Score(Example example)
    {
        var shared = _weights[0];
        var own = example.Domain > 0 ? _weights[example.Domain] : null;
        var at = 0;
        for (var token = 0; token < example.Length; token++)
        {
            var hidden = _random.NextSingle() < _plan.Hide;
            var (a, b, c) = (Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero);
            var start = at;
            foreach (var feature in example.Of(token))
            {
                _kept[at] = !(hidden && at - start < 2) && (_plan.Drop == 0 || _random.NextSingle() >= _plan.Drop);
                if (_kept[at++]) Add(shared, own, feature, ref a, ref b, ref c);
            }

            a.CopyTo(_scores, token * Stride);
            b.CopyTo(_scores, (token * Stride) + 4);
            c.CopyTo(_scores, (token * Stride) + 8);
        }
    }

    private static void Add(float[] shared, float[]? own, int feature, ref Vector128<float> a, ref Vector128<float> b, ref Vector128<float> c)
    {
        ref var row = ref shared[feature * Stride];
        a += Vector128.LoadUnsafe(ref row);
        b += Vector128.LoadUnsafe(ref row, 4);
        c += Vector128.LoadUnsafe(ref row, 8);
        if (own is null) return;
        ref var ownRow = ref own[feature * Stride];
        a += Vector128.LoadUnsafe(ref ownRow);
        b += Vector128.LoadUnsafe(ref ownRow, 4);
        c += Vector128.LoadUnsafe(ref ownRow, 8);
    }

    // Probabilities are scaled to sum to one a token (Rabiner 1989), so nothing under- or overflows. _scores become exponentials.
    private double ForwardBackward(int length)
    {
        for (var i = 0; i < _transitions.Length; i++) _expTransitions[i] = MathF.Exp(_transitions[i]);
        var logZ = 0.0;
        for (var i = 0; i < length; i++) Exponentials(i);
        for (var i = 0; i < length; i++) logZ += Forward(i);
        for (var i = length - 1; i >= 0; i--) Backward(i, length);
        return logZ;
    }

    private void Exponentials(int i)
    {
        var row = _scores.AsSpan(i * Stride, Tags);
        var max = row[0];
        foreach (var score in row) max = Math.Max(max, score);
        for (var tag = 0; tag < Tags; tag++) row[tag] = MathF.Exp(row[tag] - max);
    }

    private double Forward(int i)
    {
        var row = _alpha.AsSpan(i * Stride, Tags);
        for (var tag = 0; tag < Tags; tag++)
        {
            var sum = i == 0 ? (((NameTag)tag).IsInside() ? 0f : 1f) : 0f;
            if (i > 0)
                for (var previous = 0; previous < Tags; previous++) sum += _alpha[((i - 1) * Stride) + previous] * _expTransitions[(previous * Tags) + tag];
            row[tag] = sum * _scores[(i * Stride) + tag];
        }

        var total = 0f;
        foreach (var value in row) total += value;
        for (var tag = 0; tag < Tags; tag++) row[tag] /= total;
        return Math.Log(total);
    }

    private void Backward(int i, int length)
    {
        var row = _beta.AsSpan(i * Stride, Tags);
        if (i == length - 1)
        {
            row.Fill(1f / Tags);
            return;
        }

        var total = 0f;
        for (var tag = 0; tag < Tags; tag++)
        {
            var sum = 0f;
            for (var next = 0; next < Tags; next++)
                sum += _expTransitions[(tag * Tags) + next] * _scores[((i + 1) * Stride) + next] * _beta[((i + 1) * Stride) + next];
            row[tag] = sum;
            total += sum;
        }

        for (var tag = 0; tag < Tags; tag++) row[tag] /= total;
    }

    // _scores hold exponentials relative to each token's maximum by now, as logZ does.
    private double Gold(Example example)
    {
        var gold = 0.0;
        for (var i = 0; i < example.Length; i++)
        {
            gold += Math.Log(Math.Max(_scores[(i * Stride) + (int)example.Tags[i]], 1e-30f));
            if (i > 0) gold += _transitions[((int)example.Tags[i - 1] * Tags) + (int)example.Tags[i]];
        }

        return gold;
    }

    private void UpdateTransitions(Example example)
    {
        Span<float> gradient = stackalloc float[Tags * Tags];
        Span<float> pair = stackalloc float[Tags * Tags];
        gradient.Clear();
        for (var i = 1; i < example.Length; i++)
        {
            gradient[((int)example.Tags[i - 1] * Tags) + (int)example.Tags[i]] -= 1;
            AddPairs(i, pair, gradient);
        }

        for (var k = 0; k < gradient.Length; k++)
        {
            if (gradient[k] == 0 || _transitions[k] <= -30) continue;
            _transitionSquares[k] += gradient[k] * gradient[k];
            _transitions[k] -= _plan.Rate * gradient[k] / (1e-3f + MathF.Sqrt(_transitionSquares[k]));
        }
    }

    private void AddPairs(int i, Span<float> pair, Span<float> gradient)
    {
        var total = 0f;
        for (var previous = 0; previous < Tags; previous++)
            for (var tag = 0; tag < Tags; tag++)
            {
                var value = _alpha[((i - 1) * Stride) + previous] * _expTransitions[(previous * Tags) + tag] * _scores[(i * Stride) + tag] * _beta[(i * Stride) + tag];
                pair[(previous * Tags) + tag] = value;
                total += value;
            }

        for (var k = 0; k < pair.Length; k++) gradient[k] += pair[k] / total;
    }

    private void UpdateFeatures(Example example)
    {
        Span<float> gradient = stackalloc float[Stride];
        var at = 0;
        for (var i = 0; i < example.Length; i++)
        {
            var largest = Marginals(i, example.Tags[i], gradient);
            foreach (var feature in example.Of(i))
            {
                if (!_kept[at++] || largest < 1e-4f) continue;
                Update(0, feature, gradient);
                if (example.Domain > 0) Update(example.Domain, feature, gradient);
            }
        }
    }

    private float Marginals(int i, NameTag gold, Span<float> gradient)
    {
        gradient.Clear();
        var total = 0f;
        for (var tag = 0; tag < Tags; tag++)
        {
            gradient[tag] = _alpha[(i * Stride) + tag] * _beta[(i * Stride) + tag];
            total += gradient[tag];
        }

        var largest = 0f;
        for (var tag = 0; tag < Tags; tag++)
        {
            gradient[tag] = (gradient[tag] / total) - (tag == (int)gold ? 1f : 0f);
            largest = Math.Max(largest, Math.Abs(gradient[tag]));
        }

        return largest;
    }

    private void Update(int set, int feature, ReadOnlySpan<float> gradient)
    {
        ref var weight = ref _weights[set][feature * Stride];
        ref var square = ref _squares[set][feature * Stride];
        ref var g = ref MemoryMarshal.GetReference(gradient);
        for (nuint k = 0; k < Stride; k += 4)
        {
            var w = Vector128.LoadUnsafe(ref weight, k);
            var slope = Vector128.LoadUnsafe(ref g, k) + (w * _plan.L2);
            var s = Vector128.LoadUnsafe(ref square, k) + (slope * slope);
            s.StoreUnsafe(ref square, k);
            var rate = Vector128.Create(_plan.Rate) / (Vector128.Create(1e-2f) + Vector128.Sqrt(s));
            w -= rate * slope;
            var shrink = rate * _plan.L1;
            var size = Vector128.Max(Vector128.Abs(w) - shrink, Vector128<float>.Zero);
            Vector128.CopySign(size, w).StoreUnsafe(ref weight, k);
        }
    }
}
