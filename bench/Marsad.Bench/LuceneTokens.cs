using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Marsad.Bench;

/// <summary>The yardstick: Lucene.Net's ArabicAnalyzer cuts, folds and stems the same text. Times of one machine say little, ratios to this carry over.</summary>
internal static class LuceneTokens
{
    public static Analyzer Analyzer() => new ArabicAnalyzer(LuceneVersion.LUCENE_48);

    public static int Count(Analyzer analyzer, string text)
    {
        using var stream = analyzer.GetTokenStream("text", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        var count = 0;
        while (stream.IncrementToken()) count += term.Length > 0 ? 1 : 0;
        stream.End();
        return count;
    }
}
