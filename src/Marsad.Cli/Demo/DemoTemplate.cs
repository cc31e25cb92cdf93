using System.Net;
using System.Text;

namespace Marsad.Cli.Demo;

/// <summary>
/// The little of Mustache that the demo's page templates need: {{x}} escaped, {{{x}}} as it is, {{#x}}…{{/x}} once for each item of a list or if x is given,
/// {{^x}}…{{/x}} if it is not. A template engine would be a dependency for eight files.
/// </summary>
internal static class DemoTemplate
{
    public static string Fill(string template, IReadOnlyDictionary<string, object?> values)
    {
        var page = new StringBuilder(template.Length * 2);
        Fill(template, [values], page);
        return page.ToString();
    }

    private static void Fill(ReadOnlySpan<char> template, List<IReadOnlyDictionary<string, object?>> scopes, StringBuilder page)
    {
        while (template.IndexOf("{{") is >= 0 and var open)
        {
            page.Append(template[..open]);
            template = template[(open + 2)..];
            var raw = template[0] == '{';
            var close = template.IndexOf(raw ? "}}}" : "}}");
            var tag = template[(raw ? 1 : 0)..close].ToString();
            template = template[(close + (raw ? 3 : 2))..];
            if (tag[0] is '#' or '^') template = Section(tag, template, scopes, page);
            else page.Append(raw ? Text(tag, scopes) : WebUtility.HtmlEncode(Text(tag, scopes)));
        }

        page.Append(template);
    }

    private static ReadOnlySpan<char> Section(string tag, ReadOnlySpan<char> template, List<IReadOnlyDictionary<string, object?>> scopes, StringBuilder page)
    {
        var end = "{{/" + tag[1..] + "}}";
        var stop = template.IndexOf(end);
        var items = Items(Find(tag[1..], scopes));
        if (tag[0] == '^' && items.Count == 0) items = [new Dictionary<string, object?>()];
        else if (tag[0] == '^') items = [];
        foreach (var item in items) Fill(template[..stop], [.. scopes, item], page);
        return template[(stop + end.Length)..];
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, object?>> Items(object? value) => value switch
    {
        null or false or "" => [],
        IReadOnlyList<IReadOnlyDictionary<string, object?>> list => list,
        _ => [new Dictionary<string, object?>()],
    };

    private static string Text(string name, List<IReadOnlyDictionary<string, object?>> scopes) => Find(name, scopes) as string ?? "";

    private static object? Find(string name, List<IReadOnlyDictionary<string, object?>> scopes)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
            if (scopes[i].TryGetValue(name, out var value)) return value;
        return null;
    }
}
