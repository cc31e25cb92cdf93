using System.Globalization;
using Marsad.Feeds;

namespace Marsad.Tests.Feeds;

public sealed class FeedDatesTests
{
    private static readonly FeedDates Dates = new([new("يناير", 1), new("شباط", 2), new("janvier", 1)]);

    [Theory]
    [InlineData("2022-01-06T14:05:00+03:00", "2022-01-06T11:05:00")]
    [InlineData("2022-01-06T14:05:00.5Z", "2022-01-06T14:05:00")]
    [InlineData("2022-01-06 14:05", "2022-01-06T14:05:00")]
    [InlineData("2022-01-06", "2022-01-06T00:00:00")]
    [InlineData("Thu, 06 Jan 2022 14:05:09 GMT", "2022-01-06T14:05:09")]
    [InlineData("Thu, 6 Jan 22 14:05 EST", "2022-01-06T19:05:00")]
    [InlineData("Wed, 06 January 2022 2:05:09 PM +0000", "2022-01-06T14:05:09")]
    [InlineData("06 Jan 2022 24:05:00 GMT", null)]
    [InlineData("January 6, 2022 12:30 am", "2022-01-06T00:30:00")]
    [InlineData("الخميس، ٦ يناير ٢٠٢٢ ١٤:٠٥", "2022-01-06T14:05:00")]
    [InlineData("الخميس 6 شباط/فبراير 2022", "2022-02-06T00:00:00")]
    [InlineData("6 janvier 2022", "2022-01-06T00:00:00")]
    [InlineData("06/01/2022 10:00", "2022-01-06T10:00:00")]
    [InlineData("01/26/2022", "2022-01-26T00:00:00")]
    [InlineData("2022/01/06", "2022-01-06T00:00:00")]
    [InlineData("Thu, 31 Feb 2022 14:05:09 GMT", null)]
    [InlineData("yesterday at noon", null)]
    [InlineData("0000-00-00 00:00:00", null)]
    public void A_date_is_read_however_the_feed_writes_it(string text, string? expected)
    {
        var read = Dates.TryRead(text, out var date);
        Assert.Equal(expected, read ? date.ToString("s", CultureInfo.InvariantCulture) : null);
    }
}
