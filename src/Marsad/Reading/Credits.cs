namespace Marsad.Reading;

/// <summary>Takes credits off the ends of an Arabic text and parts agencies from writers.</summary>
internal static class Credits
{
    /// <summary>A place before a dash at the head of a text is no longer than this.</summary>
    private const int LongestPlace = 40;

    private static readonly System.Buffers.SearchValues<char> PlaceEnds = System.Buffers.SearchValues.Create("(-\u2013\u2014:/");

    private static readonly char[] Marks = ['-', '\u2013', '\u2014', '/', '+', '(', ')', '|', ':', '\u060C', ',', '_'];

    internal readonly record struct Taken(IReadOnlyList<string> Agencies, string? Place)
    {
        public static Taken None { get; } = new([], null);
    }

    /// <summary>Takes the credit off the head of the first paragraph, reads the lines that were dropped round the text, and notes the dateline and the agency of a sign-off.</summary>
    public static Taken Take(List<string> paragraphs, IEnumerable<string> dropped, string? outlet)
    {
        if (paragraphs.Count == 0) return Taken.None;
        var credit = Credit.AtHead(paragraphs[0], outlet);
        var agencies = credit.Agencies.ToList();
        if (credit.Length > 0 && credit.Length < paragraphs[0].Length) paragraphs[0] = paragraphs[0][credit.Length..];
        var place = Dateline(paragraphs[0], agencies);
        foreach (var name in SignOff(paragraphs[^1]).Concat(dropped.SelectMany(OfLine)))
            if (!agencies.Contains(name)) agencies.Add(name);
        return new Taken(agencies, place);
    }

    /// <summary>Writers that are agencies go to the agencies.</summary>
    public static (IReadOnlyList<string> People, IReadOnlyList<string> Agencies) Part(IReadOnlyList<string> authors, IReadOnlyList<string> agencies)
    {
        var (people, all) = (new List<string>(), agencies.ToList());
        foreach (var author in authors)
        {
            var parts = author.Split(Marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var part in parts.Length > 1 && parts.Any(IsAgency) ? parts : [author])
                if (!IsAgency(part)) people.Add(part);
                else if (PageWords.Agencies[PageWords.Normal(part)].Agency is var agency && !all.Contains(agency)) all.Add(agency);
        }

        return (people, all);
    }

    private static bool IsAgency(string name) => PageWords.Agencies.ContainsKey(PageWords.Normal(name));

    /// <summary>"القاهرة (رويترز) - " or "بيروت - أ ف ب: ": the place; agencies beside it are added.</summary>
    private static string? Dateline(string text, List<string> agencies)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, LongestPlace * 2));
        var mark = head.IndexOfAny(PlaceEnds);
        if (mark is < 3 or > LongestPlace) return null;
        var place = head[..mark].Trim().ToString();
        if (place.Count(c => c == ' ') > 3) return null;
        var credit = Credit.AtHead(text.AsSpan(mark + 1), null);
        foreach (var agency in credit.Agencies)
            if (!agencies.Contains(agency)) agencies.Add(agency);
        return credit.Agencies.Count > 0 || (place.Count(c => c == ' ') < 2 && IsDash(text, mark)) ? place : null;
    }

    private static bool IsDash(string text, int mark) => text[mark] is '-' or '\u2013' or '\u2014' && mark + 1 < text.Length && text[mark + 1] == ' ' && text[mark - 1] == ' ';

    /// <summary>The agencies of a short line that holds nothing but a credit: "--(بترا)", "القاهرة - رويترز", "وكالات".</summary>
    private static IEnumerable<string> OfLine(string line)
    {
        if (line.Length > LongestPlace) return [];
        var parts = line.Split(Marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 0 or > 3 ? [] : parts.Where(IsAgency).Select(part => PageWords.Agencies[PageWords.Normal(part)].Agency);
    }

    /// <summary>"--(بترا)" or "(وكالات)" at the end of the text.</summary>
    private static IEnumerable<string> SignOff(string last)
    {
        var open = last.LastIndexOf('(');
        var end = last.TrimEnd('.', ' ', '-', '_');
        if (open < 0 || !end.EndsWith(')') || end.Length - open > 40) yield break;
        foreach (var part in end[(open + 1)..^1].Split(['+', '/', '-', '\u060C', ',']))
            if (PageWords.Agencies.TryGetValue(PageWords.Normal(part), out var credit)) yield return credit.Agency;
    }
}
