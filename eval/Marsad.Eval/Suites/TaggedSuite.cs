using Marsad.Corpora;

namespace Marsad.Eval.Suites;

/// <summary>The names tagger alone against a tagged corpus: exact spans, as published taggers are measured.</summary>
internal sealed class TaggedSuite(string name, string file, Func<string, IEnumerable<TaggedSentence>> read) : Suite
{
    public override string Name => name;

    public override IReadOnlyList<string> Corpora => [file];

    public override IReadOnlyDictionary<string, double> Measure(Shared shared) => Blocks.Tagged([.. read(shared.Path(file))]).Measures();
}
