using Marsad.Cli.Demo;

namespace Marsad.Cli.Tests.Demo;

public sealed class DemoTemplateTests
{
    [Theory]
    [InlineData("<p>{{text}}</p>", "<p>1 &lt; 2</p>")]
    [InlineData("{{{text}}}", "1 < 2")]
    [InlineData("{{#absent}}a{{/absent}}{{^absent}}b{{/absent}}", "b")]
    [InlineData("{{#text}}[{{text}}]{{/text}}", "[1 &lt; 2]")]
    [InlineData("{{#list}}{{item}}{{text}};{{/list}}", "x1 &lt; 2;y1 &lt; 2;")]
    public void A_template_is_filled(string template, string expected)
    {
        Dictionary<string, object?>[] list = [new() { ["item"] = "x" }, new() { ["item"] = "y" }];
        Assert.Equal(expected, DemoTemplate.Fill(template, new Dictionary<string, object?> { ["text"] = "1 < 2", ["list"] = list }));
    }
}
