using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>
/// The mean of models trained on the same sentences in another order and with other features left out: what they agree on stays, what each learned by
/// chance fades (Krogh and Vedelsby 1995). Linear models may be averaged weight by weight, so the file grows by nothing.
/// </summary>
internal sealed class MeanModel(int features)
{
    private const int Tags = NameTags.Count;
    private readonly float[] _weights = new float[features * Tags];
    private readonly float[] _transitions = new float[Tags * Tags];

    public ReadOnlySpan<float> Transitions => _transitions;

    /// <summary>Trains <paramref name="members"/> models, one after the other, and takes their mean; of the weights that corpora have for themselves each gives its share.</summary>
    public static MeanModel Train(TrainingPlan plan, int members, int features, int domains, IReadOnlyList<(int Domain, float Share)> shares, List<Example> examples, TextWriter log)
    {
        var mean = new MeanModel(features);
        for (var member = 0; member < members; member++)
        {
            var trainer = new CrfTrainer(plan with { Seed = plan.Seed + member }, features, domains);
            trainer.Train(examples, log);
            foreach (var (domain, share) in shares) mean.Add(trainer, domain, share / members);
        }

        return mean;
    }

    /// <summary>The weights of a feature, nine of them.</summary>
    public ReadOnlySpan<float> Weights(int feature) => _weights.AsSpan(feature * Tags, Tags);

    /// <summary>The scores of a sentence's tokens, nine a token.</summary>
    public void Score(Example example, Span<float> scores)
    {
        scores[..(example.Length * Tags)].Clear();
        for (var i = 0; i < example.Length; i++)
            foreach (var feature in example.Of(i))
                for (var tag = 0; tag < Tags; tag++) scores[(i * Tags) + tag] += _weights[(feature * Tags) + tag];
    }

    private void Add(CrfTrainer trainer, int domain, float share)
    {
        Span<float> row = stackalloc float[Tags];
        for (var feature = 0; feature < _weights.Length / Tags; feature++)
        {
            trainer.Weights(feature, domain, row);
            for (var tag = 0; tag < Tags; tag++) _weights[(feature * Tags) + tag] += share * row[tag];
        }

        for (var i = 0; i < _transitions.Length; i++) _transitions[i] += share * trainer.Transitions[i];
    }
}
