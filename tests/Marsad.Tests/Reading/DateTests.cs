using System.Text;
using Marsad.Reading;
using Marsad.Reading.Times;

namespace Marsad.Tests.Reading;

public sealed class DateTests
{
    [Theory]
    [InlineData("الخميس 24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24T21:22:00")]
    [InlineData("الجمعة 8 فيفري 2019", "2019-02-08")]
    [InlineData("17 غشت 2018 - 14:30", "2018-08-17T14:30:00")]
    [InlineData("٣ كانون الثاني ٢٠٢٤", "2024-01-03")]
    [InlineData("5 تشرين الأول 2021 11:05 ص", "2021-10-05T11:05:00")]
    [InlineData("١٥ رمضان ١٤٤٤ هـ", "2023-04-06")]
    [InlineData("15 رمضان 1444 هـ الموافق 6 أبريل 2023", "2023-04-06")]
    [InlineData("۱۳۹۸/۱۲/۲۷", "2020-03-17")]
    [InlineData("27 اسفند 1398", "2020-03-17")]
    [InlineData("14/03/2013", "2013-03-14")]
    [InlineData("2020/07/09 10:05 م", "2020-07-09T22:05:00")]
    [InlineData("May 3, 2024 5:23 pm", "2024-05-03T17:23:00")]
    [InlineData("3. Mai 2024", "2024-05-03")]
    [InlineData("30 août 2023 à 14:52", "2023-08-30T14:52:00")]
    public void A_date_printed_for_people_is_read(string printed, string expected) => Assert.Equal(expected, VisibleDate.Find(printed)?.ToString());

    [Theory]
    [InlineData("اليوم")]
    [InlineData("99/99/2020")]
    [InlineData("32 نيسان 2020")]
    [InlineData("هاتف 0791234567")]
    [InlineData("")]
    public void What_is_no_date_is_none(string printed) => Assert.Null(VisibleDate.Find(printed));

    [Theory]
    [InlineData("2024-05-03T15:47:42.389Z", "2024-05-03T15:47:42+00:00")]
    [InlineData("2024-05-03 15:47:42 +0200", "2024-05-03T15:47:42+02:00")]
    [InlineData("20240503T154742", "2024-05-03T15:47:42")]
    [InlineData("2024-05-03", "2024-05-03")]
    [InlineData("1714751262", "2024-05-03T15:47:42+00:00")]
    [InlineData("Fri, 03 May 2024 15:47:42 GMT", "2024-05-03T15:47:42+00:00")]
    [InlineData("الأحد، 23 أغسطس 2020", "2020-08-23")]
    public void A_time_stated_for_machines_is_read_with_no_more_than_it_says(string stated, string expected) => Assert.Equal(expected, StatedTime.Parse(stated)?.ToString());

    [Fact]
    public void A_Z_on_the_clock_that_is_printed_for_readers_is_dropped_and_why_is_kept()
    {
        var article = Read("<meta property='article:published_time' content='2020-08-24T09:23:13Z'>", "الإثنين، 24 أغسطس 2020 09:23 ص");
        Assert.Equal("2020-08-24T09:23:00", article.Published?.ToString());
        Assert.Equal("published", Assert.Single(article.Choices).Field);
    }

    [Fact]
    public void A_Z_stays_where_the_page_prints_Greenwich_time() =>
        Assert.Equal("2020-08-24T09:23:13+00:00", Read("<meta property='article:published_time' content='2020-08-24T09:23:13Z'>", "GMT 09:23 24.08.2020").Published?.ToString());

    [Fact]
    public void A_time_without_a_zone_gets_none() =>
        Assert.Equal("2020-08-24T23:30:00", Read("<meta itemprop='datePublished' content='2020-08-24T23:30:00'>", "").Published?.ToString());

    [Fact]
    public void A_day_in_the_address_is_the_last_resort()
    {
        var reading = PageReader.Read(Encoding.UTF8.GetBytes(Page("", "")), new PageHints(new Uri("https://jarida.example/2021/03/09/title")));
        Assert.Equal("2021-03-09", Assert.IsType<PageReading.Read>(reading).Article.Published?.ToString());
    }

    private static Article Read(string meta, string printed) => Assert.IsType<PageReading.Read>(PageReader.Read(Encoding.UTF8.GetBytes(Page(meta, printed)), PageHints.None)).Article;

    private static string Page(string meta, string printed) =>
        $"<html><head><meta charset=utf-8>{meta}<title>وزير يزور السد الجديد</title></head><body><h1>وزير يزور السد الجديد</h1><div class=date>{printed}</div><div class=article-body><p>زار الوزير السد الجديد واطلع على سير العمل فيه، وقال إن البناء ينتهي قبل موعده بشهرين.</p><p>ورافقه في الزيارة مهندسون شرحوا له مراحل التنفيذ وما بقي منها حتى نهاية السنة.</p></div></body></html>";
}
