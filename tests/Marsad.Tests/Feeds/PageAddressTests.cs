using Marsad.Feeds;

namespace Marsad.Tests.Feeds;

public sealed class PageAddressTests
{
    private static readonly Uri Base = new("https://a.example/x/feed.xml");

    [Theory]
    [InlineData("HTTPS://A.example:443/p", "https://a.example/p")]
    [InlineData("  /p?b=2&utm_medium=rss&a=1#c ", "https://a.example/p?b=2&a=1")]
    [InlineData("p", "https://a.example/x/p")]
    [InlineData("//b.example/p", "https://b.example/p")]
    [InlineData("/p?fbclid=1", "https://a.example/p")]
    [InlineData("/مقال/1", "https://a.example/%D9%85%D9%82%D8%A7%D9%84/1")]
    public void An_address_is_written_one_way(string link, string expected) => Assert.Equal(expected, PageAddress.Resolve(link, Base)?.AbsoluteUri);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://a.example/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@a.example/")]
    [InlineData("mailto:a@a.example")]
    [InlineData("http://")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_web_address_is_refused(string? link) => Assert.Null(PageAddress.Resolve(link, Base));
}
