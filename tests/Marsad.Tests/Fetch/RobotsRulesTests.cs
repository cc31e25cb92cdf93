using CsCheck;
using Marsad.Fetch;

namespace Marsad.Tests.Fetch;

public sealed class RobotsRulesTests
{
    private static bool Allows(string rules, string path) => RobotsRules.Parse(rules, "marsad").Allows(new Uri("http://a.example" + path));

    [Theory]
    [InlineData("", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /news/", "/news/1", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Marsad/1.0\nDisallow: /no", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Marsad/1.0\nDisallow: /no", "/no", false)]
    [InlineData("User-agent: other\nUser-agent: MARSAD\nDisallow: /both", "/both", false)]
    [InlineData("User-agent: marsad\nCrawl-delay: 1\n\nUser-agent: *\nDisallow: /", "/x", true)]
    [InlineData("User-agent: marsad-news\nDisallow: /", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /*a*b*c", "/xxaxxbxxc", false)]
    [InlineData("User-agent: *\nDisallow: /خبر", "/%D8%AE%D8%A8%D8%B1/1", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe/x", false)]
    [InlineData("User-agent: *\r\nDisallow: /x # why\r\n", "/x", false)]
    [InlineData("Disallow: /", "/x", true)]
    [InlineData("<html>no rules</html>", "/x", true)]
    public void Rules_are_read_as_the_standard_says(string rules, string path, bool allowed) => Assert.Equal(allowed, Allows(rules, path));

    [Fact]
    public void A_delay_is_told() => Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsRules.Parse("User-agent: *\nCrawl-delay: 2.5", "marsad").Delay);

    [Fact]
    public void Any_text_is_rules()
    {
        var line = Gen.Select(Gen.OneOf(new[] { "User-agent: *", "Disallow: /", "Allow: *$", "Crawl-delay: -1", ":", "%" }.Select(l => Gen.Const(l)).ToArray()), Gen.String, (a, b) => a + b);
        line.Array[0, 10].Sample(lines => Allows(string.Join('\n', lines), "/robots.txt"));
    }
}
