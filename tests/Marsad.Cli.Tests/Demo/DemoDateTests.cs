using Marsad.Cli.Demo;

namespace Marsad.Cli.Tests.Demo;

public sealed class DemoDateTests
{
    private static readonly DateTimeOffset Epiphany = new(2022, 1, 6, 14, 5, 0, TimeSpan.FromHours(3));

    [Theory]
    [InlineData("levant", "{weekday} {d} {month} {yyyy} {HH}:{mm}", "الخميس 6 كانون الثاني 2022 14:05")]
    [InlineData("maghreb", "{dd} {month} {yyyy}", "06 جانفي 2022")]
    [InlineData("egypt", "٠{d} {month} {yyyy}", "٦ يناير ٢٠٢٢")]
    [InlineData("egypt", "{hd} {hmonth} {hy} هـ", "3 جمادى الآخرة 1443 هـ")]
    [InlineData("persian", "۰{jd} {jmonth} {jy}", "۱۶ دی ۱۴۰۰")]
    [InlineData("english", "{d} {month} {yyyy}", "6 January 2022")]
    public void A_date_is_written_as_its_country_reads_it(string calendar, string pattern, string expected) => Assert.Equal(expected, DemoDate.Write(Epiphany, pattern, calendar));
}
