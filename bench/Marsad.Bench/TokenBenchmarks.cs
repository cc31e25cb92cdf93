using BenchmarkDotNet.Attributes;
using Lucene.Net.Analysis;
using Marsad.Language;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Bench;

/// <summary>The hot paths of one article, beside Lucene.Net on the same text.</summary>
[MemoryDiagnoser]
public class TokenBenchmarks
{
    private readonly Analyzer _lucene = LuceneTokens.Analyzer();
    private ArticleText _article = new("");

    [GlobalSetup]
    public void Setup() => _article = Corpus.Read(100).MaxBy(article => article.Text.Length)!;

    [Benchmark]
    public FoldedText Fold() => new(_article.Text);

    [Benchmark]
    public Document Tokenize() => new(_article.Text);

    [Benchmark]
    public Record Read() => ArabicAnalyzer.Read(_article);

    [Benchmark(Baseline = true)]
    public int Lucene() => LuceneTokens.Count(_lucene, _article.Text);
}
