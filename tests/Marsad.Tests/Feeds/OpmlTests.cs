using System.Text;
using CsCheck;
using Marsad.Feeds;

namespace Marsad.Tests.Feeds;

public sealed class OpmlTests
{
    private const string List = """
        <?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
        <outline text="Arabic"><outline type="rss" text="منارة" XMLURL="https://manara.example/feed.xml" language="ar"/>
        <outline text="again" xmlUrl="https://manara.example/feed.xml"/></outline>
        <outline text="a & b" title="نبأ" xmlUrl="http://naba.example/atom"/><outline text="no feed" xmlUrl="javascript:alert(1)"/></body></opml>
        """;

    [Fact]
    public void Feeds_in_folders_are_found_and_each_once() => Assert.Equal(
        [new(new Uri("https://manara.example/feed.xml"), "منارة", "ar"), new(new Uri("http://naba.example/atom"), "نبأ", null)],
        Opml.Read(Encoding.UTF8.GetBytes(List)).Subscriptions);

    [Fact]
    public void A_list_that_was_written_reads_back()
    {
        Subscription[] list = [new(new Uri("https://a.example/?x=1&y=2"), "أ & \"ب\"", "ar"), new(new Uri("http://b.example/"), "b.example", null)];
        Assert.Equal(list, Opml.Read(Opml.Write(list, "Marsad")).Subscriptions);
    }

    [Theory]
    [InlineData("<html/>", 0)]
    [InlineData("<opml><body><outline xmlUrl='http://a.example/'/><outline", 1)]
    [InlineData("", 0)]
    public void What_is_no_list_says_so_and_keeps_what_was_read(string text, int read)
    {
        var (subscriptions, trouble) = Opml.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal((read, "FE009"), (subscriptions.Count, trouble?.Code));
    }

    [Fact]
    public void Reading_never_throws_on_damaged_bytes() => Gen.Select(Gen.Int[0, 2000], Gen.Byte).Array[1, 8].Sample(wounds =>
    {
        var bytes = Encoding.UTF8.GetBytes(List);
        foreach (var (at, value) in wounds) bytes[at % bytes.Length] = value;
        Assert.NotNull(Opml.Read(bytes).Subscriptions);
    }, iter: 1000);
}
