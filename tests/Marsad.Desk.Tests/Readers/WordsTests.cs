using System.Text.RegularExpressions;
using Marsad.Desk.Readers;
using Marsad.Language;
using Marsad.Records;

namespace Marsad.Desk.Tests.Readers;

public sealed partial class WordsTests
{
    [Fact]
    public void Both_languages_have_the_same_keys() => Assert.Equal(BareKeys(Words.English), BareKeys(Words.Arabic));

    [Theory]
    [InlineData("ar", 6)]
    [InlineData("en", 2)]
    public void A_counted_phrase_has_every_plural_form_of_its_language(string language, int forms)
    {
        var words = language == "ar" ? Words.Arabic : Words.English;
        Assert.Equal(forms, Plurals.FormsOf(language).Count);
        Assert.All(
            words.Keys.Where(k => k.Contains('/', StringComparison.Ordinal)).GroupBy(k => k.Split('/')[0]),
            key => Assert.Equal(Plurals.FormsOf(language).Select(Words.NameOf).Order(StringComparer.Ordinal), key.Select(k => k.Split('/')[1]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void No_phrase_is_empty_or_left_in_the_other_language()
    {
        Assert.All(Words.English.Keys.Where(k => k != "nav.other-language"), key => Assert.DoesNotMatch(ArabicLetter(), Words.English[key]));
        Assert.All(Words.Arabic.Keys.Where(k => !k.StartsWith("bound.exact", StringComparison.Ordinal) && k is not ("nav.other-language" or "event.to")), key => Assert.Matches(ArabicLetter(), Words.Arabic[key]));
    }

    [Fact]
    public void Every_word_of_the_data_contract_has_a_phrase() => Assert.All(
        Enum.GetValues<StatementType>().Select(t => "act." + Terms.Of(t))
            .Concat(Enum.GetValues<FigureCategory>().Select(c => "category." + Terms.Of(c)))
            .Concat(Enum.GetValues<Bound>().Select(b => "bound." + Terms.Of(b)))
            .Concat(Enum.GetValues<EventStatus>().Select(s => "status." + Terms.Of(s))),
        key => Assert.NotNull(Words.Arabic.Find(key)));

    [Fact]
    public void Every_word_that_a_page_asks_for_is_there()
    {
        var asked = SourceFiles().SelectMany(file => AskedKey().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.True(asked.Count > 80, "no keys were found in the sources");
        Assert.Empty(asked.Except(BareKeys(Words.Arabic)));
    }

    [Theory]
    [InlineData(0, "لا مقالات")]
    [InlineData(1, "مقال واحد")]
    [InlineData(2, "مقالان")]
    [InlineData(7, "7 مقالات")]
    [InlineData(11, "11 مقالاً")]
    [InlineData(100, "100 مقال")]
    [InlineData(103, "103 مقالات")]
    public void Arabic_counts_in_six_forms(long count, string said) =>
        Assert.Equal(said, Words.Arabic.Count("articles", count, count.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("FE012", "The source failed several times in a row")]
    [InlineData("FT999", "The page could not be fetched")]
    [InlineData("ZZ001", "Something went wrong")]
    public void A_trouble_code_is_never_shown_bare(string code, string said) => Assert.Equal(said, TroubleWords.Of(code, Words.English));

    private static List<string> BareKeys(Words words) => [.. words.Keys.Select(k => k.Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> SourceFiles()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Marsad.slnx"))) root = root.Parent;
        Assert.NotNull(root);
        return Directory.EnumerateFiles(Path.Combine(root.FullName, "src", "Marsad.Desk"), "*.razor", SearchOption.AllDirectories);
    }

    [GeneratedRegex("[\u0621-\u064A]")]
    private static partial Regex ArabicLetter();

    [GeneratedRegex("""(?:\bW\(|\.Count\(|Words\[)"([a-z.-]+[a-z])"[,)\]]""")]
    private static partial Regex AskedKey();
}
