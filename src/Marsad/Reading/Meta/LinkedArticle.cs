using System.Text.Json;

namespace Marsad.Reading.Meta;

/// <summary>The article as the page's JSON-LD tells it (schema.org NewsArticle and its kin). Values are as written.</summary>
internal sealed record LinkedArticle
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>3 an article, 2 another work with a headline, 1 a page, 0 nothing.</summary>
    public int Rank { get; private init; }

    public string? Headline { get; private init; }

    public string? Published { get; private init; }

    public string? Modified { get; private init; }

    public string? Section { get; private init; }

    public string? Publisher { get; private init; }

    public string? Image { get; private init; }

    public string? Language { get; private init; }

    public string? Body { get; private init; }

    public string? Type { get; private init; }

    public bool? Free { get; private init; }

    public IReadOnlyList<string> Authors { get; private init; } = [];

    public IReadOnlyList<string> Keywords { get; private init; } = [];

    public static LinkedArticle? Parse(ReadOnlySpan<char> json)
    {
        if (Open(json) is not { } document) return null;
        using (document)
        {
            LinkedArticle? best = null;
            Visit(document.RootElement, 0, ref best);
            return best;
        }
    }

    /// <summary>This, with what it leaves out taken from another.</summary>
    public LinkedArticle Or(LinkedArticle? other) => other is null ? this : this with
    {
        Headline = Headline ?? (other.Rank == Rank ? other.Headline : null),
        Published = Published ?? other.Published,
        Modified = Modified ?? other.Modified,
        Section = Section ?? other.Section,
        Publisher = Publisher ?? other.Publisher,
        Image = Image ?? other.Image,
        Language = Language ?? other.Language,
        Body = Body ?? other.Body,
        Authors = Authors.Count > 0 || other.Rank < 3 ? Authors : other.Authors,
        Keywords = Keywords.Count > 0 ? Keywords : other.Keywords,
    };

    private static JsonDocument? Open(ReadOnlySpan<char> json)
    {
        json = json.Trim();
        if (json.IsEmpty || json.Length > 4 << 20) return null;
        try
        {
            return JsonDocument.Parse(json.ToString(), Tolerant);
        }
        catch (JsonException)
        {
            return Repaired(json);
        }
    }

    /// <summary>Pages leave raw line ends and tabs in strings, and end the script with a semicolon.</summary>
    private static JsonDocument? Repaired(ReadOnlySpan<char> json)
    {
        var start = json.IndexOfAny('{', '[');
        if (start < 0) return null;
        var clean = json[start..].TrimEnd(" \r\n\t;").ToArray();
        for (var i = 0; i < clean.Length; i++)
            if (clean[i] < ' ') clean[i] = ' ';
        try
        {
            return JsonDocument.Parse(clean.AsMemory(), Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Visit(JsonElement element, int depth, ref LinkedArticle? best)
    {
        if (depth > 4) return;
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Visit(item, depth + 1, ref best);
        if (element.ValueKind != JsonValueKind.Object) return;
        var rank = RankOf(element);
        if (rank > 0)
        {
            var found = Read(element, rank);
            best = best is null ? found : rank > best.Rank ? found.Or(best) : best.Or(found);
        }

        foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage", "itemListElement" })
            if (element.TryGetProperty(name, out var inner)) Visit(inner, depth + 1, ref best);
    }

    private static int RankOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) return element.TryGetProperty("headline", out _) ? 2 : 0;
        var name = type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0 ? type[0] : type;
        if (name.ValueKind != JsonValueKind.String) return 0;
        var text = name.GetString()!;
        if (text.EndsWith("Article", StringComparison.Ordinal) || text is "BlogPosting" or "LiveBlogPosting" or "Report" or "OpinionNewsArticle" or "SocialMediaPosting") return 3;
        if (text is "CreativeWork" or "VideoObject" or "Recipe" or "Review" or "Event" or "PodcastEpisode") return 2;
        return text is "WebPage" or "ItemPage" ? 1 : 0;
    }

    private static LinkedArticle Read(JsonElement element, int rank) => new()
    {
        Rank = rank,
        Type = Text(element, "@type"),
        Headline = Text(element, "headline") ?? Text(element, "name"),
        Published = Text(element, "datePublished") ?? Text(element, "dateCreated") ?? Text(element, "uploadDate"),
        Modified = Text(element, "dateModified"),
        Section = Text(element, "articleSection"),
        Publisher = Name(element, "publisher"),
        Image = Name(element, "image", "url") ?? Text(element, "thumbnailUrl"),
        Language = Text(element, "inLanguage"),
        Body = rank >= 2 ? Text(element, "articleBody") ?? (rank == 3 ? Text(element, "text") : null) : null,
        Free = Flag(element, "isAccessibleForFree"),
        Authors = rank >= 2 ? Names(element, "author") is { Count: > 0 } authors ? authors : Names(element, "creator") : [],
        Keywords = Names(element, "keywords"),
    };

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var inner)) value = inner;
        if (value.ValueKind != JsonValueKind.String) return null;
        var text = Html.Entities.Decode(value.GetString()!.AsSpan().Trim());
        return text.Length == 0 ? null : text;
    }

    private static bool? Flag(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => !string.Equals(value.GetString(), "false", StringComparison.OrdinalIgnoreCase),
        _ => null,
    };

    private static string? Name(JsonElement element, string name, string key = "name")
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        if (value.ValueKind == JsonValueKind.Object) return Text(value, key);
        return value.ValueKind == JsonValueKind.String ? Html.Entities.Decode(value.GetString()) : null;
    }

    private static List<string> Names(JsonElement element, string name)
    {
        var names = new List<string>();
        if (element.TryGetProperty(name, out var value)) Collect(value, names, 0);
        return names;
    }

    private static void Collect(JsonElement value, List<string> names, int depth)
    {
        if (value.ValueKind == JsonValueKind.Array && depth < 3)
            foreach (var item in value.EnumerateArray()) Collect(item, names, depth + 1);
        else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var name) && depth < 4) Collect(name, names, depth + 1);
        else if (value.ValueKind == JsonValueKind.Object && Text(value, "familyName") is { } family) names.Add(Text(value, "givenName") is { } given ? given + " " + family : family);
        else if (value.ValueKind == JsonValueKind.String && Html.Entities.Decode(value.GetString().AsSpan().Trim()) is { Length: > 0 } text && !names.Contains(text)) names.Add(text);
    }
}
