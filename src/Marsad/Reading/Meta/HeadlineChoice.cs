using Marsad.Reading.Body;

namespace Marsad.Reading.Meta;

/// <summary>Says which source of the headline was believed where they tell different ones; the site's name after a headline is no difference.</summary>
internal static class HeadlineChoice
{
    public static Choice? Of(string? title, PageSigns signs, string? shown)
    {
        if (BlockJudge.Key(title) is not { Length: > 0 } key) return null;
        (string Source, string? Said)[] sources = [("json-ld", signs.Linked is { Rank: >= 2 } linked ? linked.Headline : null), ("og:title", signs.Meta("og:title", "twitter:title")), ("heading", shown), ("title element", signs.TitleElement)];
        var others = sources.Where(source => source.Said is not null && !BlockJudge.Key(source.Said).Contains(key, StringComparison.Ordinal)).Select(source => $"{source.Source}: {Headline.Clean(source.Said!)}").ToList();
        if (others.Count == 0) return null;
        var believed = sources.FirstOrDefault(source => source.Said is not null && BlockJudge.Key(source.Said).Contains(key, StringComparison.Ordinal)).Source ?? "page";
        return new Choice("title", believed, Reason(believed), others);
    }

    private static string Reason(string believed) => believed switch
    {
        "json-ld" => "JSON-LD is the newsroom's own word for it",
        "og:title" => "it is sent out and shown; JSON-LD has words for search engines in it or none",
        "heading" => "it is shown to readers; nothing is stated for machines that says it better",
        _ => "nothing else names the article",
    };
}
