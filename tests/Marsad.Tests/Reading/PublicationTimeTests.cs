using Marsad.Reading;

namespace Marsad.Tests.Reading;

public sealed class PublicationTimeTests
{
    [Theory]
    [InlineData("2015-07-23", "2015-07-23")]
    [InlineData("2020-04-24T21:22", "2020-04-24T21:22:00")]
    [InlineData("2015-07-23T09:00:00+03:00", "2015-07-23T09:00:00+03:00")]
    [InlineData("2020-03-17T17:27:41Z", "2020-03-17T17:27:41+00:00")]
    [InlineData("27/05/2016", "2016-05-27")]
    [InlineData("2017-01-20T214300", "2017-01-20T21:43:00")]
    [InlineData("2017-01-20T21:43:00.250", "2017-01-20T21:43:00")]
    public void A_time_says_no_more_than_the_page_did(string page, string expected)
    {
        Assert.True(PublicationTime.TryParse(page, out var time));
        Assert.Equal(expected, time.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("yesterday")]
    [InlineData("2022-13-40")]
    [InlineData("31/02/2022")]
    public void What_is_no_time_is_refused(string? page) => Assert.False(PublicationTime.TryParse(page, out _));
}
