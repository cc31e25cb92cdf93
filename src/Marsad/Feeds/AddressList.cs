namespace Marsad.Feeds;

/// <summary>A list of addresses as people keep it: plain text, one a line, a title after a tab or a space; what begins with "#" is a remark. Sitemaps may come so too.</summary>
internal static class AddressList
{
    /// <returns>Null where the text is no such list.</returns>
    public static FeedReading? Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();
        if (lines.Count == 0 || Entry(lines[0]) is null) return null;
        var read = lines.Take(FeedXml.Most("urlset")).Select(Entry).ToList();
        var bad = read.FindIndex(entry => entry is null);
        List<Trouble> troubles = [];
        if (lines.Count > read.Count) troubles.Add(FeedTrouble.TooMany(read.Count));
        if (bad >= 0) troubles.Add(FeedTrouble.NoLink(read.Count(entry => entry is null), lines[bad]));
        return new FeedReading(FeedKind.List, null, null, null, [.. read.OfType<FeedEntry>().DistinctBy(entry => entry.Link)], troubles);
    }

    private static FeedEntry? Entry(string line)
    {
        var end = line.AsSpan().IndexOfAny('\t', ' ');
        var address = end < 0 ? line : line[..end];
        return PageAddress.Resolve(address, null) is { } url ? new FeedEntry(url, null, end < 0 ? null : PlainText.Of(line[end..]), null, null) : null;
    }
}
