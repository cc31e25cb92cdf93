using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Allocations;

/// <summary>Bytes allocated on hot paths do not depend on the machine, so they are gated; times are only reported (bench).</summary>
public sealed class AllocationTests
{
    private static readonly string Text = string.Join('\n', Enumerable.Repeat("وقال المتحدث باسم الوزارة، أمس الأربعاء، إن 12 شخصا أصيبوا في الاشتباكات التي شهدتها المدينة.", 200));

    [Fact]
    public void Folding_into_a_span_allocates_nothing()
    {
        var target = new char[Text.Length];
        Assert.Equal(0, Allocated(() => Folding.Fold(Text, target)));
    }

    [Fact]
    public void A_folded_text_costs_six_bytes_a_character() =>
        Assert.InRange((double)Allocated(() => Keep(new FoldedText(Text))) / Text.Length, 0, 6.1);

    [Fact]
    public void A_document_costs_no_more_than_120_bytes_a_token()
    {
        var tokens = new Document(Text).Tokens.Count;
        Assert.InRange((double)Allocated(() => Keep(new Document(Text))) / tokens, 0, 120);
    }

    // Every sentence here holds names, a statement, figures and a time; news costs a quarter of it, and less where the compiler optimises (bench).
    [Fact]
    public void A_record_dense_with_findings_costs_no_more_than_1500_bytes_a_token()
    {
        var article = new ArticleText(Varied, null, new DateOnly(2022, 1, 8));
        var tokens = new Document(Varied).Tokens.Count;
        Assert.InRange((double)Allocated(() => Keep(ArabicAnalyzer.Read(article))) / tokens, 0, 1500);
    }

    // No sentence like the one before it, so that names and statements are many.
    private static string Varied { get; } = string.Join('\n', Enumerable.Range(1, 100).Select(i => $"وقال المتحدث باسم الوزارة، أمس الأربعاء، إن {i} شخصا أصيبوا في مدينة حلب، وأضاف أن 3 آلاف لاجئ وصلوا إلى تركيا."));

    private static void Keep(object made) => GC.KeepAlive(made);

    private static long Allocated(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
