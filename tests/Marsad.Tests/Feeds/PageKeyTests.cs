using Marsad.Feeds;

namespace Marsad.Tests.Feeds;

public sealed class PageKeyTests
{
    [Theory]
    [InlineData("http://www.a.example/news/1")]
    [InlineData("https://m.a.example/news/1/")]
    [InlineData("https://mobile.a.example/news/1?utm_source=x&fbclid=y")]
    [InlineData("https://a.example/news/1?gclid=1#part")]
    [InlineData("https://amp.a.example/news/1")]
    [InlineData("https://a.example/amp/news/1")]
    [InlineData("https://a.example/news/1/amp/")]
    [InlineData("https://a.example/news/1.amp")]
    [InlineData("https://a.example/news/1?amp=1")]
    [InlineData("https://a.example/news/1?outputType=amp")]
    [InlineData("https://a-example.cdn.ampproject.org/c/s/a.example/news/1?usqp=mq331")]
    [InlineData("https://www.google.com/amp/s/a.example/news/1")]
    public void Every_address_of_a_page_has_its_key(string url) => Assert.Equal("a.example/news/1", PageKey.Of(new Uri(url)));

    [Theory]
    [InlineData("https://a.example/news/1", "https://a.example/news/2")]
    [InlineData("https://a.example/news/1", "https://b.example/news/1")]
    [InlineData("https://a.example/?id=1", "https://a.example/?id=2")]
    [InlineData("https://a.example/news/amp-explained", "https://a.example/news/explained")]
    [InlineData("https://a.example/x/amp/1", "https://a.example/x/1")]
    [InlineData("https://a.example:8080/1", "https://a.example/1")]
    public void Other_pages_have_other_keys(string one, string other) => Assert.NotEqual(PageKey.Of(new Uri(one)), PageKey.Of(new Uri(other)));

    [Fact]
    public void The_order_of_parameters_and_how_letters_are_escaped_do_not_count() =>
        Assert.Equal(PageKey.Of(new Uri("https://a.example/%d9%85?a=1&b=2")), PageKey.Of(new Uri("https://a.example/م?b=2&a=1")));

    [Theory]
    [InlineData("https://m.a.example/1", "https://www.a.example/2", true)]
    [InlineData("https://news.a.example/1", "https://a.example/2", true)]
    [InlineData("https://a.example/1", "https://b.example/1", false)]
    [InlineData("https://bad-a.example/1", "https://a.example/1", false)]
    public void Hosts_of_one_site_are_told(string one, string other, bool same) => Assert.Equal(same, PageKey.IsSameSite(new Uri(one), new Uri(other)));
}
