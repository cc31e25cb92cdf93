using System.Diagnostics;
using System.Text;
using Marsad.Reading;

namespace Marsad.Tests.Reading;

/// <summary>Pages made to hurt: the reader neither throws nor hangs, and takes time in proportion to their length.</summary>
public sealed class HardPagesTests
{
    private const string Paragraph = "<p>A paragraph of an article that is long enough to be read as prose, with a comma and a full stop.</p>";

    public static TheoryData<string> Shapes() => [.. Hard.Keys];

    private static Dictionary<string, Func<int, string>> Hard { get; } = new()
    {
        ["nested elements"] = n => Repeat("<div>", n * 5) + Paragraph + Repeat("</div>", n * 5),
        ["nested formatting"] = n => Repeat("<b>", n * 5) + Paragraph,
        ["links round blocks"] = n => Repeat("<a><p>", n * 3) + Paragraph,
        ["nested tables"] = n => Repeat("<table><tr><td>", n * 2) + Paragraph,
        ["an attribute bomb"] = n => "<div " + Repeat("a=b ", n * 20) + ">" + Paragraph,
        ["a class bomb"] = n => "<div class='" + Repeat("share ", n * 10) + "'>" + Paragraph,
        ["half tags"] = n => Repeat("<div class=\"x\" <p ", n * 5) + Paragraph,
        ["bare angle brackets"] = n => Repeat("<", n * 30),
        ["open comments"] = n => Repeat("<!-- ", n * 30),
        ["open drawings"] = n => Repeat("<svg><g>", n * 5) + Paragraph,
        ["bare ampersands"] = n => "<p>" + Repeat("&amp &x &nbspkm ", n * 5) + Paragraph,
        ["paragraphs"] = n => string.Concat(Enumerable.Range(0, n).Select(i => $"<p>Paragraph {i} of an article that is long enough to be read as prose, with a full stop.</p>")),
        ["headlines"] = n => string.Concat(Enumerable.Range(0, n * 2).Select(i => $"<li><a href=/{i}>A headline with five words {i}</a></li>")),
        ["headings"] = n => string.Concat(Enumerable.Range(0, n * 2).Select(i => $"<h1>A heading with five words {i}</h1>")),
        ["line breaks"] = n => string.Concat(Enumerable.Range(0, n).Select(i => $"Line {i} of a long text that goes on and on, as prose always does.<br>")),
        ["many JSON-LD"] = n => Repeat("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script>", n) + Paragraph,
        ["plain lines"] = n => string.Concat(Enumerable.Range(0, n * 2).Select(i => $"Line {i} of a long text that goes on and on, as prose always does.\n")),
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Time_is_linear_in_the_length_of_the_page(string shape)
    {
        Read(Hard[shape](200));
        var (once, eightfold) = (Fastest(Hard[shape](1_000)), Fastest(Hard[shape](8_000)));

        // Eight times the page may take sixteen times as long and half a second on a busy machine; quadratic time would be sixty-four times, every time that it is measured.
        for (var again = 0; again < 3 && eightfold >= once * 16 + 500; again++) (once, eightfold) = (Fastest(Hard[shape](1_000)), Fastest(Hard[shape](8_000)));
        Assert.True(eightfold < once * 16 + 500, $"{once} ms, then {eightfold} ms for eight times as much");
    }

    [Fact]
    public void Fifty_thousand_nested_elements_still_give_their_paragraph() =>
        Assert.Contains("A paragraph of an article", Assert.IsType<PageReading.Read>(Read(Repeat("<div>", 50_000) + Paragraph)).Article.Text, StringComparison.Ordinal);

    [Fact]
    public void A_page_of_a_hundred_megabytes_is_read_at_its_start()
    {
        var body = new byte[100 << 20];
        for (var i = 0; i < body.Length; i += Paragraph.Length) Encoding.ASCII.GetBytes(Paragraph).AsSpan(0, Math.Min(Paragraph.Length, body.Length - i)).CopyTo(body.AsSpan(i));
        var watch = Stopwatch.StartNew();
        Assert.IsType<PageReading.Read>(PageReader.Read(body, PageHints.None));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Fact]
    public void Every_start_of_a_page_is_read_without_an_exception()
    {
        var page = Encoding.UTF8.GetBytes("<!doctype html><html lang=ar><head><meta charset=utf-8><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"خبر\"}</script></head><body><h1>خبر &amp; خبر</h1><div class='a' id=b><p>نص <a href='/x'>رابط</a>&nbsp;آخر</p><table><tr><td>خلية</table><!-- تعليق --></div>");
        for (var end = 0; end <= page.Length; end++) PageReader.Read(page.AsMemory(0, end), PageHints.None);
    }

    [Fact]
    public void Random_markup_is_read_without_an_exception()
    {
        string[] parts = ["<p>", "</p>", "<div class='", "'", "\"", "<a href=", "</a>", "<table>", "<td>", "</table>", "<!--", "-->", "<script>", "</script>", "&", "&#x", ";", "نص عربي ", "text, ", "<li>", "</ul>", ">", "<", "<br>", "=", "<title>", "<h1>", "<b>", "</b>", "<svg>", "\0"];
        var random = new Random(17);
        for (var i = 0; i < 3_000; i++)
            PageReader.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => parts[random.Next(parts.Length)]))), PageHints.None);
    }

    private static PageReading Read(string page) => PageReader.Read(Encoding.UTF8.GetBytes(page), new PageHints(ContentType: page.Contains('<', StringComparison.Ordinal) ? "text/html" : null));

    private static double Fastest(string page)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            Read(page);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        return best;
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
