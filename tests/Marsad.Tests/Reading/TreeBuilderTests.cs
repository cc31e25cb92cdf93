using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Marsad.Reading.Html;

namespace Marsad.Tests.Reading;

/// <summary>AngleSharp follows the standard to the letter and is the reference: what our builder makes must be what it makes, where order allows.</summary>
public sealed class TreeBuilderTests
{
    [Theory]
    [InlineData("<p>one<p>two")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d")]
    [InlineData("<div><p>a</div>b</p>c")]
    [InlineData("<h1>a<h2>b</h1>c")]
    [InlineData("<dl><dt>a<dd>b<dt>c</dl>")]
    [InlineData("a<br>b</br>c<hr>d")]
    [InlineData("<p>a<span>b</p>c</span>d")]
    [InlineData("<a href=x>a<a href=y>b</a>c")]
    [InlineData("<title>a</title><p>b")]
    [InlineData("<head><meta charset=utf-8></head><body class=x><p>a</body></html>b")]
    [InlineData("<div id=f></div><title>late</title><p>a")]
    [InlineData("<script>if (a < b) '</p>'</script><p>a")]
    [InlineData("<!-- <p>a --> <p>b<!-->c")]
    [InlineData("<option>a<option>b")]
    [InlineData("<button><p>a<button>b")]
    [InlineData("<x-card><p>a</x-card>b<y-z>c</y-z>")]
    [InlineData("&amp;&lt;&copy &nbsp;&#1575;&#x627;&#150;&unknown; &notit;")]
    public void The_tree_is_the_standard_s(string page) => Assert.Equal(Outline(page), OwnOutline(page));

    [Fact]
    public void The_text_of_real_pages_is_the_reference_s()
    {
        var folder = SharedData.Require("html");
        foreach (var file in Directory.GetFiles(folder, "*.html.gz"))
        {
            var page = System.Text.Encoding.UTF8.GetString(SharedData.Unzip(file));
            var reference = new HtmlParser().ParseDocument(page);
            foreach (var raw in reference.QuerySelectorAll("script, style, noscript, iframe, textarea, title, svg").ToList()) raw.Remove();
            Assert.Equal(Letters(reference.Body!.TextContent), Letters(OwnBodyText(page)));
        }
    }

    [Fact]
    public void A_path_leads_a_browser_to_the_same_element()
    {
        const string Page = "<html><body><div><p>a</p><table><tr><td>b<td><p>c</p></table></div><div><p>d</p><p>e &amp; f</p></div></body></html>";
        var tree = new TreeBuilder(Page).Build();
        var last = Enumerable.Range(0, tree.Count).Last(node => tree[node].Tag == HtmlTag.P);
        Assert.Equal("/html[1]/body[1]/div[2]/p[2]", tree.PathOf(last));
        Assert.Equal("e & f", tree.Text(last));
    }

    private static string Outline(string page) => Outline(new HtmlParser().ParseDocument(page).Body!);

    private static string Outline(INode node) => node switch
    {
        IText text => text.Data,
        IElement element => $"<{element.LocalName}>{string.Concat(element.ChildNodes.Select(Outline))}</>",
        _ => "",
    };

    private static string OwnOutline(string page)
    {
        var tree = new TreeBuilder(page).Build();
        return Outline(tree, Body(tree));
    }

    private static int Body(PageTree tree) => Enumerable.Range(0, tree.Count).First(node => tree[node].Tag == HtmlTag.Body);

    private static string Outline(PageTree tree, int node)
    {
        if (tree[node].Tag == HtmlTag.Text) return tree[tree[node].Parent].Tag == HtmlTag.Script ? tree.Source[tree[node].Start..tree[node].End] : tree.Text(node);
        var inner = "";
        for (var child = node + 1; child < tree[node].Next; child = tree[child].Next) inner += Outline(tree, child);
        return $"<{tree.NameOf(node)}>{inner}</>";
    }

    private static string OwnBodyText(string page)
    {
        var tree = new TreeBuilder(page).Build();
        var text = new System.Text.StringBuilder();
        var body = Body(tree);
        for (var node = body; node < tree[body].Next; node++)
            if (tree[node].Tag == HtmlTag.Text && !tree[tree[node].Parent].Tag.IsRawText()) text.Append(tree.Text(node));
        return text.ToString();
    }

    private static string Letters(string text) => string.Concat(text.Where(c => c is >= '\u0621' and <= '\u064A'));
}
