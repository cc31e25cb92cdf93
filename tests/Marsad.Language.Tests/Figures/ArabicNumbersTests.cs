using System.Globalization;
using CsCheck;
using Marsad.Language.Figures;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Figures;

public sealed class ArabicNumbersTests
{
    private static readonly string[] Words = ["خمسة", "و", "ألف", "وعشرين", "مئة", "3", "،", "بألفين", "نصف", "مليون", "كتاب", "ال", "\n"];
    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(index => Words[index]);

    [Theory]
    [InlineData("سبعة", 7)]
    [InlineData("ثماني", 8)]
    [InlineData("اثنتا عشرة", 12)]
    [InlineData("أحد عشر", 11)]
    [InlineData("إحدى وثلاثين", 31)]
    [InlineData("خمسة وعشرون", 25)]
    [InlineData("مئة", 100)]
    [InlineData("مائتي", 200)]
    [InlineData("ثلاثمائة", 300)]
    [InlineData("ثلاث مئة", 300)]
    [InlineData("تسعمئة وتسعة وتسعين", 999)]
    [InlineData("ألفين وخمسمائة", 2500)]
    [InlineData("ألف ومئتان وأربعة عشر", 1214)]
    [InlineData("عشرة آلاف", 10000)]
    [InlineData("مئتي ألف", 200000)]
    [InlineData("ثلاثة ملايين ومئة ألف وستين", 3100060)]
    [InlineData("مليار ونصف", 1500000000)]
    [InlineData("مليارين ونصف المليار", 2500000000)]
    [InlineData("نصف مليون", 500000)]
    [InlineData("ثلاثة أرباع المليون", 750000)]
    [InlineData("ألفا", 2000)]
    [InlineData("ألفًا", 1000)]
    public void Number_words_are_read_in_full(string words, long value) => Assert.Equal(value, ArabicNumbers.Parse(words));

    [Theory]
    [InlineData("2500", "2500")]
    [InlineData("٢٥٠٠", "2500")]
    [InlineData("2,500", "2500")]
    [InlineData("2.500", "2500")]
    [InlineData("٢٬٥٠٠", "2500")]
    [InlineData("1,234,567.5", "1234567.5")]
    [InlineData("3٫75", "3.75")]
    [InlineData("0.125", "0.125")]
    [InlineData("1.234 مليون", "1234000")]
    [InlineData("3 آلاف و200", "3200")]
    [InlineData("12 ألفا و40", "12040")]
    [InlineData("2.5 مليون", "2500000")]
    [InlineData("6ر2 مليار", "2600000000")]
    [InlineData("5ر0", "0.5")]
    [InlineData("000ر30", "30000")]
    public void Digits_of_both_scripts_are_read_with_their_separators(string digits, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), ArabicNumbers.Parse(digits));

    [Theory]
    [InlineData("12:30")]
    [InlineData("192.168.1.2")]
    [InlineData("آلاف")]
    [InlineData("لست")]
    [InlineData("الاثنين")]
    [InlineData("ثمن")]
    [InlineData("خمسة وعشرة")]
    public void What_is_no_single_number_is_not_read_as_one(string text) => Assert.Null(ArabicNumbers.Parse(text));

    [Fact]
    public void Any_number_below_a_billion_written_in_words_is_read_back() =>
        Gen.Int[1, 999_999_999].Sample(value => ArabicNumbers.Parse(Spelled.Number(value)) == value);

    [Fact]
    public void A_number_is_read_the_same_in_either_script() =>
        Gen.Int[0, int.MaxValue].Sample(value => ArabicNumbers.Parse(Spelled.ArabicDigits(value)) == value);

    [Fact]
    public void A_reading_lies_inside_its_tokens() => Word.Array[0, 12].Sample(words =>
    {
        var document = new Document(string.Join(' ', words));
        for (var token = 0; token < document.Tokens.Count; token++)
        {
            if (!ArabicNumbers.TryRead(document, token, out var reading)) continue;
            Assert.True(document.Cover(reading.First, reading.End).Contains(reading.Span));
            Assert.True(reading.Value >= 0);
        }
    });
}
