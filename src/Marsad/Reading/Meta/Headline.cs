using Marsad.Reading.Html;

namespace Marsad.Reading.Meta;

/// <summary>Chooses the headline.</summary>
internal static class Headline
{
    public static (string? Title, int Node) Of(PageTree tree, PageSigns signs)
    {
        var social = signs.Meta("og:title", "twitter:title");
        var linked = signs.Linked is { Rank: >= 2 } article ? article.Headline : null;
        foreach (var heading in signs.Headings)
        {
            if (tree[heading].Tag != HtmlTag.H1) continue;
            var text = Clean(tree.Text(heading));
            if (text.Length > 0 && (Agrees(text, social) || Agrees(text, linked) || Agrees(text, signs.TitleElement))) return (text, heading);
        }

        return (linked ?? (social is null ? signs.TitleElement : Clean(social)), 0);
    }

    /// <summary>The headline in every version that the page gives, as keys.</summary>
    public static HashSet<string> Keys(string? title, PageSigns signs)
    {
        var keys = new HashSet<string> { Body.BlockJudge.Key(title), Body.BlockJudge.Key(signs.Meta("og:title")), Body.BlockJudge.Key(signs.Linked?.Headline), Body.BlockJudge.Key(signs.TitleElement) };
        keys.Remove("");
        return keys;
    }

    public static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Agrees(string heading, string? title) => title is not null && Key(title) is var key && Key(heading) is { Length: > 5 } own && (key.Contains(own, StringComparison.Ordinal) || own.Contains(key, StringComparison.Ordinal));

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
