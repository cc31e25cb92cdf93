using Marsad.Eval.Gold;

namespace Marsad.Eval.Suites;

/// <summary>What relates articles, against judgements across articles (eval/RELATING-GUIDE.md).</summary>
/// <param name="half">"dev", which may be developed on, or "test", which is for the final figure only.</param>
internal abstract class JudgedSuite(string kind, string half) : Suite
{
    private const string RawArticles = "raw/saudinewsnet.jsonl.gz";

    public override string Name => half == "dev" ? kind : $"{kind}-{half}";

    public override IReadOnlyList<string> Corpora => [RawArticles];

    /// <summary>Thousands of articles are read and filed.</summary>
    public override bool IsLong => true;

    protected string GoldFile => $"{kind}-{half}.jsonl";

    public override IReadOnlyDictionary<string, string> Digests(Shared shared) =>
        new Dictionary<string, string>(base.Digests(shared)) { ["eval/gold/" + GoldFile] = Shared.DigestOf(JudgedLines.PathOf(GoldFile)) };

    /// <summary>Where the station and the judge differ, for people.</summary>
    public virtual IEnumerable<string> Failures(Shared shared) => [];

    protected static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);

    protected static double HarmonicMean(double a, double b) => a + b == 0 ? 0 : Math.Round(2 * a * b / (a + b), 4);
}
