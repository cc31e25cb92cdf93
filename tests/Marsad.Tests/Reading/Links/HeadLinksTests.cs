using System.Text;
using Marsad.Reading.Links;

namespace Marsad.Tests.Reading.Links;

public sealed class HeadLinksTests
{
    private static readonly Uri Page = new("https://a.example/news/1");

    private static HeadLinks Read(string head) => HeadLinks.Of(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head>{head}</head><body>text</body></html>"), "text/html", Page);

    [Fact]
    public void Canonical_amp_and_feeds_are_found()
    {
        var links = Read("""<link rel="canonical" href="/news/one"><link rel=amphtml href="/amp/news/1"><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" hreflang="en" href="/en">""");
        Assert.Equal(("/news/one", "/amp/news/1", "/feed"), (links.Canonical?.AbsolutePath, links.Amp?.AbsolutePath, Assert.Single(links.Feeds).AbsolutePath));
    }

    [Theory]
    [InlineData("0; url=/news/2", "https://a.example/news/2")]
    [InlineData("0;URL='https://b.example/x'", "https://b.example/x")]
    [InlineData("1, /news/3", "https://a.example/news/3")]
    [InlineData("300; url=/news/2", null)]
    [InlineData("0; url=/news/1", null)]
    [InlineData("0; url=javascript:alert(1)", null)]
    [InlineData("0; url=file:///etc/passwd", null)]
    [InlineData("60", null)]
    [InlineData("", null)]
    public void A_refresh_leads_on_only_at_once_and_to_another_page(string content, string? target) =>
        Assert.Equal(target, Read($"<meta http-equiv=\"Refresh\" content=\"{content}\">").Refresh?.AbsoluteUri);
}
