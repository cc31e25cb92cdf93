namespace Marsad.Language.Tests.Fuzz;

/// <summary>Texts that would take hours where any step looked at every pair: four times the text takes about four times as long.</summary>
[Collection(nameof(Alone))]
public sealed class HostileTextTests
{
    private const string Sentence = "وقال المتحدث باسم الوزارة، أمس الأربعاء، إن 12 شخصا أصيبوا في الاشتباكات التي شهدتها المدينة. ";

    // Linear is 4, quadratic 16. The constant is what a collection of garbage takes at a bad moment.
    private const int Times = 4;
    private const double MostTimes = 8;
    private const double Grace = 1;

    [Theory]
    [InlineData("an article of five megabytes", Sentence, 1_300_000)]
    [InlineData("one sentence that never ends", "وقال الوزير إن 12 شخصا في المدينة ", 260_000)]
    [InlineData("nothing but digits", "7", 260_000)]
    [InlineData("digits between spaces", "7 ", 130_000)]
    [InlineData("digits with marks", "1.000.", 130_000)]
    [InlineData("one word without an end", "مدينة", 260_000)]
    [InlineData("quotations in quotations", "«", 25_000)]
    [InlineData("quotations in quotations with words", "قال «إن ", 100_000)]
    [InlineData("straight quotes", "\" قال ", 100_000)]
    [InlineData("cues upon cues", "قال ", 100_000)]
    [InlineData("participles", "مضيفا ", 100_000)]
    [InlineData("colons", "الوزير: ", 100_000)]
    [InlineData("attributions", "بحسب الوزارة ", 100_000)]
    [InlineData("number words", "مليون وثلاثمئة وخمسة وعشرون ألفا و", 100_000)]
    [InlineData("scales", "ألف ", 60_000)]
    [InlineData("days", "أمس ", 60_000)]
    [InlineData("months", "يناير ", 60_000)]
    [InlineData("years", "2014 و", 60_000)]
    [InlineData("brackets", "(", 60_000)]
    [InlineData("names", "محمد بن ", 100_000)]
    [InlineData("empty lines", "\n", 100_000)]
    [InlineData("marks that fold to nothing", "\u064B", 100_000)]
    public void Four_times_the_text_takes_about_four_times_as_long(string what, string piece, int length)
    {
        var one = Seconds(piece, length);
        var four = Seconds(piece, length * Times);
        Assert.True(four < (MostTimes * one) + Grace, $"{what}: {one:0.00} s became {four:0.00} s");
    }

    [Fact]
    public void Different_names_and_figures_without_end_take_time_in_proportion()
    {
        var one = Alone.Seconds(() => Read(Varied(1_000)));
        var four = Alone.Seconds(() => Read(Varied(4_000)));
        Assert.True(four < (MostTimes * one) + Grace, $"{one:0.00} s became {four:0.00} s");
    }

    private static double Seconds(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        return Alone.Seconds(() => Read(text));
    }

    private static void Read(string text) => Assert.NotNull(ArabicAnalyzer.Read(new ArticleText(text, null, new DateOnly(2022, 1, 8))));

    // Every sentence names another minister, so that nothing found before is found again.
    private static string Varied(int sentences)
    {
        var random = new Random(7);
        return string.Concat(Enumerable.Range(0, sentences).Select(i => $"قال وزير {Word(random)} {Word(random)} {Word(random)} إن {i} شخصا وصلوا إلى {Word(random)}. "));
    }

    private static string Word(Random random) => string.Create(5, random, (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)from.Next('ب', 'غ');
    });
}
