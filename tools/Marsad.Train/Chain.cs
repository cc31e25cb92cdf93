using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>A linear chain over the scores of a sentence: its loss and the slopes of scores and transitions (Rabiner 1989, scaled a token).</summary>
internal sealed class Chain
{
    public const int Stride = 16;
    private const int Tags = NameTags.Count;
    private readonly float[] _exponents = new float[Tags * Tags];
    private float[] _alpha = [];
    private float[] _beta = [];

    public Chain()
    {
        for (var previous = 0; previous < Tags; previous++)
            for (var tag = 0; tag < Tags; tag++)
                if (!NameTags.MayFollow((NameTag)tag, (NameTag)previous)) Transitions[(previous * Tags) + tag] = -30;
    }

    public float[] Transitions { get; } = new float[Tags * Tags];

    public float[] Slopes { get; } = new float[Tags * Tags];

    private readonly float[] _squares = new float[Tags * Tags];

    /// <summary>Replaces scores (sixteen a token, nine used) by their slopes; the loss of the gold tags is returned.</summary>
    public double Learn(Span<float> scores, ReadOnlySpan<NameTag> gold)
    {
        var length = gold.Length;
        if (_alpha.Length < length * Tags) (_alpha, _beta) = (new float[2 * length * Tags], new float[2 * length * Tags]);
        for (var i = 0; i < _exponents.Length; i++) _exponents[i] = MathF.Exp(Transitions[i]);
        var loss = 0.0;
        for (var i = 0; i < length; i++) loss += Forward(scores.Slice(i * Stride, Tags), i, (int)gold[i]);
        for (var i = 1; i < length; i++) loss -= Transitions[((int)gold[i - 1] * Tags) + (int)gold[i]];
        for (var i = length - 1; i >= 0; i--) Backward(scores, i, length);
        for (var i = 1; i < length; i++) Pairs(scores.Slice(i * Stride, Tags), i, gold);
        for (var i = 0; i < length; i++) Marginal(scores.Slice(i * Stride, Stride), i, (int)gold[i]);
        return loss;
    }

    public void Step(float rate)
    {
        for (var k = 0; k < Slopes.Length; k++)
        {
            if (Slopes[k] == 0 || Transitions[k] <= -30) continue;
            _squares[k] += Slopes[k] * Slopes[k];
            Transitions[k] -= rate * Slopes[k] / (1e-3f + MathF.Sqrt(_squares[k]));
            Slopes[k] = 0;
        }
    }

    private double Forward(Span<float> row, int i, int gold)
    {
        var max = float.NegativeInfinity;
        foreach (var score in row) max = Math.Max(max, score);
        var loss = (double)max - row[gold];
        for (var tag = 0; tag < Tags; tag++) row[tag] = MathF.Exp(row[tag] - max);
        var alpha = _alpha.AsSpan(i * Tags, Tags);
        var total = 0f;
        for (var tag = 0; tag < Tags; tag++)
        {
            var sum = i == 0 ? (((NameTag)tag).IsInside() ? 0f : 1f) : 0f;
            if (i > 0)
                for (var previous = 0; previous < Tags; previous++) sum += _alpha[((i - 1) * Tags) + previous] * _exponents[(previous * Tags) + tag];
            total += alpha[tag] = sum * row[tag];
        }

        for (var tag = 0; tag < Tags; tag++) alpha[tag] /= total;
        return loss + Math.Log(total);
    }

    private void Backward(ReadOnlySpan<float> scores, int i, int length)
    {
        var row = _beta.AsSpan(i * Tags, Tags);
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
                sum += _exponents[(tag * Tags) + next] * scores[((i + 1) * Stride) + next] * _beta[((i + 1) * Tags) + next];
            total += row[tag] = sum;
        }

        for (var tag = 0; tag < Tags; tag++) row[tag] /= total;
    }

    private void Pairs(ReadOnlySpan<float> row, int i, ReadOnlySpan<NameTag> gold)
    {
        Span<float> pair = stackalloc float[Tags * Tags];
        var total = 0f;
        for (var previous = 0; previous < Tags; previous++)
            for (var tag = 0; tag < Tags; tag++)
                total += pair[(previous * Tags) + tag] = _alpha[((i - 1) * Tags) + previous] * _exponents[(previous * Tags) + tag] * row[tag] * _beta[(i * Tags) + tag];
        for (var k = 0; k < pair.Length; k++) Slopes[k] += pair[k] / total;
        Slopes[((int)gold[i - 1] * Tags) + (int)gold[i]] -= 1;
    }

    private void Marginal(Span<float> row, int i, int gold)
    {
        var total = 0f;
        for (var tag = 0; tag < Tags; tag++) total += row[tag] = _alpha[(i * Tags) + tag] * _beta[(i * Tags) + tag];
        for (var tag = 0; tag < Tags; tag++) row[tag] /= total;
        row[gold] -= 1;
        row[Tags..].Clear();
    }
}
