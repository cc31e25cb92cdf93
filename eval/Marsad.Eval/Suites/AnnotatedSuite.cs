using Marsad.Eval.Gold;

namespace Marsad.Eval.Suites;

/// <summary>The same against the project's own annotations, which hold offsets into the raw corpora (eval/gold).</summary>
internal sealed class AnnotatedSuite(string name, string file) : Suite
{
    private string FilePath => Path.Combine(Shared.Repository, "eval", "gold", file);

    public override string Name => name;

    public override IReadOnlyList<string> Corpora => [.. RawCorpus.Names.Select(corpus => $"raw/{corpus}.jsonl.gz")];

    public override bool CanRun(Shared shared) => File.Exists(FilePath) && base.CanRun(shared);

    // The annotations carry a digest of every text; they themselves are what a floor is bound to.
    public override IReadOnlyDictionary<string, string> Digests(Shared shared) => new Dictionary<string, string> { ["eval/gold/" + file] = Shared.DigestOf(FilePath) };

    public override IReadOnlyDictionary<string, double> Measure(Shared shared) => GoldSuite.Score(PackedGold.Read(shared, FilePath)).Measures();
}
