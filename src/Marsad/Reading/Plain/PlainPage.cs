namespace Marsad.Reading.Plain;

/// <summary>Reads a page that came as plain text: a headline, paragraphs a line each, and lists of related headlines between them.</summary>
internal static class PlainPage
{
    /// <summary>A first line longer than this is no headline.</summary>
    private const int LongestHeadline = 220;

    /// <summary>A line in an unmarked list of headlines is no longer than this.</summary>
    private const int LongestLead = 130;

    public static PageReading Read(string text, PageHints hints)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
            if (!line.IsWhiteSpace()) lines.Add(line.Trim().TrimStart('\uFEFF').ToString());
        if (lines.Count == 0) return new PageReading.NotAnArticle(new Trouble(ReadingTrouble.Empty, "no line with text"));
        var title = IsHeadline(lines) ? lines[0] : null;
        var (paragraphs, leads) = Part(lines.Skip(title is null ? 0 : 1));
        if (paragraphs.Count == 0) return new PageReading.NotAnArticle(new Trouble(ReadingTrouble.TooLittle, $"{lines.Count} lines, none of them a paragraph"));
        var credit = Credit.AtHead(paragraphs[0], hints.Outlet);
        paragraphs[0] = paragraphs[0][credit.Length..];
        return new PageReading.Read(new Article(string.Join('\n', paragraphs), title, Url: hints.Url?.AbsoluteUri, Outlet: hints.Outlet)
        {
            Language = PageLanguage.Of(text, null),
            Agencies = credit.Agencies,
            Leads = leads,
        });
    }

    private static bool IsHeadline(List<string> lines) =>
        lines.Count > 1 && lines[0].Length <= LongestHeadline && lines[0][^1] is not ('.' or '\u06D4') && lines.Skip(1).Any(line => line.Length > lines[0].Length);

    private static (List<string> Paragraphs, List<Lead> Leads) Part(IEnumerable<string> lines)
    {
        var (paragraphs, leads) = (new List<string>(), new List<Lead>());
        var list = ListKind.None;
        foreach (var line in lines)
        {
            if (PageWords.IsRelatedHeading(line)) { list = ListKind.Open; continue; }
            if (InlineLead(line) is { } inline) { leads.Add(new Lead(inline, null)); continue; }
            list = Follow(list, line);
            if (list == ListKind.None) paragraphs.Add(line);
            else leads.Add(new Lead(Unbullet(line), null));
        }

        return (paragraphs, leads);
    }

    private enum ListKind { None, Open, Bulleted, Bare }

    /// <summary>A list that began with bullets ends at the first line without one; a bare list at the first line that reads like a paragraph.</summary>
    private static ListKind Follow(ListKind list, string line) => list switch
    {
        ListKind.None => ListKind.None,
        ListKind.Open when IsBullet(line) => ListKind.Bulleted,
        ListKind.Bulleted => IsBullet(line) ? ListKind.Bulleted : ListKind.None,
        _ => ReadsLikeHeadline(line) ? ListKind.Bare : ListKind.None,
    };

    private static bool ReadsLikeHeadline(string line) => line.Length <= LongestLead && line[^1] is not ('.' or '\u06D4' or ':' or '\u061B');

    private static bool IsBullet(string line) =>
        (line[0] is '-' or '\u2013' or '\u2014' or '*' or '\u2022' or '\u25CF' or '\u25AA' or '\u25A0' or '\u00B7' or '\u25C4' or '\u25C0' or '\u27A4' or '\u2190') && line.Length > 2;

    private static string Unbullet(string line) => IsBullet(line) ? line[1..].TrimStart() : line;

    /// <summary>"اقرأ أيضا: a headline" on one line.</summary>
    private static string? InlineLead(string line)
    {
        var colon = line.IndexOfAny([':', '|', '\u2026']);
        if (colon is < 3 or > 40 || colon + 2 >= line.Length || line.Length > LongestLead + colon) return null;
        return PageWords.IsRelatedHeading(line.AsSpan(0, colon)) ? line[(colon + 1)..].Trim() : null;
    }
}
