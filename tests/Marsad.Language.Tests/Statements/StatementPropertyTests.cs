using CsCheck;

namespace Marsad.Language.Tests.Statements;

public sealed class StatementPropertyTests
{
    private static readonly string[] Pieces =
        ["قال", "وقال", "أضافت", "مضيفا", "بحسب", "وفقا", "على حد", "قوله", "أن", "إنه", "بأن", "إلى", "عن", "الوزير", "وزارة", "نقلت", "وكالة", "الذي", "طالب", "وصفه", "\"", "«", "»", "“", "”", ":", "،", ".", "(", ")", "\n", "ل", "ب", "12", "سامر", "لـ", "المدير", "باسم", "بالقول", "مسؤولية", "في", "بيان", "جاء", "موقع", "برنامج", "تصريح", "لمراسل", "للجوهرة", "نيوز", "اف", "ام", "هذا ما", "قاله", "على لسان", "على ما", "أوضح", "نفس", "المصادر", "خاصة", "فيها", "كلمة", "الدكتور", "والدة", "دراسة", "أجرتها", "صادر", "نهاية", "فإن", "قد", "كان", "وهو", "لا", "ضرورة", "المسؤول", "\ud83d\ude00", "", "و"];

    private static readonly Gen<string> Scraps = Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(picks => string.Join(' ', picks.Select(pick => Pieces[pick])));

    [Fact]
    public void Whatever_the_text_every_span_lies_inside_it_and_is_not_empty() => Scraps.Sample(text =>
    {
        foreach (var statement in ArabicAnalyzer.Read(new ArticleText(text)).Statements)
        {
            Assert.InRange(statement.Cue.Start, 0, statement.Cue.End - 1);
            Assert.InRange(statement.Cue.End, 1, text.Length);
            Assert.InRange(statement.Content.Start, 0, statement.Content.End - 1);
            Assert.InRange(statement.Content.End, 1, text.Length);
        }
    });

    [Fact]
    public void A_statement_stands_only_within_one_whose_content_holds_its_cue() => Scraps.Sample(text =>
    {
        var statements = ArabicAnalyzer.Read(new ArticleText(text)).Statements;
        foreach (var inner in statements.Where(statement => statement.Within is not null))
            Assert.True(statements.Single(outer => outer.Id == inner.Within).Content.Contains(inner.Cue));
    });

    [Fact]
    public void Reading_twice_gives_the_same_statements() => Scraps.Sample(text =>
        ArabicAnalyzer.Read(new ArticleText(text)).Statements.SequenceEqual(ArabicAnalyzer.Read(new ArticleText(text)).Statements));

    [Theory]
    [InlineData("وقال الوزير في حسابه على موقع تويتر إن السد آمن")]
    [InlineData("وقال المهندس \"سامر كمال\" في برنامج \"صباح البلد\": \"سنفتح الطريق\". \"لن نتأخر\"")]
    [InlineData("تأخر القطار، وفق ما أكده مدير المحطة لمراسل \"راديو البحر\" أو للجوهرة \"اف ام\"")]
    [InlineData("\"سنعود\" هذا ما أعلنه رئيس النادي على لسان الناطق باسمه العقيد سامر كمال")]
    [InlineData("وجاء في نهاية بيان صادر اليوم عن وزارة الري أن دراسة أجرتها جامعة الساحل في عام 2015")]
    public void A_text_may_stop_anywhere(string text)
    {
        for (var length = 0; length <= text.Length; length++)
            Assert.All(ArabicAnalyzer.Read(new ArticleText(text[..length])).Statements, statement => Assert.InRange(statement.Content.End, 1, length));
    }

    [Theory]
    [InlineData("قال الوزير إن الطريق مفتوح وإن ")]
    [InlineData("وأضاف «")]
    [InlineData("قال \" ")]
    [InlineData("بحسب الوزارة، ")]
    [InlineData("علي قال إن ")]
    [InlineData("قُتل، مضيفا ")]
    public void A_text_of_one_endless_sentence_takes_time_in_proportion(string piece)
    {
        var small = Seconds(piece, 25_000);
        var large = Seconds(piece, 100_000);
        Assert.True(large < (12 * small) + 3, $"{small} s became {large} s"); // four times the text: 4 where linear, 16 where quadratic; the rest is other work on the machine
    }

    private static double Seconds(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var start = TimeProvider.System.GetTimestamp();
        ArabicAnalyzer.Read(new ArticleText(text));
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
