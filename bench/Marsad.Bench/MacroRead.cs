using System.Diagnostics;
using System.Globalization;
using Marsad.Language;
using Marsad.Language.Tokens;

namespace Marsad.Bench;

/// <summary>How many articles a second are read as a whole, with two threads, beside Lucene.Net on the same text in the same run.</summary>
internal static class MacroRead
{
    private const int Threads = 2;
    private const int WarmUp = 200;

    public static int Run(int count)
    {
        var articles = Corpus.Read(count);
        var words = articles.Sum(article => (long)article.Text.AsSpan().Count(' ') + 1);
        foreach (var article in articles.Take(WarmUp)) ArabicAnalyzer.Read(article);
        var read = Timed("read", articles, words, (_, article) => ArabicAnalyzer.Read(article));
        var tokens = Timed("tokens only", articles, words, (_, article) => new Document(article.Text));
        var lucene = Timed("Lucene.Net ArabicAnalyzer", articles, words, (analyzer, article) => LuceneTokens.Count(analyzer.Value!, article.Text));
        Console.WriteLine(Line($"ratio to Lucene.Net: read takes {read / lucene:0.00} times as long, tokens only {tokens / lucene:0.00}"));
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(Line($"peak memory {self.PeakWorkingSet64 / 1048576} MB, the corpus in memory included"));
        return 0;
    }

    private static double Timed<T>(string what, IReadOnlyList<ArticleText> articles, long words, Func<ThreadLocal<Lucene.Net.Analysis.Analyzer>, ArticleText, T> work)
    {
        using var analyzer = new ThreadLocal<Lucene.Net.Analysis.Analyzer>(LuceneTokens.Analyzer);
        var allocated = GC.GetTotalAllocatedBytes(true);
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        Parallel.ForEach(articles, new ParallelOptions { MaxDegreeOfParallelism = Threads }, article => work(analyzer, article));
        var seconds = clock.Elapsed.TotalSeconds;
        // What other programs take of a busy machine is not ours: processor time is what carries over.
        var busy = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(true) - allocated;
        Console.WriteLine(Line($"{what,-26} {articles.Count / seconds,10:0} articles/s {words / seconds,12:0} words/s {(double)allocated / words,8:0} bytes/word {seconds,7:0.0} s {busy,7:0.0} s of processor = {Threads * articles.Count / busy:0} articles/s on {Threads} idle cores"));
        return busy;
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
