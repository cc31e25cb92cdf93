using Marsad.Desk.Readers;
using Marsad.Reading;

namespace Marsad.Desk.Tests.Readers;

public sealed class ReaderTests
{
    private static readonly DateTimeOffset Now = new(2022, 1, 7, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2022-01-06T14:05:00+06:00", "6 January 2022 14:05 UTC+6")]
    [InlineData("2022-01-06T14:05:00-03:30", "6 January 2022 14:05 UTC\u22123:30")]
    [InlineData("2022-01-06T14:05:00Z", "6 January 2022 14:05 UTC")]
    [InlineData("2022-01-06T14:05", "6 January 2022 14:05")]
    [InlineData("2022-01-06", "6 January 2022")]
    public void A_time_is_said_as_exactly_as_its_source_says_it(string time, string said) =>
        Assert.Equal(said, Reader(Words.English).Absolute(Time(time)));

    [Theory]
    [InlineData("EG", "6 يناير 2022")]
    [InlineData("IQ", "6 كانون الثاني 2022")]
    [InlineData("DZ", "6 جانفي 2022")]
    public void Months_are_named_as_the_readers_country_names_them(string country, string said) =>
        Assert.Equal(said, (Reader(Words.Arabic) with { Country = country }).Absolute(Time("2022-01-06")));

    [Fact]
    public void A_reader_who_chose_arabic_digits_gets_no_others() =>
        Assert.Equal("٦ يناير ٢٠٢٢ ١٤:٠٥ UTC+٦", (Reader(Words.Arabic) with { Digits = DigitShape.Arabic }).Absolute(Time("2022-01-06T14:05:00+06:00")));

    [Theory]
    [InlineData(DigitShape.Latin, "2,500.5")]
    [InlineData(DigitShape.Arabic, "٢٬٥٠٠٫٥")]
    public void Numbers_have_the_separators_of_their_digits(DigitShape shape, string said) =>
        Assert.Equal(said, (Reader(Words.Arabic) with { Digits = shape }).Number(2500.5m));

    [Theory]
    [InlineData(30, "الآن")]
    [InlineData(60, "منذ دقيقة")]
    [InlineData(7200, "منذ ساعتين")]
    [InlineData(5 * 3600, "منذ 5 ساعات")]
    [InlineData(86400, "أمس")]
    [InlineData(12 * 86400, "منذ 12 يوماً")]
    [InlineData(400 * 86400, "منذ عام")]
    public void The_past_is_told_in_arabic_forms(long seconds, string said) => Assert.Equal(said, Reader(Words.Arabic).Ago(Now.AddSeconds(-seconds)));

    [Fact]
    public void What_lies_a_little_ahead_counts_as_now() => Assert.Equal("just now", Reader(Words.English).Ago(Now.AddMinutes(5)));

    [Theory]
    [InlineData("2022-01-06", "6 January 2022")]
    [InlineData("2022-01", "January 2022")]
    [InlineData("2022-01-06T21:00", "6 January 2022 21:00")]
    [InlineData("PRESENT_REF", "now")]
    [InlineData("2022-W01", "2022-W01")]
    public void A_time_value_is_said_in_words_where_it_has_a_day(string value, string said) => Assert.Equal(said, TimeValues.InWords(value, Reader(Words.English)));

    [Theory]
    [InlineData("at_least", "at least 300")]
    [InlineData("range", "300 to 450")]
    [InlineData("exact", "300")]
    public void An_amount_is_said_with_its_bound(string bound, string said) => Assert.Equal(said, Amounts.InWords(300, 450, bound, Reader(Words.English)));

    private static PublicationTime Time(string text) => PublicationTime.TryParse(text, out var time) ? time : throw new FormatException(text);

    private static Reader Reader(Words words) => new(words, DigitShape.Latin, "EG", Theme.Auto, Now, "", "");
}
